import { collab, getVersion, receiveTransaction, sendableSteps } from 'prosemirror-collab';
import { EditorState } from 'prosemirror-state';
import { Step } from 'prosemirror-transform';
import type { Socket } from 'socket.io-client';
import { create, schema } from '../../shared/schema.ts';
import { OFFSET, paragraphs, SEATS } from '../sample-text.ts';
import { startProcess } from '../server-process.ts';
import type { Page, Peer, Place, Typed } from './peer.ts';
import { asked, connected } from './socket.ts';

interface News {
  readonly version: number;
  readonly steps: readonly unknown[];
  readonly clientIDs: readonly string[];
}

const openPage = async (socket: Socket, { article, seat }: Place): Promise<Page> => {
  const listeners: (() => void)[] = [];
  const joined = await asked<{ readonly doc: unknown; readonly version: number }>(socket, 'join', { article });
  const clientID = String(socket.id);
  let state = EditorState.create({
    doc: schema.nodeFromJSON(joined.doc),
    plugins: [collab({ version: joined.version, clientID })],
  });
  let isSending = false;
  let confirmed: (() => void) | undefined;

  const flush = async (): Promise<void> => {
    const sendable = sendableSteps(state);
    if (!sendable || isSending) return;
    isSending = true;
    const steps = sendable.steps.map((step) => step.toJSON());
    const taken = await asked<boolean>(socket, 'steps', { article, version: sendable.version, steps, clientID });
    isSending = false;
    // Refused: the steps that were in the way have arrived on this connection before the answer.
    if (!taken) return flush();
  };

  socket.on('steps', ({ version, steps, clientIDs }: News) => {
    if (version !== getVersion(state)) throw new Error(`steps of version ${version} at ${getVersion(state)}`);
    const read = steps.map((step) => Step.fromJSON(schema, step));
    state = state.apply(receiveTransaction(state, read, clientIDs));
    for (const id of clientIDs) if (id !== clientID) for (const listener of listeners) listener();
    if (!sendableSteps(state)) confirmed?.();
    else flush().catch(() => socket.disconnect());
  });

  const place = (): number => {
    let position = OFFSET + 1;
    for (let block = 0; block <= seat; block += 1) position += state.doc.child(block).nodeSize;
    return position;
  };

  const type = async (key = 'x'): Promise<Typed> => {
    const done = new Promise<void>((resolve) => {
      confirmed = resolve;
    });
    const sent = performance.now();
    state = state.apply(state.tr.insertText(key, place()));
    await flush();
    await done;
    return { sent, acknowledged: performance.now() };
  };
  return { type, onKey: (listener) => void listeners.push(listener), close: () => socket.disconnect() };
};

const firstDoc = (): unknown =>
  create('doc', null, [
    create('title', null, []),
    ...paragraphs(SEATS).map((text) => create('paragraph', null, [schema.text(text)])),
  ]).toJSON();

/** prosemirror-collab as its documentation has it: the authority keeps everything in memory. */
export const prosemirrorCollab: Peer = {
  name: 'prosemirror-collab',
  keeps: 'nothing: in memory',
  start: async () => {
    const server = await startProcess('bench/peers/prosemirror-collab-server.ts');
    let articles = 0;
    return {
      ...server,
      newArticle: async () => {
        articles += 1;
        const article = `article-${articles}`;
        const socket = await connected(server.port);
        await asked(socket, 'create', { article, doc: firstDoc() });
        socket.disconnect();
        return article;
      },
      open: async (place) => openPage(await connected(place.port ?? server.port), place),
    };
  },
};
