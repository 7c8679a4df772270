// As much of the peers' packages as the benchmark uses, so that its types hold where they are not installed.

declare module 'prosemirror-collab' {
  import type { EditorState, Plugin, Transaction } from 'prosemirror-state';
  import type { Step } from 'prosemirror-transform';

  export function collab(config: { readonly version: number; readonly clientID: string }): Plugin;
  export function getVersion(state: EditorState): number;
  export function receiveTransaction(
    state: EditorState,
    steps: readonly Step[],
    clientIDs: readonly string[],
  ): Transaction;
  export function sendableSteps(
    state: EditorState,
  ): { readonly version: number; readonly steps: readonly Step[] } | null;
}

declare module '@hocuspocus/server' {
  export class Server {
    constructor(configuration: object);
    readonly address: { readonly port: number };
    listen(): Promise<unknown>;
  }
}

declare module '@hocuspocus/extension-sqlite' {
  export class SQLite {
    constructor(configuration: { readonly database: string });
  }
}

declare module '@hocuspocus/provider' {
  export class HocuspocusProviderWebsocket {
    constructor(configuration: object);
    destroy(): void;
  }
  export class HocuspocusProvider {
    constructor(configuration: object);
    on(event: 'synced', listener: () => void): this;
    on(event: 'unsyncedChanges', listener: (changes: { readonly number: number }) => void): this;
    off(event: 'unsyncedChanges', listener: (changes: { readonly number: number }) => void): this;
    attach(): void;
    destroy(): void;
  }
}

declare module 'yjs' {
  export class XmlText {
    constructor(text: string);
    insert(index: number, text: string): void;
  }
  export class XmlElement {
    constructor(name: string);
    get(index: number): XmlElement | XmlText;
    insert(index: number, content: readonly (XmlElement | XmlText)[]): void;
  }
  export class Doc {
    getXmlFragment(name: string): XmlElement;
    on(event: 'update', listener: (update: Uint8Array, origin: unknown) => void): void;
  }
}

declare module 'ws' {
  import type { EventEmitter } from 'node:events';
  import type { Server } from 'node:http';

  export class WebSocket extends EventEmitter {
    constructor(address: string);
  }
  export class WebSocketServer extends EventEmitter<{ connection: [WebSocket] }> {
    constructor(options: { readonly server: Server });
  }
}

declare module '@teamwork/websocket-json-stream' {
  import type { Duplex } from 'node:stream';

  class WebSocketJSONStream extends Duplex {
    constructor(socket: object);
  }
  export = WebSocketJSONStream;
}

declare module 'sharedb' {
  class ShareDB {
    listen(stream: object): void;
  }
  export = ShareDB;
}

declare module 'sharedb/lib/client/index.js' {
  type Done = (error?: Error) => void;

  export interface Doc {
    subscribe(done: Done): void;
    create(data: object, done: Done): void;
    submitOp(op: readonly object[], done: Done): void;
    on(event: 'op', listener: (op: unknown, isOwn: boolean) => void): void;
  }
  export class Connection {
    constructor(socket: object);
    get(collection: string, id: string): Doc;
    close(): void;
  }
}
