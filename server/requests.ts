import { articleToJson } from '../shared/article.ts';
import { Invalid } from '../shared/parsing.ts';
import {
  type EntryJson,
  type Fault,
  FETCH_LIMIT,
  faultOf,
  parseCompare,
  parseFetch,
  parseJoin,
  parseLeave,
  parsePresence,
  parseSubmission,
  type REQUESTS,
} from '../shared/protocol.ts';
import { isOpenTo } from '../shared/roles.ts';
import { opens, type Scope } from '../shared/scopes.ts';
import { Audience, type AudienceParts } from './audience.ts';
import type { Bucket } from './bucket.ts';
import type { Connection, Reply } from './connection.ts';
import { reviewersOf } from './people.ts';
import type { Room } from './room.ts';
import { RoomView } from './room-view.ts';
import type { Rooms } from './rooms.ts';

/** A connection with what it has open. */
export interface Page {
  readonly connection: Connection;
  readonly open: Map<string, Audience>;
  readonly operations: Bucket;
  readonly requests: Bucket;
  /** What is not taken may come so often. */
  readonly patience: Bucket;
}

/** Sends the answer to a request. */
export type Answer = (reply: Reply | Fault) => void;

type Handler = (page: Page, payload: unknown, answer: Answer) => Promise<void>;

/** What requests are answered with. */
export interface RequestParts extends Omit<AudienceParts, 'room'> {
  readonly rooms: Rooms;
  /** Whether there was an article that was erased. */
  readonly isErased?: (article: string) => Promise<boolean>;
}

/** What an access token must have been made for to ask for each. */
const NEEDS: Readonly<Record<(typeof REQUESTS)[number], Scope>> = {
  join: 'read',
  leave: 'read',
  operation: 'annotate',
  fetch: 'read',
  presence: 'read',
  compare: 'read',
};

/** What each request of the protocol does; every one of them answers exactly once or throws. */
export class Requests {
  readonly #parts: RequestParts;
  readonly #audiences = new Map<string, Audience>();

  constructor(parts: RequestParts) {
    this.#parts = parts;
  }

