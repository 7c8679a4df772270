import assert from 'node:assert/strict';
import type { Article } from '../../shared/article.ts';
import type { Entry } from '../../shared/log.ts';
import type { Operation } from '../../shared/operation.ts';
import type { Chance } from './random.ts';
import { broughtIn, type Span, standingAfter, type Trace, type Transaction } from './trace.ts';
import { TracePerson, transactionsOf } from './trace-person.ts';

/** The way between the people of a trace and their log. */
export interface Courier {
  /** The article at its beginning, empty, and who the people are. */
  readonly article: Article;
  readonly reviewers: readonly string[];
  /** Hands one person's operation in; resolves with its version once it is in the log. */
  readonly send: (agent: number, operation: Operation) => Promise<number>;
  /** The entries after a version, up to another, as they came to one person. */
  readonly entries: (agent: number, after: number, upTo: number) => Promise<readonly Entry[]>;
}

/** What of the trace an entry holds: one person's transactions, up to one; -1 where it holds none. */
interface Logged {
  readonly agent: number;
  readonly holds: number;
}

/** How a trace is replayed. */
export interface Replaying {
  /** How likely what was done is sent at once; otherwise it waits until another has to know of it. */
  readonly eager: number;
  readonly luck: Chance;
  /** Called before each transaction, with how many have been made. */
  readonly meanwhile?: (made: number) => Promise<void>;
}

/**
 * The people of a trace, each with a session of their own, doing what it says: each transaction in a session that knows of the
 * others exactly what the trace says it knew. What others did since is in the log, and is held back until it is known.
 */
export class TraceReplay {
  readonly people: readonly TracePerson[];
  readonly #trace: Trace;
  readonly #courier: Courier;
  readonly #replaying: Replaying;
  readonly #log: Logged[] = [];
  readonly #first: number;
  readonly #next: number[];
  /** Everyone's latest transaction in the log. */
  readonly #sent: number[] = [];
  /** Transactions that somebody knew without the one after: these are never sent in one operation. */
  readonly #limits = new Set<string>();
  readonly #markings = new Map<Transaction, readonly Marking[]>();
  #made = 0;

  constructor(trace: Trace, courier: Courier, replaying: Replaying) {
    this.#trace = trace;
    this.#courier = courier;
    this.#replaying = replaying;
    this.#first = courier.article.version + 1;
    this.#next = Array.from({ length: trace.agents }, () => 0);
    this.people = courier.reviewers.map((reviewer, agent) => new TracePerson(trace, agent, reviewer, courier.article));
    for (const { agent, known } of trace.transactions) {
      for (const [other, seq] of known.entries()) if (other !== agent) this.#limits.add(`${other} ${seq}`);
    }
    for (const marking of markingsOf(trace)) {
      this.#markings.set(marking.after, [...(this.#markings.get(marking.after) ?? []), marking]);
    }
  }

  /** How many entries the log has got. */
  get entries(): number {
    return this.#log.length;
  }

