import type { Server as HttpServer, IncomingHttpHeaders } from 'node:http';
import { Server } from 'socket.io';
import type { FaultReason } from '../shared/faults.ts';
import { OPERATION_CAPS } from '../shared/operation.ts';
import { Invalid } from '../shared/parsing.ts';
import { type Fault, faultOf, isFault, PROTOCOL, type StoringNotice } from '../shared/protocol.ts';
import { TROUBLES, type Trouble } from '../shared/trouble.ts';
import type { Audience, Profiles } from './audience.ts';
import { Bucket, type Pace } from './bucket.ts';
import type { Clock } from './clock.ts';
import type { Carrier, Connection, Speaker } from './connection.ts';
import type { Counted } from './metrics.ts';
import { mayConnect } from './origin.ts';
import { type BetweenServers, type Others, othersOver } from './others.ts';
import type { Adapter } from './redis.ts';
import { type Answer, type Page, Requests } from './requests.ts';
import type { Rooms } from './rooms.ts';
import type { After } from './timer.ts';

/** What the carrier is built from. */
export interface SocketParts {
  readonly rooms: Rooms;
  /** Who opens a connection, by the headers and by what was handed over as `auth.token`; asked again now and then. */
  readonly authenticate: (headers: IncomingHttpHeaders, token: unknown) => Promise<Speaker | undefined>;
  readonly profiles: Profiles;
  /** Whether there was an article that was erased. */
  readonly isErased?: (article: string) => Promise<boolean>;
  readonly clock: Clock;
  readonly after: After;
  /** Told of what should not have happened. */
  readonly report: (error: unknown) => void;
  readonly count?: (what: Counted) => void;
  /** Where people find the server; its pages may connect, as may those of the host that is connected to. */
  readonly publicUrl?: string;
  /** What stands in the way of storing anything, if something does. */
  readonly trouble?: () => Trouble | undefined;
  /** By which servers of one desk hear of one another; absent: there is one alone, or they look into the store. */
  readonly adapter?: Adapter;
  /** What is done with what another server says, pages aside. */
  readonly heard?: Pick<BetweenServers, 'head' | 'gone' | 'source'>;
  readonly limits?: Partial<SocketLimits>;
}

/** What keeps connections within bounds. */
export interface SocketLimits {
  readonly operations: Pace;
  /** For every request that is not an operation. */
  readonly requests: Pace;
  /** How many messages that are not taken a connection may send; after that it is ended. */
  readonly patience: Pace;
  /** A connection with more bytes than this still to take is sent `lag` and no entries. */
  readonly bufferLimit: number;
  /** Milliseconds after which everyone connected is authenticated again. */
  readonly recheck: number;
}

export const SOCKET_LIMITS: SocketLimits = {
  operations: { burst: 200, perSecond: 50 },
  requests: { burst: 200, perSecond: 100 },
  patience: { burst: 1_000, perSecond: 10 },
  bufferLimit: 1_000_000,
  recheck: 1_500,
};

/** The faults that only who sent the message can be the cause of. */
const SENDERS_DOING: ReadonlySet<FaultReason> = new Set(['invalid', 'too-large', 'too-fast', 'not-joined']);

/** A message above this ends the connection; one between the cap of an operation and this is answered with `too-large`. */
const MESSAGE_BYTES = 2 * OPERATION_CAPS.bytes;

/** So often, in milliseconds, other servers are told where the pages of this one are, whether they moved or not. */
const WHEREABOUTS = 10_000;

/** So many milliseconds a connection has to take what was sent to it when the server closes. */
const HANG_UP = 2_000;

/** Carries articles between their rooms and everybody's pages over socket.io; `docs/protocol.md` says what goes over it. */
export class Sockets {
  readonly #parts: SocketParts;
  readonly #limits: SocketLimits;
  readonly #carrier: Carrier;
  readonly #requests: Requests;
  readonly #pages = new Set<Page>();
  readonly #underWay = new Set<Promise<void>>();
  readonly #others: Others | undefined;
  #cancel: () => void;
  #cancelWhereabouts: () => void = () => {};
  #isClosing = false;

