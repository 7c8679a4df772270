import { type Entry, parseEntry } from '../shared/log.ts';
import {
  type Compared,
  type Entries,
  type Fault,
  FETCH_LIMIT,
  type Fetched,
  isFault,
  type Joined,
  type PeopleNotice,
  type Presence,
  type PresenceNotice,
  type Profile,
} from '../shared/protocol.ts';
import type { Told } from './company.ts';
import { ENDING, PAUSE, type Sender, Sending } from './sending.ts';
import type { Wire } from './wire.ts';

/** Whether the server can be reached: `opening` until it answered once. */
export type Line = 'opening' | 'open' | 'reconnecting' | 'offline';

/** Whose article the connection carries: keeps the session and says what to send. */
export interface Correspondent extends Pick<Sender, 'next' | 'kept' | 'refused'> {
  /** The version that the session stands at; nothing before it is open. */
  readonly version: () => number | undefined;
  /** The sight that the session's article is seen under; nothing while that is all of it. */
  readonly sightKey: () => string | undefined;
  /** The article came. */
  readonly opened: (joined: Joined) => void;
  /** The article came as it is seen from now on, with the entries from the session's version up to its. */
  readonly resighted: (joined: Joined, since: readonly Entry[]) => void;
  /** The next entries came, without gaps. */
  readonly entered: (entries: readonly Entry[]) => void;
  /** Where pages are now that moved or went; `all` when it is where every page is. */
  readonly present: (present: readonly Presence[], all?: 'all') => void;
  readonly people: (people: Readonly<Record<string, Profile>>) => void;
  readonly line: (line: Line) => void;
  /** The article cannot be opened, or no longer. */
  readonly closed: (fault: Fault) => void;
}

/**
 * Carries one article between its session and the server: joins, resumes by version after a break, has what waits sent, and
 * fetches what it missed.
 */
export class Connection {
  readonly #article: string;
  readonly #wire: Wire;
  readonly #whose: Correspondent;
  readonly #sending: Sending;
  #joined = false;
  #fetching = false;
  /** Something else is seen than what the session has: nothing more goes into that. */
  #resighting = false;
  /** Whether more was missed while what was missed is fetched. */
  #behind = false;
  #closed = false;
  /** Whether nothing is taken in for a moment, and what came meanwhile. */
  #held = false;
  #came: Entries['entries'] = [];
  /** The browser has no network. */
  #away = false;

