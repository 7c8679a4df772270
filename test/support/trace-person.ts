import assert from 'node:assert/strict';
import { type Node, Slice } from 'prosemirror-model';
import { ReplaceStep, type Step, Transform } from 'prosemirror-transform';
import { act, type GivenBack, openSession, receive, type Session, takeNext } from '../../client/session.ts';
import type { Article } from '../../shared/article.ts';
import type { Entry } from '../../shared/log.ts';
import type { Operation } from '../../shared/operation.ts';
import type { AnyPart } from '../../shared/operations/index.ts';
import { quoteAt } from '../../shared/quote.ts';
import { schema } from '../../shared/schema.ts';
import { BOUNDARY, tokens } from '../../shared/text.ts';
import { docOf } from './notation.ts';
import { broughtIn, rankOf, type Trace, type TraceOperation, type Transaction } from './trace.ts';
import { titleSize } from './trace-oracle.ts';
import { TraceText } from './trace-text.ts';

const EPOCH = Date.parse('2023-11-22T03:57:32.000Z');

/** One of the people of a trace, with a real session: does what the trace says, beside the neighbours that it names. */
export class TracePerson {
  readonly agent: number;
  readonly givenBack: GivenBack[] = [];
  /** The latest transaction of each person that this one knows of. */
  readonly knows: number[];
  #session: Session;
  /** The latest own transaction that an operation holds, by the operation's id. */
  readonly #holds = new Map<string, number>();
  readonly #trace: Trace;
  readonly #text: TraceText;
  #ms = 0;

  constructor(trace: Trace, agent: number, reviewer: string, article: Article) {
    this.agent = agent;
    this.knows = Array.from({ length: trace.agents }, () => -1);
    this.#trace = trace;
    this.#session = openSession(reviewer, article);
    this.#text = new TraceText(trace, titleSize(article.doc) + 1);
  }

  get session(): Session {
    return this.#session;
  }

  /** The latest version that was taken in. */
  get version(): number {
    return this.#session.confirmed.version;
  }

  /** Does what the trace says; `apart` keeps it from being sent in one operation with what waits. */
  does(transaction: Transaction, apart: boolean): void {
    this.#ms = transaction.ms;
    const steps = this.#stepsOf(transaction.ops);
    this.#acts([{ kind: 'text', target: 'body', steps }], `${this.agent}-${transaction.seq}`, apart || undefined);
    this.knows[this.agent] = transaction.seq;
    const waiting = this.#session.pending.at(-1);
    assert.ok(waiting);
    this.#holds.set(waiting.opId, transaction.seq);
    assert.equal(this.#session.visible.doc.content.size, this.#text.size, `transaction ${transaction.i} went astray`);
  }

  /** Marks what stands between two characters, both included, as a claim. */
  marks(claim: string, first: number, last: number): void {
    const { doc } = this.#session.visible;
    const place = { from: this.#text.before(first), to: this.#text.after(last) };
    const quote = quoteAt(doc, place.from, place.to);
    this.#acts([{ kind: 'claim.mark', claim, place, quote, fields: {} }], `mark-${claim}`);
  }

  #acts(parts: readonly AnyPart[], opId: string, atomic?: true): void {
    const at = new Date(EPOCH + this.#ms).toISOString();
    const { session, dropped } = act(this.#session, parts, opId, at, atomic);
    assert.deepEqual(dropped, [], `${opId} finds no place`);
    this.#session = session;
  }

  #stepsOf(operations: readonly TraceOperation[]): readonly Step[] {
    const transform = new Transform(this.#session.visible.doc);
    for (let index = 0; index < operations.length; index += 1) {
      const [one, next] = [operations[index], operations[index + 1]];
      assert.ok(one);
      const over = one.ins === '' && next?.left === one.left && next.del.length === 0;
      this.#edit(transform, over ? { ...next, del: one.del } : one);
      if (over) index += 1;
    }
    return transform.steps;
  }

  /** What is typed over selected words replaces them in one step, as in an editor. */
  #edit(transform: Transform, operation: TraceOperation): void {
    const { left, del, ins } = operation;
    const from = this.#text.after(left);
    if (left >= 0) this.#assertBeside(transform.doc, from, left);
    let to = from;
    for (const id of [...del].sort((one, other) => rankOf(this.#trace, one) - rankOf(this.#trace, other))) {
      assert.equal(this.#text.before(id), to, `what is deleted after ${left} stands together`);
      to = this.#text.after(id);
    }
    for (const id of del) this.#text.remove(id);
    for (const id of broughtIn(operation)) this.#text.add(id);
    if (ins === '') erase(transform, from, to);
    else bring(transform, from, to, ins);
  }

  #assertBeside(doc: Node, at: number, left: number): void {
    const character = this.#trace.characters[left];
    const there = tokens(doc, at - 1, at);
    assert.equal(there, character === '\n' ? BOUNDARY : character, `the neighbour is the character ${left}`);
  }

  /** The next operation, if none is under way; `holds` is the latest own transaction in it. */
  sends(): { readonly operation: Operation; readonly holds: number } | undefined {
    const { session, operation } = takeNext(this.#session);
    this.#session = session;
    return operation && { operation, holds: this.#holds.get(operation.opId) ?? -1 };
  }

  /** Takes an entry in; `agent` and `holds` say what of the trace is in it. */
  hears(entry: Entry, agent: number, holds: number): void {
    const turn = receive(this.#session, entry);
    this.#session = turn.session;
    this.givenBack.push(...turn.givenBack);
    if (agent !== this.agent && holds >= 0) this.#learns(agent, holds);
  }

  #learns(agent: number, upTo: number): void {
    const since = this.knows[agent] ?? -1;
    this.knows[agent] = upTo;
    for (const { ops } of transactionsOf(this.#trace, agent).slice(since + 1, upTo + 1)) {
      for (const operation of ops) {
        for (const id of operation.del) this.#text.remove(id);
        for (const id of broughtIn(operation)) this.#text.add(id);
      }
    }
  }
}

const byAgent = new WeakMap<Trace, readonly (readonly Transaction[])[]>();

/** The transactions of one person, in order. */
export const transactionsOf = (trace: Trace, agent: number): readonly Transaction[] => {
  const known = byAgent.get(trace);
  if (known) return known[agent] ?? [];
  const sorted = Array.from({ length: trace.agents }, (_, each) => trace.transactions.filter((t) => t.agent === each));
  byAgent.set(trace, sorted);
  return sorted[agent] ?? [];
};

const erase = (transform: Transform, from: number, to: number): void => {
  const $from = transform.doc.resolve(from);
  const isLineEnd = to === from + 2 && $from.parentOffset === $from.parent.content.size;
  if (isLineEnd) transform.join(from + 1);
  else transform.delete(from, to);
};

const bring = (transform: Transform, from: number, to: number, text: string): void => {
  if (text === '\n' && from === to) transform.split(from);
  else if (!text.includes('\n')) transform.replaceWith(from, to, schema.text(text));
  else transform.step(new ReplaceStep(from, to, new Slice(docOf(text).content.cut(2), 1, 1)));
};
