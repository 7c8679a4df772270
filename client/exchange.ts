import { batch, computed, signal } from '@preact/signals';
import { articleFromJson } from '../shared/article.ts';
import type { Entry } from '../shared/log.ts';
import type { Operation } from '../shared/operation.ts';
import {
  comparable,
  type Fault,
  type Joined,
  type Presence,
  type Profile,
  type StoringNotice,
} from '../shared/protocol.ts';
import type { Trouble } from '../shared/trouble.ts';
import { Company } from './company.ts';
import { Connection, type Correspondent, type Line } from './connection.ts';
import { type Returned, returned, returnedWhole } from './given-back.ts';
import type { Keeper } from './keeper.ts';
import { sessionFromKept } from './kept-session.ts';
import { LongAway } from './long-away.ts';
import type { Ports } from './ports.ts';
import { Replaying } from './replaying.ts';
import { resighted } from './resighting.ts';
import { Revisers } from './revisers.ts';
import { type GivenBack, openSession, receive, type Session, takeNext, unanswered } from './session.ts';
import { t } from './strings/index.ts';
import { TextsOnScreen } from './texts-on-screen.ts';

/** The page that an exchange is for. */
export interface Page {
  /** The claim that is open on it, for the others to see. */
  readonly claim: () => string | undefined;
  /** An entry came in, after which the session is this one. */
  readonly entered: (entry: Entry, session: Session) => void;
  /** Something else of the article is seen than before. */
  readonly resighted: () => void;
}

/**
 * A page's exchange with the server: its session, what waits in it, what is kept of it on this machine, what came back, and who
 * else is there.
 */
export class Exchange implements Correspondent {
  readonly session = signal<Session | undefined>(undefined);
  readonly state = signal<Line>('opening');
  readonly fault = signal<Fault | undefined>(undefined);
  /** Why the server can store nothing now. */
  readonly trouble = signal<Trouble | undefined>(undefined);
  readonly tray = signal<readonly Returned[]>([]);
  /** Whether what waits is looked through before it is sent, since much has happened meanwhile. */
  readonly held = signal(false);
  readonly waiting = computed(() => this.session.value?.pending.length ?? 0);
  readonly company = new Company(() => this.#tell());
  readonly revisers = new Revisers();
  /** The texts that are on screen, which follow what comes of all this. */
  readonly texts = new TextsOnScreen();
  /** The article as it stood at every version, as far as it was asked for. */
  readonly log = new Replaying(
    (after, limit) => this.#connection.fetch(after, limit),
    () => new Promise((resolve) => setTimeout(resolve)),
    () => performance.now(),
  );

  readonly #ports: Ports;
  readonly #page: Page;
  readonly #connection: Connection;
  readonly #away = new LongAway();

  constructor(id: string, ports: Ports, page: Page) {
    this.#ports = ports;
    this.#page = page;
    const kept = ports.place?.kept && sessionFromKept(ports.place.kept);
    if (kept) {
      this.session.value = kept.session;
      this.log.begin(kept.session?.confirmed.sight);
      this.#give(kept.givenBack);
    }
    this.hear('storing', (message) => {
      this.trouble.value = (message as StoringNotice).trouble;
    });
    this.#connection = new Connection(id, ports.wire, this);
  }

  get #keeper(): Keeper | undefined {
    return this.#ports.place?.keeper;
  }

  /** Whether what waits is still there when the page is closed. */
  get isKept(): boolean {
    return this.#ports.place !== undefined;
  }

  /** The session after something was done here: kept, and sent as soon as it can be. */
  queue(session: Session): void {
    this.session.value = session;
    this.#keeper?.waiting(session);
    this.#connection.flush();
  }

  /** Sends what was held for review; or gives all of it back and sends nothing. */
  review(sends: boolean): void {
    if (!sends) this.#giveAllBack(t('review.takenBack'));
    this.#away.reviewed(this.#ports.now());
    this.held.value = false;
    this.#connection.flush();
  }

  /** Takes something out of the tray. */
  dismiss(id: string): void {
    this.tray.value = this.tray.value.filter((each) => each.id !== id);
  }

  /** The newest entries, newest first, at most so many before a version. */
  async entriesBefore(version: number, limit: number): Promise<readonly Entry[]> {
    const after = Math.max(0, version - limit - 1);
    const entries = await this.#connection.fetch(after, Math.min(limit, version - after - 1));
    return [...entries].reverse();
  }

  /** Asks the server whether both have the same at this version; when not, and nothing is under way, opens the article anew. */
  async check(hash: (text: string) => Promise<string>): Promise<void> {
    const session = this.session.peek();
    if (!session || session.pending.length > 0) return;
    const same = await this.#connection.compare(session.confirmed.version, await hash(comparable(session.confirmed)));
    if (same === false && this.session.peek() === session) this.#connection.reopen();
  }

