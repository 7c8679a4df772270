import assert from 'node:assert/strict';
import type { EditorState, Transaction } from 'prosemirror-state';
import type { Step } from 'prosemirror-transform';
import { lettingGo, markActed, markIncoming, redo, turningOf, undo } from '../../../client/history.ts';
import { type Kept, keptPending, sessionFromKept } from '../../../client/kept-session.ts';
import { resighted } from '../../../client/resighting.ts';
import {
  act,
  type GivenBack,
  openSession,
  receive,
  type Session,
  takeNext,
  unanswered,
} from '../../../client/session.ts';
import { objectionTo, saidOf, type Takeback, takebackOf, turn } from '../../../client/taking-back.ts';
import { type Article, type ArticleJson, articleFromJson, articleToJson } from '../../../shared/article.ts';
import { changeOf } from '../../../shared/change.ts';
import { parseEntry } from '../../../shared/log.ts';
import type { AnyPart } from '../../../shared/operations/index.ts';
import { type Acknowledged, type EntryJson, type Fault, isFault, toJson } from '../../../shared/protocol.ts';
import { rationaleOf } from '../../../shared/rationale.ts';
import { textsIn } from '../../../shared/rebase.ts';
import type { Reviewer } from '../../../shared/roles.ts';
import type { Target } from '../../../shared/target.ts';
import { BOUNDARY } from '../../../shared/text.ts';
import { Editors } from './editors.ts';

/** What a person sends over the line. */
export type Request =
  | { readonly kind: 'join'; readonly version: number; readonly sight: string | undefined }
  | { readonly kind: 'fetch'; readonly version: number }
  | { readonly kind: 'operation'; readonly opId: string; readonly operation: unknown };

/** What comes back. */
export type Reply =
  | { readonly kind: 'joined'; readonly article?: ArticleJson; readonly entries: readonly EntryJson[] }
  | { readonly kind: 'entries'; readonly entries: readonly EntryJson[]; readonly sight?: string | undefined }
  /** Something else is seen from now on. */
  | { readonly kind: 'sight' }
  | {
      readonly kind: 'answer';
      readonly opId: string;
      readonly answer: Acknowledged | Fault;
    };

/** A reviewer with the real session, a real editor state in step with it, and the real history. */
export class Person {
  readonly id: string;
  /** The letters that only this person types. */
  readonly letters: string;
  session: Session;
  readonly editors = new Editors((target) => {
    const { doc, rationales } = this.session.visible;
    return target === 'body' ? doc : rationaleOf(rationales, target.rationale).doc;
  });
  readonly givenBack: GivenBack[] = [];
  /** Every word typed at once, each unlike any other. */
  readonly typed: string[] = [];
  /** Whether the line was joined since it was opened. */
  joined = false;
  #sending: string | undefined;
  /** The newest undo that was offered by itself. */
  #offered: Takeback | undefined;
  /** What this person brought of others' text, by moving it about. */
  #carried = '';
  #count = 0;
  #base: ArticleJson;
  #entries: EntryJson[] = [];
  readonly #send: (request: Request) => void;
  readonly #now: () => string;

  constructor(id: string, letters: string, article: Article, send: (request: Request) => void, now: () => string) {
    this.id = id;
    this.letters = letters;
    this.#base = articleToJson(article);
    this.session = openSession(id, article);
    this.#send = send;
    this.#now = now;
  }