  constructor(article: string, wire: Wire, whose: Correspondent) {
    this.#article = article;
    this.#wire = wire;
    this.#whose = whose;
    this.#sending = new Sending(article, wire, {
      next: () => whose.next(),
      kept: () => whose.kept(),
      refused: (fault, operation) => whose.refused(fault, operation),
      isOpen: () => this.#joined && !this.#closed,
      ended: (fault) => this.#end(fault),
      missing: (version) => void ((whose.version() ?? 0) < version && this.#catchUp()),
    });
    wire.on('connect', () => void this.#join());
    wire.on('disconnect', () => this.#lost());
    wire.on('connect_error', (error) => this.#failed((error as { readonly data?: object }).data));
    wire.on('entries', (message) => this.#take((message as Entries).entries));
    wire.on('presence', (message) => this.#present((message as PresenceNotice).present));
    wire.on('people', (message) => whose.people((message as PeopleNotice).people));
    wire.on('lag', () => void this.#catchUp());
    wire.on('sight', () => this.#seesOtherwise());
    wire.on('fault', (message) => this.#failed(message));
    if (wire.connected) void this.#join();
  }

  /** Sends what waits, if nothing is under way. */
  flush(): void {
    this.#sending.flush();
  }

  /** Tells the others where this reviewer is; lost when the line is down. */
  tell(presence: Told): void {
    if (this.#joined) this.#wire.emit('presence', { article: this.#article, ...presence });
  }

  /** The entries after a version, oldest first, at most `limit`. */
  async fetch(after: number, limit: number): Promise<readonly Entry[]> {
    return (await this.#fetched(after, limit)).entries;
  }

  /** Whether the server has the same text and anchors at a version; nothing while it cannot be told. */
  async compare(version: number, hash: string): Promise<boolean | undefined> {
    if (!this.#joined) return undefined;
    const answer = await this.#wire.emitWithAck('compare', { article: this.#article, version, hash });
    return isFault(answer) ? undefined : (answer as Compared).same;
  }

  /** Fetches the article anew. */
  reopen(): void {
    this.#joined = false;
    void this.#join('anew');
  }

  async #fetched(
    after: number,
    limit: number,
  ): Promise<Omit<Fetched, 'article' | 'entries'> & { readonly entries: readonly Entry[] }> {
    const answer = await this.#wire.emitWithAck('fetch', { article: this.#article, after, limit });
    if (isFault(answer)) throw new Error(answer.message);
    const fetched = answer as Fetched;
    return { ...fetched, entries: fetched.entries.map((entry, index) => parseEntry(entry, `entries[${index}]`)) };
  }

  /** The browser says whether there is a network. */
  network(there: boolean): void {
    if (this.#closed) return;
    this.#away = !there;
    if (there) this.#wire.connect();
    else {
      this.#wire.disconnect();
      this.#lost();
      this.#whose.line('offline');
    }
  }

  /** Takes nothing in, as if it were on its way still, until it is let through. */
  hold(holds: boolean): void {
    if (this.#held === holds) return;
    this.#held = holds;
    if (holds) return;
    const came = this.#came;
    this.#came = [];
    this.#take(came);
    if (this.#behind) void this.#catchUp();
  }

  close(): void {
    this.#closed = true;
    this.#joined = false;
    this.#wire.disconnect();
  }

  #lost(): void {
    this.#joined = false;
    this.#sending.broke();
    if (this.#closed || this.#away) return;
    this.#whose.line('reconnecting');
    this.#later(() => !this.#away && this.#wire.connect()); // socket.io does not come back by itself to who turned it away
  }

  #failed(fault: object | undefined): void {
    if (fault && isFault(fault) && ENDING.has(fault.fault)) this.#end(fault);
    else if (!this.#wire.connected) this.#lost();
  }

  #present(present: readonly Presence[], all?: 'all'): void {
    this.#whose.present(
      present.filter(({ session }) => session !== this.#wire.id),
      all,
    );
  }

  #end(fault: Fault): void {
    this.close();
    this.#whose.closed(fault);
  }

  async #join(anew?: 'anew'): Promise<void> {
    const [version, sight] = anew ? [] : [this.#whose.version(), this.#whose.sightKey()];
    try {
      const message = {
        article: this.#article,
        ...(version !== undefined && { version }),
        ...(sight !== undefined && { sight }),
      };
      const answer = await this.#wire.emitWithAck('join', message);
      if (isFault(answer)) {
        if (ENDING.has(answer.fault) || this.#whose.version() === undefined) this.#end(answer);
        else if (answer.fault === 'future-base')
          void this.#join('anew'); // the server was restored
        else this.#later(() => void this.#join());
        return;
      }
      const joined = answer as Joined;
      this.#came = []; // it comes again with what was missed
      this.#whose.people(joined.people);
      this.#sending.broke();
      const seesOtherwise = version !== undefined && joined.article !== undefined;
      if (version === undefined) this.#whose.opened(joined);
      else if (seesOtherwise) await this.#resight(joined);
      this.#resighting = false;
      this.#take(joined.entries ?? []);
      this.#joined = true;
      this.#present(joined.present, 'all');
      this.#whose.line('open');
      if (seesOtherwise || (this.#whose.version() ?? 0) < joined.version) await this.#catchUp();
      this.flush();
    } catch {
      this.#later(() => this.#wire.connected && void this.#join());
    }
  }

  /** Something else is seen from now on: nothing is sent and nothing taken in until the article is there as it is seen. */
  #seesOtherwise(): void {
    this.#joined = false;
    this.#resighting = true;
    void this.#join();
  }

  async #resight(joined: Joined): Promise<void> {
    this.#resighting = true;
    const since: Entry[] = [];
    const from = this.#whose.version() ?? 0;
    if (from > joined.version) throw new Error('more came in meanwhile');
    while (from + since.length < joined.version) {
      const after = from + since.length;
      const { entries } = await this.#fetched(after, Math.min(FETCH_LIMIT, joined.version - after));
      if (entries.length === 0) throw new Error(`the log ends at ${after}, before ${joined.version}`);
      since.push(...entries);
    }
    this.#whose.resighted(joined, since);
  }

  #take(given: Entries['entries']): void {
    const version = this.#whose.version();
    if (version === undefined || this.#resighting) return;
    if (this.#held) {
      this.#came = [...this.#came, ...given];
      return;
    }
    const news = given.filter((entry) => entry.version > version);
    const [first] = news;
    if (!first) return;
    if (first.version > version + 1) {
      void this.#catchUp();
      return;
    }
    this.#enter(news.map((entry, index) => parseEntry(entry, `entries[${index}]`)));
    this.flush();
  }

  #enter(entries: readonly Entry[]): void {
    const version = this.#whose.version() ?? 0;
    const news = entries.filter((entry) => entry.version > version);
    for (const { opId } of news) this.#sending.came(opId);
    if (news.length > 0) this.#whose.entered(news);
  }

  async #catchUp(): Promise<void> {
    this.#behind = true;
    if (this.#fetching || this.#resighting || this.#held) return;
    this.#fetching = true;
    try {
      for (;;) {
        this.#behind = false;
        const { entries, version: head, sight } = await this.#fetched(this.#whose.version() ?? 0, FETCH_LIMIT);
        if (this.#resighting) break;
        if (this.#held) {
          this.#behind = true;
          break;
        }
        if (sight !== this.#whose.sightKey()) {
          this.#seesOtherwise();
          break;
        }
        this.#enter(entries);
        const isThere = (this.#whose.version() ?? 0) >= head || entries.length === 0;
        if (isThere && !this.#behind) break;
      }
    } catch {
      // the line broke: joining again brings what is missing
    } finally {
      this.#fetching = false;
    }
    this.flush();
  }

  #later(what: () => void): void {
    setTimeout(() => !this.#closed && what(), PAUSE);
  }
}