  /** Has something of the server's notices heard by who knows what to do with it. */
  hear(notice: string, run: (message: object) => void): void {
    this.#ports.wire.on(notice, run);
  }

  /** Takes nothing in while the text must stay as it is drawn, as if it were on its way still. */
  hold(holds: boolean): void {
    this.#connection.hold(holds);
  }

  /** The browser says whether there is a network. */
  network(there: boolean): void {
    this.#connection.network(there);
  }

  async close(): Promise<void> {
    this.company.stop();
    this.#connection.close();
    await this.#keeper?.close(this.session.peek());
    this.#ports.place?.release();
  }

  // What the connection asks and tells.

  version(): number | undefined {
    return this.session.value?.confirmed.version;
  }

  opened(joined: Joined): void {
    if (!joined.article) throw new Error('no article in the answer');
    this.#giveAllBack(t('fault.future-base'));
    const session = openSession(joined.reviewer, articleFromJson(joined.article));
    this.session.value = session;
    this.log.begin(session.confirmed.sight);
    this.#keeper?.opened(session);
    this.texts.reset();
  }

  sightKey(): string | undefined {
    return this.session.value?.confirmed.sight;
  }

  resighted({ article }: Joined, since: readonly Entry[]): void {
    const session = this.session.value;
    if (!session || !article) throw new Error('no article in the answer');
    for (const entry of since) this.#heard(entry);
    const came = resighted(session, articleFromJson(article), since);
    this.log.begin(article.sight);
    batch(() => {
      this.session.value = came.session;
      this.texts.follow(came.moves.filter(({ target }) => target === 'body'));
      this.texts.resetRationales();
      this.#page.resighted();
    });
    this.#keeper?.opened(came.session);
    this.#give(came.givenBack);
  }

  entered(entries: readonly Entry[]): void {
    for (const entry of entries) {
      const session = this.session.value;
      if (!session) return;
      if (entry.previous !== session.confirmed.hash) {
        this.#connection.reopen(); // the log is another: the server was restored
        return;
      }
      const came = receive(session, entry);
      this.#heard(entry);
      batch(() => {
        this.session.value = came.session;
        this.texts.follow(came.moves);
        this.#page.entered(entry, came.session);
      });
      this.#keeper?.entered(entry, came.session);
      this.#give(came.givenBack);
      this.#away.overtaken(entry, came.session);
    }
  }

  next(): Operation | undefined {
    const session = this.session.value;
    if (!session) return undefined;
    this.held.value ||= this.#away.isLong(session, this.#ports.now());
    if (this.held.value) return undefined;
    const taken = takeNext(session);
    this.session.value = taken.session;
    if (taken.operation) this.#keeper?.waiting(taken.session);
    return taken.operation ?? unanswered(taken.session);
  }

  kept(): Promise<void> {
    return this.#keeper?.kept() ?? Promise.resolve();
  }

  refused(fault: Fault): void {
    const words = t(`fault.${fault.fault}`);
    this.#giveAllBack(fault.fault === 'invalid' ? `${words} (${fault.message})` : words);
  }

  present(present: readonly Presence[], all?: 'all'): void {
    this.company.present(present, all);
  }

  people(people: Readonly<Record<string, Profile>>): void {
    this.company.people(people);
  }

  line(line: Line): void {
    this.state.value = line;
    // A server that is there again says by itself when it can store nothing.
    if (line === 'reconnecting') this.trouble.value = undefined;
    if (line === 'open') this.company.moved();
  }

  closed(fault: Fault): void {
    // What waits goes nowhere any more: its author has it back.
    if (fault.fault === 'gone') {
      this.#giveAllBack(t('fault.gone'));
      this.#keeper?.forget();
    }
    this.fault.value = fault;
  }

  #heard(entry: Entry): void {
    this.company.entered(entry);
    this.revisers.entered(entry);
  }

  #give(givenBack: readonly GivenBack[]): void {
    if (givenBack.length > 0) this.tray.value = [...this.tray.value, ...givenBack.flatMap(returned)];
  }

  /** Nothing waits any more: all of it goes back to its author. */
  #giveAllBack(why: string): void {
    const session = this.session.value;
    if (!session) return;
    this.tray.value = [...this.tray.value, ...session.pending.flatMap((each) => returnedWhole(each, why))];
    const emptied = openSession(session.reviewer, session.confirmed);
    this.session.value = emptied;
    this.#keeper?.waiting(emptied);
    this.texts.reset();
  }

  #tell(): void {
    const session = this.session.value;
    if (session) this.#connection.tell(this.company.whereabouts(session, this.#page.claim()));
  }
}
