import assert from 'node:assert/strict';
import { type Step, Transform } from 'prosemirror-transform';
import { Connection, type Correspondent, type Line } from '../../client/connection.ts';
import { act, type GivenBack, openSession, receive, type Session, takeNext, unanswered } from '../../client/session.ts';
import type { Wire } from '../../client/wire.ts';
import { articleFromJson } from '../../shared/article.ts';
import type { Entry } from '../../shared/log.ts';
import type { Operation } from '../../shared/operation.ts';
import type { AnyPart } from '../../shared/operations/index.ts';
import type { Fault, Joined } from '../../shared/protocol.ts';
import { quoteAt } from '../../shared/quote.ts';
import { schema } from '../../shared/schema.ts';
import { plainText } from '../../shared/text.ts';
import type { Chance } from './random.ts';

/** Somebody who writes without a pause, and remembers all that the server acknowledged. */
export class Writer implements Correspondent {
  /** The version of each operation that was acknowledged, by its id. */
  readonly acknowledged = new Map<string, number>();
  readonly givenBack: GivenBack[] = [];
  /** Every word that was typed, each unlike any other. */
  readonly typed: string[] = [];
  readonly #name: string;
  readonly #luck: Chance;
  readonly #connection: Connection;
  readonly #opened = Promise.withResolvers<void>();
  #session: Session | undefined;
  #count = 0;
  #line: Line = 'opening';

  constructor(name: string, article: string, luck: Chance, wireTo: (hears: Writer['hearsThat']) => Wire) {
    this.#name = name;
    this.#luck = luck;
    this.#connection = new Connection(
      article,
      wireTo((opId, version) => this.hearsThat(opId, version)),
      this,
    );
  }

  get session(): Session {
    if (!this.#session) throw new Error('the article is not open');
    return this.#session;
  }

  get isQuiet(): boolean {
    return this.session.pending.length === 0;
  }

  opening(): Promise<void> {
    return this.#opened.promise;
  }

  hearsThat(opId: string, version: number): void {
    const before = this.acknowledged.get(opId);
    assert.ok(before === undefined || before === version, `T2: ${opId} is at ${before} and at ${version}`);
    this.acknowledged.set(opId, version);
  }

  readonly version = (): number | undefined => this.#session?.confirmed.version;
  readonly kept = async (): Promise<void> => {};
  readonly present = (): void => {};
  readonly people = (): void => {};
  readonly line = (line: Line): void => {
    this.#line = line;
  };

  sightKey(): undefined {}

  resighted(): never {
    throw new Error('nothing is hidden in a trace');
  }

  opened({ reviewer, article }: Joined): void {
    assert.ok(article);
    this.#session = openSession(reviewer, articleFromJson(article));
    this.#opened.resolve();
  }

  entered(entries: readonly Entry[]): void {
    for (const entry of entries) {
      const { session, givenBack } = receive(this.session, entry);
      this.#session = session;
      this.givenBack.push(...givenBack);
    }
  }

  next(): Operation | undefined {
    const { session, operation } = takeNext(this.session);
    this.#session = session;
    return operation ?? unanswered(session);
  }

  refused(fault: Fault): void {
    throw new Error(`${fault.fault}: ${fault.message}`);
  }

  closed(fault: Fault): void {
    this.refused(fault);
  }

  /** Does one thing more, and sends what waits. */
  writes(): void {
    const what = this.#luck.next();
    if (what < 0.03) this.#marks();
    else if (what < 0.3) this.#edits(([from, to], transform) => transform.delete(from, to));
    else if (what < 0.35) this.#edits(([from], transform) => transform.split(from));
    else {
      const word = ` ${this.#name}${this.typed.length};`;
      if (this.#edits(([from], transform) => transform.insert(from, schema.text(word)))) this.typed.push(word);
    }
    this.#connection.flush();
  }

  #range(longest: number): readonly [number, number] {
    const plain = plainText(this.session.visible.doc);
    const title = plain.text.indexOf('\n') + 1;
    const from = title + this.#luck.below(plain.text.length - title);
    const to = Math.min(plain.text.length, from + 1 + this.#luck.below(longest));
    return [plain.positionOf(from), Math.max(plain.positionOf(from) + 1, plain.positionOf(to - 1) + 1)];
  }

  #edits(edit: (range: readonly [number, number], transform: Transform) => unknown): boolean {
    const transform = new Transform(this.session.visible.doc);
    try {
      edit(this.#range(16), transform);
    } catch (error) {
      // In a text with hardly a word left there are places where nothing can be split.
      if (error instanceof Error && error.name === 'TransformError') return false;
      throw error;
    }
    return this.#does(textOf(transform.steps));
  }

  #marks(): void {
    const [from, to] = this.#range(30);
    const quote = quoteAt(this.session.visible.doc, from, to);
    if (quote.exact.trim() === '') return;
    const claim = `${this.#name}-claim-${this.#count}`;
    this.#does([{ kind: 'claim.mark', claim, place: { from, to }, quote, fields: {} }]);
  }

  #does(parts: readonly AnyPart[]): boolean {
    this.#count += 1;
    const acted = act(this.session, parts, `${this.#name}-${this.#count}`, new Date().toISOString());
    this.#session = acted.session;
    return acted.dropped.length === 0;
  }

  /** Where it stands, in a line: for a failure. */
  standing(): string {
    const { pending, confirmed } = this.session;
    return `${this.#name}: version ${confirmed.version}, ${pending.length} pending, ${this.acknowledged.size} acknowledged, the line ${this.#line}`;
  }

  close(): void {
    this.#connection.close();
  }
}

const textOf = (steps: readonly Step[]): readonly AnyPart[] =>
  steps.length > 0 ? [{ kind: 'text', target: 'body', steps }] : [];
