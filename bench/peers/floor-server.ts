import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { Server } from 'socket.io';

// The least that a server can do: sends on what it is sent. With DATA_DIR it first appends it to SQLite, one commit and one
// fsync for each message, and acknowledges after that. It reads, checks, moves and orders nothing.

interface Submission {
  readonly article: string;
  readonly operation: object;
}

const { DATA_DIR, PORT } = process.env;

const appender = (folder: string): ((article: string, version: number, body: string) => void) => {
  const database = new Sqlite(join(folder, 'floor.db'));
  database.pragma('journal_mode = wal');
  database.pragma('synchronous = full');
  database.exec(
    'create table if not exists entries (article text, version integer, body text, primary key (article, version))',
  );
  const insert = database.prepare('insert or replace into entries values (?, ?, ?)');
  return (article, version, body) => void insert.run(article, version, body);
};

const append = DATA_DIR === undefined ? undefined : appender(DATA_DIR);
const versions = new Map<string, number>();
const server = createServer();
const carrier = new Server(server, { serveClient: false, perMessageDeflate: false, transports: ['websocket'] });

carrier.on('connection', (socket) => {
  socket.on('join', async ({ article }: { readonly article: string }, answer: (joined: object) => void) => {
    await socket.join(article);
    answer({ version: versions.get(article) ?? 0 });
  });
  socket.on('operation', ({ article, operation }: Submission, answer: (acknowledged: object) => void) => {
    const version = (versions.get(article) ?? 0) + 1;
    versions.set(article, version);
    const entry = { version, at: new Date().toISOString(), ...operation };
    append?.(article, version, JSON.stringify(entry));
    answer({ version, dropped: [] });
    carrier.to(article).emit('entries', { article, entries: [entry] });
  });
});

server.listen(Number(PORT), '127.0.0.1', () => {
  console.log(`listens at http://127.0.0.1:${(server.address() as AddressInfo).port}`);
});
