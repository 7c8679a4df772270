import { join } from 'node:path';
import { SQLite } from '@hocuspocus/extension-sqlite';
import { Server } from '@hocuspocus/server';

// Hocuspocus with its SQLite extension, both as they are when nothing is set: a document is stored 2 to 10 s after it changed.
const server = new Server({
  port: Number(process.env.PORT),
  address: '127.0.0.1',
  quiet: true,
  extensions: [new SQLite({ database: join(process.env.DATA_DIR ?? '', 'hocuspocus.db') })],
});
await server.listen();
console.log(`listens at http://127.0.0.1:${server.address.port}`);