  constructor(parts: SocketParts) {
    this.#parts = parts;
    this.#limits = { ...SOCKET_LIMITS, ...parts.limits };
    this.#carrier = new Server({
      serveClient: false,
      perMessageDeflate: false,
      httpCompression: false,
      maxHttpBufferSize: MESSAGE_BYTES,
      transports: ['websocket', 'polling'],
      ...(parts.adapter && { adapter: parts.adapter }),
      allowRequest: (request, decide) => decide(null, mayConnect(request.headers, parts.publicUrl)),
    });
    this.#others = parts.adapter && this.#meetOthers();
    this.#requests = new Requests({
      ...parts,
      carrier: this.#carrier,
      bufferLimit: this.#limits.bufferLimit,
      ...(this.#others && { others: this.#others }),
    });
    this.#carrier.use((connection, next) => {
      this.#admit(connection).then(
        (fault) => next(fault && Object.assign(new Error(fault.message), { data: fault })),
        (error) => {
          parts.report(error);
          next(Object.assign(new Error('storage'), { data: faultOf('storage') }));
        },
      );
    });
    this.#carrier.on('connection', (connection) => this.#welcome(connection));
    this.#cancel = this.#recheckLater();
    if (this.#others) this.#sayWhereaboutsLater();
  }

  /** Answers the connections that come to a server. */
  attach(server: HttpServer): void {
    this.#carrier.attach(server);
  }

  /** How many connections are open. */
  get size(): number {
    return this.#pages.size;
  }

  /** Asks again who everyone connected is, or one reviewer on every server: called when a role was changed or somebody shut out. */
  async recheck(reviewer?: string): Promise<void> {
    if (reviewer !== undefined) this.#others?.tell('rights', reviewer);
    await this.#recheckHere(reviewer);
  }

  async #recheckHere(reviewer?: string): Promise<void> {
    const pages = [...this.#pages].filter(
      ({ connection }) => reviewer === undefined || connection.data.speaker.reviewer.id === reviewer,
    );
    // Pages of one browser show the same secret: it is asked once who shows it.
    const asked = new Map<string, Promise<Speaker | undefined>>();
    await Promise.all(pages.map((page) => this.#recheck(page, asked)));
    if (reviewer === undefined) return;
    const audiences = new Set([...this.#pages].flatMap(({ open }) => [...open.values()]));
    await Promise.all([...audiences].map((audience) => audience.askAgain(reviewer)));
  }

  /** The other servers of the desk, where there may be some. */
  get others(): Others | undefined {
    return this.#others;
  }

  /** Tells the pages of some reviewers, on every server, that there is something new for them to ask for. */
  tell(reviewers: ReadonlySet<string>): void {
    this.#tellHere(reviewers);
    if (reviewers.size > 0) this.#others?.tell('news', [...reviewers]);
  }

  #tellHere(reviewers: ReadonlySet<string>): void {
    for (const { connection } of this.#pages) {
      if (reviewers.has(connection.data.speaker.reviewer.id)) connection.emit('news', {});
    }
  }

  /** Tells every page of this server whether anything can be stored. */
  tellOfTrouble(trouble: Trouble | undefined): void {
    this.#carrier.local.emit('storing', noticeOf(trouble));
  }

  /** An article was erased: every page of this server that has it open is told, and hears no more of it. */
  end(article: string): void {
    for (const page of this.#pages) this.#requests.end(page, article);
  }

  /** The pages on which an article is open, if there are any. */
  audienceOf(article: string): Audience | undefined {
    return this.#requests.audienceOf(article);
  }

  /** Takes nothing more and says so; resolves when all that was taken is answered and everyone is disconnected. */
  async close(): Promise<void> {
    this.#isClosing = true;
    this.#cancel();
    this.#cancelWhereabouts();
    this.#carrier.local.emit('fault', faultOf('closing'));
    await Promise.all(this.#underWay);
    await this.#hangUp();
    this.#carrier.engine?.close();
  }

  /** Ends every connection once it has taken what was sent to it, or after a while; pages then come back of their own accord. */
  async #hangUp(): Promise<void> {
    const gone = [...this.#pages].map(({ connection }) => {
      const { promise, resolve } = Promise.withResolvers<void>();
      connection.on('disconnect', () => resolve());
      connection.conn.close();
      return promise;
    });
    const { promise: late, resolve } = Promise.withResolvers<void>();
    const cancel = this.#parts.after(HANG_UP, resolve);
    await Promise.race([Promise.all(gone), late]);
    cancel();
  }

  async #admit(connection: Connection): Promise<Fault | undefined> {
    if (this.#isClosing) return faultOf('closing');
    const { auth, headers } = connection.handshake;
    if (auth.protocol !== undefined && auth.protocol !== PROTOCOL) return faultOf('old-client');
    const speaker = await this.#parts.authenticate(headers, auth.token);
    if (!speaker) return faultOf('sign-in');
    connection.data.speaker = speaker;
    return undefined;
  }

  #welcome(connection: Connection): void {
    const { clock } = this.#parts;
    const page: Page = {
      connection,
      open: new Map(),
      operations: new Bucket(clock, this.#limits.operations),
      requests: new Bucket(clock, this.#limits.requests),
      patience: new Bucket(clock, this.#limits.patience),
    };
    this.#pages.add(page);
    const trouble = this.#parts.trouble?.();
    if (trouble) connection.emit('storing', noticeOf(trouble));
    // Whatever is sent comes through one door; an event named "error" that nobody listens to would end the process.
    connection.on('error', () => {});
    connection.onAny((name: unknown, ...given: readonly unknown[]) => {
      const answered = this.#answer(page, name, given).finally(() => this.#underWay.delete(answered));
      this.#underWay.add(answered);
    });
    connection.on('disconnect', () => {
      this.#pages.delete(page);
      this.#requests.leaveAll(page);
    });
  }

  async #answer(page: Page, name: unknown, given: readonly unknown[]): Promise<void> {
    const last = given.at(-1);
    const answer: Answer = (reply) => {
      if (typeof last === 'function') last(reply);
      else if (isFault(reply)) page.connection.emit('fault', reply);
      if (isFault(reply) && SENDERS_DOING.has(reply.fault) && !page.patience.take()) this.#cutOff(page);
    };
    try {
      await this.#handle(page, name, given[0], answer);
    } catch (error) {
      if (error instanceof Invalid) return answer(faultOf('invalid', error.message));
      this.#parts.report(error);
      // What nests too deep to be read is the sender's doing; the rest is ours, and worth another try.
      answer(faultOf(error instanceof RangeError ? 'invalid' : 'storage'));
    }
  }

  async #handle(page: Page, name: unknown, payload: unknown, answer: Answer): Promise<void> {
    const handle = this.#requests.handler(name);
    const bucket = name === 'operation' ? page.operations : page.requests;
    if (this.#isClosing) answer(faultOf('closing'));
    else if (!bucket.take()) answer(faultOf('too-fast'));
    else await handle(page, payload, answer);
  }

  /** Ends the connection of who goes on sending what is not taken; what they sent besides is not looked at any more. */
  #cutOff({ connection }: Page): void {
    if (!connection.connected) return;
    this.#parts.count?.('cut_off');
    connection.emit('fault', faultOf('cut-off'));
    connection.disconnect(true);
  }

  async #recheck({ connection, open }: Page, asked: Map<string, Promise<Speaker | undefined>>): Promise<void> {
    const { headers, auth } = connection.handshake;
    const shown = JSON.stringify([headers.authorization, headers.cookie, auth.token]);
    const answer = asked.get(shown) ?? this.#parts.authenticate(headers, auth.token);
    asked.set(shown, answer);
    const speaker = await answer;
    if (speaker) {
      connection.data.speaker = speaker;
      for (const audience of open.values()) audience.meetAgain(connection);
    } else {
      connection.emit('fault', faultOf('sign-in'));
      connection.disconnect(true);
    }
  }

  #meetOthers(): Others {
    const { report, heard } = this.#parts;
    return othersOver(this.#carrier, {
      head: (article, version) => heard?.head(article, version),
      gone: (article) => heard?.gone(article),
      source: (article, source) => heard?.source(article, source),
      rights: (reviewer) => void this.#recheckHere(reviewer).catch(report),
      news: (reviewers) => this.#tellHere(new Set(reviewers)),
      presence: (article, moved) => void this.audienceOf(article)?.hear(moved).catch(report),
      whereabouts: (article) => this.audienceOf(article)?.sayWhereabouts(),
    });
  }

  #sayWhereaboutsLater(): void {
    this.#cancelWhereabouts = this.#parts.after(WHEREABOUTS, () => {
      this.#requests.sayWhereabouts();
      if (!this.#isClosing) this.#sayWhereaboutsLater();
    });
  }

  #recheckLater(): () => void {
    return this.#parts.after(this.#limits.recheck, () => {
      this.recheck().catch(this.#parts.report);
      if (!this.#isClosing) this.#cancel = this.#recheckLater();
    });
  }
}

const noticeOf = (trouble: Trouble | undefined): StoringNotice =>
  trouble ? { trouble, message: TROUBLES[trouble] } : {};
