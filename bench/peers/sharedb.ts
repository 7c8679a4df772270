import { once } from 'node:events';
import { Connection, type Doc } from 'sharedb/lib/client/index.js';
import { WebSocket } from 'ws';
import { OFFSET, paragraphs, SEATS } from '../sample-text.ts';
import { startProcess } from '../server-process.ts';
import type { Page, Peer, Place, Typed } from './peer.ts';

const told = (run: (done: (error?: Error) => void) => void): Promise<void> =>
  new Promise((resolve, reject) => run((error) => (error ? reject(error) : resolve())));

const opened = async (port: number, article: string): Promise<{ readonly doc: Doc; readonly close: () => void }> => {
  const socket = new WebSocket(`ws://127.0.0.1:${port}`);
  const connection = new Connection(socket);
  await once(socket, 'open');
  const doc = connection.get('articles', article);
  await told((done) => doc.subscribe(done));
  return { doc, close: () => connection.close() };
};

const openPage = async (port: number, { article, seat }: Place): Promise<Page> => {
  const { doc, close } = await opened(port, article);
  const listeners: (() => void)[] = [];
  let at = OFFSET;
  doc.on('op', (_op, isOwn) => {
    if (!isOwn) for (const listener of listeners) listener();
  });
  const type = async (key = 'x'): Promise<Typed> => {
    const sent = performance.now();
    await told((done) => doc.submitOp([{ p: ['paragraphs', seat, at], si: key }], done));
    at += key.length;
    return { sent, acknowledged: performance.now() };
  };
  return { type, onKey: (listener) => void listeners.push(listener), close };
};

/** ShareDB with json0. Of its durable stores one needs MongoDB and one PostgreSQL; neither is a file, so it is measured in memory. */
export const sharedb: Peer = {
  name: 'ShareDB',
  keeps: 'nothing: in memory',
  start: async () => {
    const server = await startProcess('bench/peers/sharedb-server.ts');
    let articles = 0;
    return {
      ...server,
      newArticle: async () => {
        articles += 1;
        const article = `article-${articles}`;
        const { doc, close } = await opened(server.port, article);
        await told((done) => doc.create({ paragraphs: paragraphs(SEATS) }, done));
        close();
        return article;
      },
      open: (place) => openPage(place.port ?? server.port, place),
    };
  },
};