  /** A word that nobody typed before, in this person's letters. */
  word(): string {
    this.#count += 1;
    const digits = [...String(this.#count)].map((digit) => this.letters[Number(digit)]);
    return `${this.letters[10]}${digits.join('')}${this.letters[11]}`;
  }

  /** A word that is typed at once: it must be in the log in the end, or given back. */
  wordToKeep(): string {
    const word = this.word();
    this.typed.push(word);
    return word;
  }

  /** An id that nobody used before. */
  newId(): string {
    this.#count += 1;
    return `${this.id}-${this.#count}`;
  }

  /** The article's text as its editor has it. */
  get editor(): EditorState {
    return this.editors.of('body');
  }

  does(parts: readonly AnyPart[], atomic?: true): void {
    const [before, at] = [this.session.visible, this.#now()];
    for (const target of ['body' as const, ...textsIn(parts).map((part) => part.target)]) this.editors.of(target);
    const acted = act(this.session, parts, this.newId(), at, atomic);
    this.session = acted.session;
    for (const { steps } of acted.moves) this.#carries(steps);
    const doing = { reviewer: this.id, at };
    const takeback = acted.dropped.length > 0 ? undefined : takebackOf(before, parts, acted.session.visible, doing);
    if (saidOf(parts)) this.#offered = takeback;
    const inTurn = saidOf(parts) ? undefined : takeback;
    this.editors.follow(acted.moves, (transaction, { target }) =>
      target === 'body' && inTurn ? markActed(transaction, inTurn) : transaction,
    );
  }

  /** Takes the newest of what has an undo of its own back, if nobody worked on it since. */
  takesBack(): void {
    const takeback = this.#offered;
    if (takeback && !objectionTo(this.session.visible, takeback, this.#reviewer)) this.does(takeback.parts, true);
  }

  /** A page may be wrong about its role; the server asks again (T7). */
  get #reviewer(): Reviewer {
    return { id: this.id, role: 'admin' };
  }

  #carries(steps: readonly Step[]): void {
    for (const step of steps) for (const { brought } of changeOf(step, undefined).ranges) this.#carried += brought;
  }

  edits(steps: readonly Step[], target: Target = 'body'): void {
    if (steps.length > 0) this.does([{ kind: 'text', target, steps }]);
  }

  undoes(target: Target = 'body'): void {
    this.#turns(target, undo, (transaction) => {
      const ranges = transaction.steps.flatMap((step, index) => changeOf(step, transaction.docs[index]).ranges);
      const back = [...this.#carried, ...ranges.map(({ brought }) => brought).join('')];
      for (const letter of ranges.flatMap(({ taken }) => [...taken])) {
        const again = back.indexOf(letter);
        if (again >= 0) back.splice(again, 1);
        else assert.ok(letter === BOUNDARY || this.letters.includes(letter), `undo took "${letter}" of another away`);
      }
    });
  }

  redoes(target: Target = 'body'): void {
    this.#turns(target, redo, () => {});
  }

  #turns(target: Target, command: typeof undo, check: (transaction: Transaction) => void): void {
    command(this.editors.of(target), (transaction) => {
      check(transaction);
      const turning = turningOf(transaction);
      assert.ok(turning);
      const at = this.#now();
      const turned = turn(this.session, { target, steps: transaction.steps }, turning, {
        reviewer: this.#reviewer,
        opId: this.newId(),
        at,
      });
      if ('session' in turned) {
        this.session = turned.session;
        this.#carries(transaction.steps);
        this.editors.show(target, markActed(transaction, turned.takeback));
      } else if (!turned.passes) this.editors.show(target, lettingGo(this.editors.of(target), turning.way));
    });
  }

  /** Closes the page and opens it again with nothing but what its outbox kept. */
  reloads(): void {
    const pending = keptPending(this.session);
    const kept: Kept = JSON.parse(
      JSON.stringify({ reviewer: this.id, base: this.#base, entries: this.#entries, pending }),
    );
    const { session, givenBack } = sessionFromKept(kept);
    if (!session) throw new Error('what was kept cannot be read');
    this.session = session;
    this.givenBack.push(...givenBack);
    this.editors.close();
    this.#carried = '';
  }

  /** Opens a line: asks for what was missed; what was under way is sent again, the same bytes. */
  connects(): void {
    this.joined = false;
    this.#sending = undefined;
    const { version, sight } = this.session.confirmed;
    this.#send({ kind: 'join', version, sight });
  }

  /** Sends what waits, if nothing is under way. */
  flushes(): void {
    if (!this.joined || this.#sending) return;
    const taken = takeNext(this.session);
    this.session = taken.session;
    const operation = taken.operation ?? unanswered(this.session);
    if (!operation) return;
    this.#sending = operation.opId;
    this.#send({ kind: 'operation', opId: operation.opId, operation: toJson(operation) });
  }

  hears(reply: Reply): void {
    if (reply.kind === 'answer') {
      if (isFault(reply.answer)) {
        if (this.#sending === reply.opId) this.#sending = undefined;
      } else if (reply.answer.version > this.session.confirmed.version) {
        this.#send({ kind: 'fetch', version: this.session.confirmed.version });
      }
      return;
    }
    if (reply.kind === 'sight' || (reply.kind === 'entries' && reply.sight !== this.session.confirmed.sight)) {
      this.connects();
      return;
    }
    if (reply.kind === 'joined') this.joined = true;
    if ('article' in reply && reply.article) this.#seesOtherwise(reply.article, reply.entries);
    else for (const each of reply.entries) this.#takesIn(each);
  }

  #seesOtherwise(article: ArticleJson, since: readonly EntryJson[]): void {
    const { version } = this.session.confirmed;
    // More came in while it was on its way.
    if (article.version < version) {
      this.connects();
      return;
    }
    const entries = since.filter((each) => each.version > version).map((each) => parseEntry(each, 'entry'));
    const { session, moves, givenBack } = resighted(this.session, articleFromJson(article), entries);
    this.session = session;
    [this.#base, this.#entries] = [article, []];
    this.givenBack.push(...givenBack);
    this.editors.followBody(moves, (transaction, { mirrors }) => markIncoming(transaction, { mirrors }));
  }

  #takesIn(json: EntryJson): void {
    const { version } = this.session.confirmed;
    if (json.version <= version) return;
    if (json.version > version + 1) {
      this.#send({ kind: 'fetch', version });
      return;
    }
    const entry = parseEntry(json, 'entry');
    if (entry.opId === this.#sending) this.#sending = undefined;
    const { session, moves, givenBack } = receive(this.session, entry);
    this.session = session;
    this.#entries.push(json);
    this.givenBack.push(...givenBack);
    this.editors.follow(moves, (transaction, { mirrors }) => markIncoming(transaction, { mirrors }));
  }
}
