import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Node } from 'prosemirror-model';
import { Step } from 'prosemirror-transform';
import { Server } from 'socket.io';
import { schema } from '../../shared/schema.ts';

// The authority of ProseMirror's guide (https://prosemirror.net/docs/guide/#collab) over socket.io, in memory: steps made in
// another version than the newest are refused, and everyone is told of new ones.

class Authority {
  doc: Node;
  readonly steps: Step[] = [];
  readonly clientIDs: string[] = [];

  constructor(doc: Node) {
    this.doc = doc;
  }

  receiveSteps(version: number, steps: readonly Step[], clientID: string): boolean {
    if (version !== this.steps.length) return false;
    for (const step of steps) {
      const { doc } = step.apply(this.doc);
      if (!doc) return false;
      this.doc = doc;
      this.steps.push(step);
      this.clientIDs.push(clientID);
    }
    return true;
  }
}

interface Sent {
  readonly article: string;
  readonly version: number;
  readonly steps: readonly unknown[];
  readonly clientID: string;
}

const authorities = new Map<string, Authority>();
const server = createServer();
const carrier = new Server(server, { serveClient: false, perMessageDeflate: false, transports: ['websocket'] });

carrier.on('connection', (socket) => {
  socket.on('create', ({ article, doc }: { readonly article: string; readonly doc: unknown }, answer: () => void) => {
    authorities.set(article, new Authority(schema.nodeFromJSON(doc)));
    answer();
  });
  socket.on('join', async ({ article }: { readonly article: string }, answer: (joined: object) => void) => {
    await socket.join(article);
    const authority = authorities.get(article);
    answer({ doc: authority?.doc.toJSON(), version: authority?.steps.length });
  });
  socket.on('steps', ({ article, version, steps, clientID }: Sent, answer: (taken: boolean) => void) => {
    const read = steps.map((step) => Step.fromJSON(schema, step));
    const taken = authorities.get(article)?.receiveSteps(version, read, clientID) ?? false;
    answer(taken);
    if (taken) carrier.to(article).emit('steps', { version, steps, clientIDs: steps.map(() => clientID) });
  });
});

server.listen(Number(process.env.PORT), '127.0.0.1', () => {
  console.log(`listens at http://127.0.0.1:${(server.address() as AddressInfo).port}`);
});