  /** What handles a request; a name that is none is `Invalid`. */
  handler(name: unknown): Handler {
    if (typeof name !== 'string' || !Object.hasOwn(this.#handlers, name)) {
      throw new Invalid('', `there is no request "${String(name).slice(0, 40)}"`);
    }
    const [handle, needed] = [
      this.#handlers[name as (typeof REQUESTS)[number]],
      NEEDS[name as (typeof REQUESTS)[number]],
    ];
    return async (page, payload, answer) => {
      if (!opens(page.connection.data.speaker.scopes, needed)) return answer(notInScope(needed));
      await handle(page, payload, answer);
    };
  }

  /** The pages on which an article is open, if there are any. */
  audienceOf(article: string): Audience | undefined {
    return this.#audiences.get(article);
  }

  /** Says again where the pages of this server are, for servers that did not hear it. */
  sayWhereabouts(): void {
    for (const audience of this.#audiences.values()) audience.sayWhereabouts();
  }

  /** A page is gone. */
  leaveAll(page: Page): void {
    for (const article of [...page.open.keys()]) this.#leave(page, article);
  }

  /** An article that a page has open is there no more. */
  end(page: Page, article: string): void {
    if (!page.open.has(article)) return;
    this.#leave(page, article);
    page.connection.emit('fault', { ...faultOf('gone'), article });
  }

  readonly #handlers: Readonly<Record<(typeof REQUESTS)[number], Handler>> = {
    join: async (page, payload, answer) => {
      const { article, version, sight } = parseJoin(payload, 'join');
      const isOpen = isOpenTo(page.connection.data.speaker.reviewer, article);
      const room = isOpen ? await this.#parts.rooms.open(article) : undefined;
      if (!room) {
        const isErased = isOpen && (await this.#parts.isErased?.(article));
        return answer(faultOf(isErased ? 'gone' : 'no-article'));
      }
      if (version !== undefined && version > room.article.version) await room.catchUp();
      const people = await this.#parts.profiles([...reviewersOf(room.article)]);
      const missed = version === undefined ? undefined : await room.entriesAfter(version, FETCH_LIMIT);
      const head = room.article.version;
      if (version !== undefined && version > head) {
        return answer(faultOf('future-base', `The article is at version ${head}, not at ${version}.`));
      }
      if (!page.connection.connected) return;
      if (room.isGone) return answer(faultOf('gone')); // deleted meanwhile
      // Nothing is awaited from here on, so that what is answered and what is sent afterwards have no gap between them.
      const audience = this.#audiences.get(article) ?? this.#audience(room);
      page.open.set(article, audience);
      audience.enter(page.connection, people);
      const view = viewOf(room, page);
      const entries = missed && sight === view.sight?.key ? view.entries(missed) : undefined;
      answer({
        reviewer: page.connection.data.speaker.reviewer.id,
        version: head,
        ...(entries ? { entries } : { article: articleToJson(view.article) }),
        people: audience.peopleFor(page.connection),
        present: view.present(audience.present),
      });
      this.#parts.count?.(entries ? 'resyncs' : 'openings');
      audience.follow(page.connection, entries ? reached(entries, version ?? 0) : head);
    },

    leave: async (page, payload, answer) => {
      this.#leave(page, parseLeave(payload, 'leave').article);
      answer({});
    },

    operation: async (page, payload, answer) => {
      const { article, operation } = parseSubmission(payload, 'submission');
      const room = page.open.get(article)?.room;
      if (!room) return answer(faultOf('not-joined'));
      answer(await room.perform(page.connection.data.speaker.reviewer, operation));
    },

    fetch: async (page, payload, answer) => {
      const { article, after, limit } = parseFetch(payload, 'fetch');
      const audience = page.open.get(article);
      if (!audience) return answer(faultOf('not-joined'));
      if (after > audience.room.article.version) await audience.room.catchUp();
      const view = viewOf(audience.room, page);
      const entries = await view.entriesAfter(after, limit);
      const { version } = audience.room.article;
      answer({ article, entries, version, ...(view.sight && { sight: view.sight.key }) });
      if (reached(entries, after) === version) audience.caughtUp(page.connection);
    },

    presence: async (page, payload, answer) => {
      const { article, ...presence } = parsePresence(payload, 'presence');
      const audience = page.open.get(article);
      if (!audience) return answer(faultOf('not-joined'));
      const { id, data } = page.connection;
      audience.move({ ...presence, session: id, reviewer: data.speaker.reviewer.id });
      answer({});
    },

    compare: async (page, payload, answer) => {
      const { article, version, hash } = parseCompare(payload, 'compare');
      const room = page.open.get(article)?.room;
      if (!room) return answer(faultOf('not-joined'));
      const own = viewOf(room, page).hashAt(version);
      if (own === undefined) return answer({ version });
      if (own !== hash) this.#parts.count?.('drift');
      if (own !== hash) this.#parts.report(new Error(`a page of ${article} differs at version ${version}`));
      answer({ version, same: own === hash });
    },
  };

  #audience(room: Room): Audience {
    const audience = new Audience({ ...this.#parts, room });
    this.#audiences.set(room.id, audience);
    this.#parts.others?.tell('whereabouts', room.id);
    return audience;
  }

  #leave(page: Page, article: string): void {
    const audience = page.open.get(article);
    page.open.delete(article);
    audience?.leave(page.connection);
    if (audience?.isEmpty) this.#audiences.delete(article);
  }
}

const notInScope = (needed: Scope): Fault =>
  faultOf('scope', `This access token was not made for this: it needs the scope "${needed}".`);

const viewOf = (room: Room, { connection }: Page): RoomView => new RoomView(room, connection.data.speaker.reviewer);

const reached = (entries: readonly EntryJson[] | undefined, before: number): number =>
  entries?.at(-1)?.version ?? before;
