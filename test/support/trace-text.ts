import { rankOf, type Trace } from './trace.ts';

/** The characters that one person sees, by their numbers, with the position of each in the article's doc. */
export class TraceText {
  readonly #trace: Trace;
  /** Sums of widths over ranks, as a Fenwick tree. */
  readonly #sums: Int32Array;
  readonly #here = new Set<number>();
  readonly #start: number;

  /** `start` is the position in the first paragraph. */
  constructor(trace: Trace, start: number) {
    this.#trace = trace;
    this.#start = start;
    this.#sums = new Int32Array(trace.rank.length + 1);
  }

  /** A line end is the end of one paragraph and the start of the next: two positions. */
  #width(id: number): number {
    return this.#trace.characters[id] === '\n' ? 2 : 1;
  }

  #change(id: number, by: number): void {
    for (let at = rankOf(this.#trace, id) + 1; at < this.#sums.length; at += at & -at) {
      this.#sums[at] = (this.#sums[at] ?? 0) + by;
    }
  }

  add(id: number): void {
    if (this.#here.has(id)) throw new Error(`the character ${id} is here already`);
    this.#here.add(id);
    this.#change(id, this.#width(id));
  }

  remove(id: number): void {
    if (!this.#here.delete(id)) throw new Error(`the character ${id} is not here`);
    this.#change(id, -this.#width(id));
  }

  /** The position right after a character; -1 is the start of the text. */
  after(id: number): number {
    let sum = this.#start;
    for (let at = id < 0 ? 0 : rankOf(this.#trace, id) + 1; at > 0; at -= at & -at) sum += this.#sums[at] ?? 0;
    return sum;
  }

  /** The position right before a character. */
  before(id: number): number {
    return this.after(id) - this.#width(id);
  }

  /** The size of a doc with this text. */
  get size(): number {
    let sum = this.#start + 1;
    for (let at = this.#sums.length - 1; at > 0; at -= at & -at) sum += this.#sums[at] ?? 0;
    return sum;
  }
}