  /** Has everything done, sent and heard by everyone. */
  async run(): Promise<void> {
    while (await this.#step()) this.#made += 1;
    for (let sent = true; sent; ) {
      sent = false;
      for (const person of this.people) sent = (await this.#flush(person)) || sent;
    }
  }

  /** Makes the first transaction, in the order of the file, that can be made now. */
  async #step(): Promise<boolean> {
    await this.#replaying.meanwhile?.(this.#made);
    const due = this.people.flatMap((person) => this.#nextOf(person) ?? []).sort((one, other) => one.i - other.i);
    for (const transaction of due) {
      const person = this.#person(transaction.agent);
      if (!(await this.#brings(person, transaction.known))) continue;
      this.#does(person, transaction);
      if (this.#replaying.luck.likely(this.#replaying.eager)) await this.#flush(person);
      return true;
    }
    assert.deepEqual(due, [], 'each of them waits for another');
    return false;
  }

  #person(agent: number): TracePerson {
    const person = this.people[agent];
    assert.ok(person);
    return person;
  }

  #nextOf({ agent }: TracePerson): Transaction | undefined {
    return transactionsOf(this.#trace, agent)[this.#next[agent] ?? 0];
  }

  #does(person: TracePerson, transaction: Transaction): void {
    assert.deepEqual(person.knows, transaction.known, `transaction ${transaction.i} knows what it knew`);
    person.does(transaction, this.#limits.has(`${person.agent} ${transaction.seq - 1}`));
    this.#next[person.agent] = transaction.seq + 1;
    for (const { claim, first, last } of this.#markings.get(transaction) ?? []) person.marks(claim, first, last);
  }

  /** Lets a person know of the others what a transaction knew; false while one of them cannot send it yet. */
  async #brings(person: TracePerson, known: readonly number[]): Promise<boolean> {
    for (const other of this.people) {
      const upTo = known[other.agent] ?? -1;
      while (other !== person && (this.#sent[other.agent] ?? -1) < upTo) if (!(await this.#flush(other))) return false;
    }
    await this.#hears(person);
    return person.knows.every((seq, agent) => seq === known[agent]);
  }

  /** Takes in all of the log that the next transaction knew of. */
  async #hears(person: TracePerson): Promise<void> {
    const known = this.#nextOf(person)?.known;
    const may = ({ agent, holds }: Logged) =>
      agent === person.agent || known === undefined || holds <= (known[agent] ?? -1);
    const news = this.#log.slice(person.version + 1 - this.#first);
    const end = news.findIndex((each) => !may(each));
    const heard = end < 0 ? news : news.slice(0, end);
    if (heard.length === 0) return;
    const entries = await this.#courier.entries(person.agent, person.version, person.version + heard.length);
    assert.equal(entries.length, heard.length);
    for (const [index, { agent, holds }] of heard.entries()) person.hears(entries[index] as Entry, agent, holds);
  }

  /** Sends the next operation of a person; false when there is none, or the one before has not come back. */
  async #flush(person: TracePerson): Promise<boolean> {
    await this.#hears(person);
    const sent = person.sends();
    if (!sent) return false;
    const version = await this.#courier.send(person.agent, sent.operation);
    assert.equal(version, this.#first + this.#log.length, 'one at a time');
    this.#log.push({ agent: person.agent, holds: sent.holds });
    this.#sent[person.agent] = Math.max(this.#sent[person.agent] ?? -1, sent.holds);
    await this.#hears(person);
    return true;
  }
}

/** A span as a claim: marked by whoever sees both its ends, right after a transaction of theirs. */
interface Marking {
  readonly claim: string;
  readonly first: number;
  readonly last: number;
  readonly after: Transaction;
}

const markingsOf = (trace: Trace): readonly Marking[] => {
  const standing = new Map<number, readonly number[]>();
  const madeIn = new Map<number, Transaction>();
  for (const transaction of trace.transactions) {
    for (const id of transaction.ops.flatMap(broughtIn)) madeIn.set(id, transaction);
  }
  return trace.spans.map((span, index) => {
    const { afterTxn, from, to } = span;
    const then = standing.get(afterTxn) ?? standingAfter(trace, afterTxn);
    standing.set(afterTxn, then);
    const [first = -1, last = -1] = [then[from], then[to - 1]];
    const after = markerOf(trace, span, [madeIn.get(first), madeIn.get(last)]);
    return { claim: `span-${index}`, first, last, after };
  });
};

/** Everyone's latest transaction up to the span's; the first whose author knew of both ends. */
const markerOf = (trace: Trace, { afterTxn }: Span, ends: readonly (Transaction | undefined)[]): Transaction => {
  const latest = Array.from({ length: trace.agents }, (_, agent) =>
    transactionsOf(trace, agent).findLast(({ i }) => i <= afterTxn),
  );
  const candidates = latest.filter((each) => each !== undefined).sort((one, other) => other.i - one.i);
  const knew = (one: Transaction, end: Transaction | undefined): boolean =>
    end !== undefined && (end.agent === one.agent ? end.seq <= one.seq : end.seq <= (one.known[end.agent] ?? -1));
  const found = candidates.find((one) => ends.every((end) => knew(one, end)));
  if (!found) throw new Error(`nobody saw both ends of a span after ${afterTxn}`);
  return found;
};
