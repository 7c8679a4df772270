import { Connection, type Correspondent } from '../../client/connection.ts';
import type { Wire } from '../../client/wire.ts';
import { type Article, articleFromJson } from '../../shared/article.ts';
import type { Entry } from '../../shared/log.ts';
import type { Operation } from '../../shared/operation.ts';
import type { Fault, Joined } from '../../shared/protocol.ts';
import type { Courier } from './trace-replay.ts';

/** After so many milliseconds of waiting a page comes anew; twice as many before it does so again. */
const IMPATIENCE = 200;

/** One person's line to a real server: what came over it, in order, whether its session may know of it yet or not. */
class TraceLine implements Correspondent {
  readonly entries: Entry[] = [];
  readonly #connection: Connection;
  readonly #opened = Promise.withResolvers<Joined>();
  #article: Article | undefined;
  #sending: Operation | undefined;
  #wake: () => void = () => {};
  #failed: Fault | undefined;

  constructor(article: string, wire: Wire) {
    this.#connection = new Connection(article, wire, this);
  }

  /** Who is at this end, and the article as it was when it was opened. */
  async opening(): Promise<{ readonly reviewer: string; readonly article: Article }> {
    const { reviewer } = await this.#opened.promise;
    if (!this.#article) throw new Error('opened without an article');
    return { reviewer, article: this.#article };
  }

  readonly version = (): number | undefined => this.#article && this.#article.version + this.entries.length;
  readonly next = (): Operation | undefined => this.#sending;
  readonly kept = async (): Promise<void> => {};
  readonly present = (): void => {};
  readonly people = (): void => {};
  readonly line = (): void => {};

  sightKey(): undefined {}

  resighted(): never {
    throw new Error('nothing is hidden in a trace');
  }

  opened(joined: Joined): void {
    if (joined.article) this.#article = articleFromJson(joined.article);
    this.#opened.resolve(joined);
  }

  entered(entries: readonly Entry[]): void {
    this.entries.push(...entries);
    if (entries.some(({ opId }) => opId === this.#sending?.opId)) this.#sending = undefined;
    this.#wake();
  }

  refused(fault: Fault): void {
    this.#failed = fault;
    this.#wake();
  }

  closed(fault: Fault): void {
    this.refused(fault);
  }

  /** Hands an operation in; resolves with its version when its entry has come. */
  async send(operation: Operation): Promise<number> {
    this.#sending = operation;
    this.#connection.flush();
    await this.#until(() => this.#sending === undefined);
    const entry = this.entries.findLast(({ opId }) => opId === operation.opId);
    if (!entry) throw new Error(`the entry of ${operation.opId} did not come`);
    return entry.version;
  }

  /** The entries after a version up to another, when they have come. */
  async between(after: number, upTo: number): Promise<readonly Entry[]> {
    await this.#until(() => (this.version() ?? 0) >= upTo);
    const first = this.#article?.version ?? 0;
    return this.entries.slice(after - first, upTo - first);
  }

  async #until(isSo: () => boolean): Promise<void> {
    for (let patience = IMPATIENCE; !isSo(); patience *= 2) {
      const { promise, resolve } = Promise.withResolvers<void>();
      this.#wake = resolve;
      const impatient = setTimeout(() => {
        this.#comesAnew();
        resolve();
      }, patience);
      await promise;
      clearTimeout(impatient);
      if (this.#failed) throw new Error(`${this.#failed.fault}: ${this.#failed.message}`);
    }
  }

  /** A notice may have been lost, and nothing more may come that would show it: joining again brings what is missing. */
  #comesAnew(): void {
    this.#connection.network(false);
    this.#connection.network(true);
  }

  close(): void {
    this.#connection.close();
  }
}

/** People at real sockets of a real server. Close it. */
export interface SocketCourier extends Courier {
  readonly close: () => void;
}

/** Opens an article on a wire for each person. */
export const openSocketCourier = async (article: string, wires: readonly Wire[]): Promise<SocketCourier> => {
  const lines = wires.map((wire) => new TraceLine(article, wire));
  const opened = await Promise.all(lines.map((line) => line.opening()));
  const [first] = opened;
  if (!first) throw new Error('nobody is here');
  const lineOf = (agent: number): TraceLine => {
    const line = lines[agent];
    if (!line) throw new Error(`nobody is number ${agent}`);
    return line;
  };
  return {
    article: first.article,
    reviewers: opened.map(({ reviewer }) => reviewer),
    send: (agent, operation) => lineOf(agent).send(operation),
    entries: (agent, after, upTo) => lineOf(agent).between(after, upTo),
    close: () => {
      for (const line of lines) line.close();
    },
  };
};
