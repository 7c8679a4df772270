import { once } from 'node:events';
import { createServer, type Server as HttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { io, type Socket } from 'socket.io-client';
import type { Notices, Speaker } from '../../server/connection.ts';
import { sha256 } from '../../server/digest.ts';
import { Room } from '../../server/room.ts';
import { Rooms } from '../../server/rooms.ts';
import { type SocketLimits, Sockets } from '../../server/sockets.ts';
import type { LogStore } from '../../server/storage/log-store.ts';
import { memoryLogStore } from '../../server/storage/memory-log-store.ts';
import { type Article, articleFromJson } from '../../shared/article.ts';
import { parseEntry, replay } from '../../shared/log.ts';
import type { AnyPart } from '../../shared/operations/index.ts';
import { type EntryJson, type Fetched, type Joined, PROTOCOL } from '../../shared/protocol.ts';
import { ROLES, type Role } from '../../shared/roles.ts';
import { creation } from './newsroom.ts';
import { type TestTime, testTime } from './time.ts';

type NoticeName = keyof Notices;
type Notice<N extends NoticeName> = Parameters<Notices[N]>[0];

/** A page on a real socket, as raw as a stranger's. */
export class Line {
  readonly socket: Socket;
  readonly heard: { readonly name: string; readonly notice: unknown }[] = [];

  constructor(socket: Socket) {
    this.socket = socket;
    socket.onAny((name: string, notice: unknown) => this.heard.push({ name, notice }));
  }

  /** Sends a request and gives its answer, whatever that is. */
  // biome-ignore lint/suspicious/noExplicitAny: what comes off the wire is looked at field by field.
  ask(name: string, ...payload: readonly unknown[]): Promise<any> {
    return this.socket.emitWithAck(name, ...payload);
  }

  /** Opens an article. */
  join(article: string, version?: number): Promise<Joined> {
    return this.ask('join', { article, ...(version !== undefined && { version }) });
  }

  /** Sends one operation. */
  does(article: string, opId: string, base: number, parts: readonly (AnyPart | object)[]) {
    return this.ask('operation', { article, operation: { opId, base, parts } });
  }

  /** Fetches until the head is reached. */
  async fetchAll(article: string, after: number): Promise<readonly EntryJson[]> {
    const fetched: Fetched = await this.ask('fetch', { article, after });
    const last = fetched.entries.at(-1)?.version ?? after;
    return last < fetched.version ? [...fetched.entries, ...(await this.fetchAll(article, last))] : fetched.entries;
  }

  /** What was heard under a name so far. */
  notices<N extends NoticeName>(name: N): readonly Notice<N>[] {
    return this.heard.filter((each) => each.name === name).map(({ notice }) => notice as Notice<N>);
  }

  /** The first notice of a name, heard or to come, that is as wanted. */
  async hears<N extends NoticeName>(name: N, wanted: (notice: Notice<N>) => boolean = () => true): Promise<Notice<N>> {
    for (;;) {
      const found = this.notices(name).find(wanted);
      if (found) return found;
      await once(this.socket as never, name);
    }
  }

  /** The article that was joined with all the entries that came since, up to a version. */
  async article({ article, version }: Joined, upTo: number): Promise<Article> {
    if (!article) throw new Error('joined without the article');
    if (upTo > version) await this.hears('entries', ({ entries }) => entries.some((entry) => entry.version === upTo));
    const entries = this.notices('entries').flatMap((notice) => notice.entries);
    const news = entries.filter((entry) => entry.version > version && entry.version <= upTo);
    return replay(
      articleFromJson(article),
      news.map((entry) => parseEntry(entry, 'entry')),
    );
  }
}

/** What an exchange is opened with. */
export interface ExchangeParts {
  readonly store?: LogStore;
  readonly limits?: Partial<SocketLimits>;
  readonly publicUrl?: string;
}

const colour = '#336699';

/**
 * A real server on a port of its own, with real rooms and real sockets. Everyone is whom their token says, in the role it ends
 * with: `ben.editor`.
 */
export class Exchange {
  readonly store: LogStore;
  readonly rooms: Rooms;
  readonly sockets: Sockets;
  readonly time: TestTime = testTime();
  readonly reports: unknown[] = [];
  /** Tokens that open nothing any more. */
  readonly revoked = new Set<string>();
  /** Roles that people were given since their token was made. */
  readonly given = new Map<string, Role>();
  /** The tokens of which it was asked whose they are. */
  readonly asked: unknown[] = [];
  /** What happens while it is asked who people are. */
  meanwhile: () => Promise<unknown> = async () => {};
  readonly #http: HttpServer = createServer();
  readonly #lines: Socket[] = [];
  #articles = 0;

  private constructor({ store = memoryLogStore(), limits, publicUrl }: ExchangeParts) {
    const { clock, after } = this.time;
    const report = (error: unknown) => void this.reports.push(error);
    this.store = store;
    const newId = () => {
      this.#articles += 1;
      return `article-${this.#articles}`;
    };
    this.rooms = new Rooms({ store, clock, after, report, digest: sha256, newId });
    this.sockets = new Sockets({
      rooms: this.rooms,
      clock,
      after,
      report,
      authenticate: async (_headers, token) => {
        this.asked.push(token);
        return this.#speaker(token);
      },
      profiles: async (ids) => {
        await this.meanwhile();
        return Object.fromEntries(ids.map((id) => [id, { name: id, role: 'editor', colour }]));
      },
      ...(limits && { limits }),
      ...(publicUrl !== undefined && { publicUrl }),
    });
    this.sockets.attach(this.#http);
  }

  static async open(parts: ExchangeParts = {}): Promise<Exchange> {
    const exchange = new Exchange(parts);
    exchange.#http.listen(0, '127.0.0.1');
    await once(exchange.#http, 'listening');
    return exchange;
  }

  #speaker(token: unknown): Speaker | undefined {
    if (typeof token !== 'string' || this.revoked.has(token)) return undefined;
    const [name = '', first = ''] = token.split('.');
    const role = this.given.get(name) ?? first;
    if (!Object.hasOwn(ROLES, role)) return undefined;
    const reviewer = { id: name, role: role as Role };
    return { reviewer, profile: { name, role: role as Role, colour }, scopes: undefined };
  }

  /** Where the server listens. */
  get url(): string {
    return `http://127.0.0.1:${(this.#http.address() as AddressInfo).port}`;
  }

  /** An article of a text, and its id. */
  async article(text: string): Promise<string> {
    const room = await this.rooms.create({ id: 'una', role: 'lead' }, creation(text));
    if (!(room instanceof Room)) throw new Error(JSON.stringify(room));
    return room.id;
  }

  /** Connects, or rejects with the fault that the server gives. */
  async call(token: unknown, auth: object = { protocol: PROTOCOL }, options: object = {}): Promise<Line> {
    const socket = io(this.url, {
      transports: ['websocket'],
      reconnection: false,
      forceNew: true,
      auth: { token, ...auth },
      ...options,
    });
    this.#lines.push(socket);
    const line = new Line(socket);
    const { promise, resolve, reject } = Promise.withResolvers<Line>();
    socket.on('connect', () => resolve(line));
    socket.on('connect_error', (error: Error & { data?: unknown }) => reject(error.data ?? error));
    return promise;
  }

  async close(): Promise<void> {
    for (const socket of this.#lines) socket.disconnect();
    await this.sockets.close();
    await this.rooms.close();
    this.#http.closeAllConnections();
    this.#http.close();
    await once(this.#http, 'close');
    await this.store.close();
  }
}
