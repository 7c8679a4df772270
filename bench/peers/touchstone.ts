import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Socket } from 'socket.io-client';
import type { Acknowledged, Entries, Joined } from '../../shared/protocol.ts';
import { OFFSET, paragraphs, SEATS } from '../sample-text.ts';
import { runScript, startProcess } from '../server-process.ts';
import type { Page, Peer, Place, Typed } from './peer.ts';
import { asked, connected, type TypingStep, typingStep } from './socket.ts';

interface NodeJson {
  readonly text?: string;
  readonly content?: readonly NodeJson[];
}

const sizeOf = ({ text, content }: NodeJson): number =>
  text === undefined ? 2 + (content ?? []).reduce((sum, child) => sum + sizeOf(child), 0) : text.length;

/** The position in the paragraph at an index, so many characters from its start; the title stands before the first. */
const positionIn = (doc: NodeJson, paragraph: number, offset: number): number =>
  (doc.content ?? []).slice(0, paragraph + 1).reduce((sum, block) => sum + sizeOf(block), 0) + 1 + offset;

/** A page that knows of the article only its version and where it types: what the measure costs here stays small. */
const openPage = async (socket: Socket, { article, seat }: Place): Promise<Page> => {
  const listeners: (() => void)[] = [];
  const joined = await asked<Joined>(socket, 'join', { article });
  let { version } = joined;
  let at = positionIn((joined.article as { doc: NodeJson }).doc, seat, OFFSET);
  let own = 0;
  let heardOwn = (): void => {};
  const ids = `${socket.id?.replaceAll(/[^\w-]/g, '')}-`;

  socket.on('entries', ({ entries }: Entries) => {
    for (const entry of entries) {
      version = entry.version;
      for (const part of entry.parts as readonly { readonly steps?: readonly TypingStep[] }[]) {
        for (const { from, slice } of part.steps ?? []) if (from <= at) at += slice.content[0].text.length;
      }
      if (entry.opId === `${ids}${own}`) heardOwn();
      else if (!entry.opId.startsWith(ids)) for (const listener of listeners) listener();
    }
  });

  const type = async (key = 'x'): Promise<Typed> => {
    own += 1;
    const heard = new Promise<void>((resolve) => {
      heardOwn = resolve;
    });
    const part = { kind: 'text', target: 'body', steps: [typingStep(at, key)] };
    const operation = { opId: `${ids}${own}`, base: version, parts: [part] };
    const sent = performance.now();
    const { dropped } = await asked<Acknowledged>(socket, 'operation', { article, operation });
    const acknowledged = performance.now();
    if (dropped.length > 0) throw new Error(`dropped: ${JSON.stringify(dropped)}`);
    await heard;
    return { sent, acknowledged };
  };
  return { type, onKey: (listener) => void listeners.push(listener), close: () => socket.disconnect() };
};

/** An access token for the server whose data is in a folder; the same one each time. */
export const tokenIn = async (folder: string): Promise<string> => {
  const file = join(folder, 'bench-token');
  if (existsSync(file)) return readFileSync(file, 'utf8');
  const person = ['add-user', 'bench@example.org', '--name', 'Bench', '--role', 'lead', '--token'];
  const token = await runScript('server/admin.ts', person, { DATA_DIR: folder });
  writeFileSync(file, token);
  return token;
};

/** Our server, as `npm start` runs it. */
export const touchstone: Peer = {
  name: 'Touchstone',
  keeps: 'the operation, fsynced',
  start: async (folder) => {
    const token = await tokenIn(folder);
    const server = await startProcess('server/main.ts', { DATA_DIR: folder });
    return {
      ...server,
      newArticle: async () => {
        const response = await fetch(`http://127.0.0.1:${server.port}/api/articles`, {
          method: 'POST',
          headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
          body: JSON.stringify({ title: 'The moon', text: paragraphs(SEATS).join('\n\n'), clean: false }),
        });
        if (response.status !== 201) throw new Error(`${response.status} ${await response.text()}`);
        return ((await response.json()) as { readonly id: string }).id;
      },
      open: async (place) => openPage(await connected(place.port ?? server.port, { token }), place),
    };
  },
};
