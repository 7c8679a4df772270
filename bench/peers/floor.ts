import type { Socket } from 'socket.io-client';
import { startProcess } from '../server-process.ts';
import type { Page, Peer, Place, Typed } from './peer.ts';
import { asked, connected, typingStep } from './socket.ts';

interface Echo {
  readonly entries: readonly { readonly opId: string }[];
}

/** A page that sends what a page of ours would send. */
const openPage = async (socket: Socket, { article, seat }: Place): Promise<Page> => {
  const listeners: (() => void)[] = [];
  const { version } = await asked<{ readonly version: number }>(socket, 'join', { article });
  const ids = `${socket.id}-`;
  let own = 0;
  socket.on('entries', ({ entries }: Echo) => {
    for (const { opId } of entries) if (!opId.startsWith(ids)) for (const listener of listeners) listener();
  });
  const type = async (key = 'x'): Promise<Typed> => {
    own += 1;
    const part = { kind: 'text', target: 'body', steps: [typingStep(10_000 + seat, key)] };
    const operation = { opId: `${ids}${own}`, base: version + own, parts: [part] };
    const sent = performance.now();
    await asked(socket, 'operation', { article, operation });
    return { sent, acknowledged: performance.now() };
  };
  return { type, onKey: (listener) => void listeners.push(listener), close: () => socket.disconnect() };
};

const floor = (
  name: string,
  keeps: string,
  environment: (folder: string) => Readonly<Record<string, string>>,
): Peer => ({
  name,
  keeps,
  start: async (folder) => {
    const server = await startProcess('bench/peers/floor-server.ts', environment(folder));
    let articles = 0;
    return {
      ...server,
      newArticle: async () => {
        articles += 1;
        return `article-${articles}`;
      },
      open: async (place) => openPage(await connected(place.port ?? server.port), place),
    };
  },
});

/** A bare echo over socket.io: what the carrier alone costs. */
export const echo = floor('socket.io echo', 'nothing', () => ({}));

/** The echo with one fsynced append to SQLite before each acknowledgement: what an acknowledgement costs at the least. */
export const durableFloor = floor('durable floor', 'the message, fsynced', (folder) => ({ DATA_DIR: folder }));
