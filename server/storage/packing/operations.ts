import { hash } from 'node:crypto';
import type { StoredBlock } from '../log-store.ts';

type Named = { readonly reviewer: string; readonly opId: string };
type Listed = Pick<StoredBlock, 'first' | 'last' | 'operations'>;

const SIZE = 4;

/** The first bytes of a hash: the same for the same operation, hardly ever for two. */
const printOf = ({ reviewer, opId }: Named): number =>
  hash('sha256', JSON.stringify([reviewer, opId]), 'buffer').readUInt32BE(0);

/** Which operations are in a block, by the first bytes of their hashes, in order. */
export const operationsOf = (entries: readonly Named[]): Buffer => {
  const prints = entries.map(printOf).sort((one, other) => one - other);
  const bytes = Buffer.alloc(prints.length * SIZE);
  for (const [index, print] of prints.entries()) bytes.writeUInt32BE(print, index * SIZE);
  return bytes;
};

const holds = ({ operations }: Listed, print: number): boolean => {
  let [from, to] = [0, operations.length / SIZE];
  while (from < to) {
    const middle = Math.floor((from + to) / 2);
    if (operations.readUInt32BE(middle * SIZE) < print) from = middle + 1;
    else to = middle;
  }
  return from * SIZE < operations.length && operations.readUInt32BE(from * SIZE) === print;
};

/** The most blocks whose operations are kept in memory: of 500 entries each, some 16 MB. */
const MOST_BLOCKS = 8_000;

/** Which operations are packed, of the articles that were asked about last: without it every append would read all of them. */
export class PackedOperations {
  readonly #known = new Map<string, readonly Listed[]>();
  #blocks = 0;

  /** The last version of an article that is known here to be packed; what comes after is to be read from the store. */
  after(article: string): number {
    return this.#known.get(article)?.at(-1)?.last ?? 0;
  }

  /** Takes in the blocks after that version, in order. */
  learn(article: string, blocks: readonly Listed[]): void {
    const [first] = blocks;
    if (!first) return;
    const before = this.#known.get(article) ?? [];
    // A block that was not full is packed anew together with what came after it.
    const known = [...before.filter((block) => block.last < first.first), ...blocks];
    this.#known.delete(article);
    this.#known.set(article, known);
    this.#blocks += known.length - before.length;
    for (const [other, { length }] of this.#known) {
      if (this.#blocks <= MOST_BLOCKS || other === article) break;
      this.#known.delete(other);
      this.#blocks -= length;
    }
  }

  /** The last versions of the blocks that may hold an operation: hardly ever one that does not. */
  blocksWith(article: string, operation: Named): readonly number[] {
    const print = printOf(operation);
    return (this.#known.get(article) ?? []).filter((block) => holds(block, print)).map(({ last }) => last);
  }
}
