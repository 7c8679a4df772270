import type { StoredBlock, StoredEntry } from '../log-store.ts';
import { unpackBlock } from './block.ts';

/** So many blocks are kept unpacked: a log is read in pages, and a page seldom ends where a block does. */
const MOST = 4;

/** The blocks that were read last, unpacked. */
export class UnpackedBlocks {
  readonly #known = new Map<string, readonly StoredEntry[]>();

  /** The entries of a block; throws a `BrokenBlock` when one is not as it was. */
  entriesOf(block: StoredBlock): readonly StoredEntry[] {
    const key = `${block.first} ${block.last} ${block.article}`;
    const entries = this.#known.get(key) ?? unpackBlock(block, block.bytes);
    this.#known.delete(key);
    this.#known.set(key, entries);
    const [oldest] = this.#known.keys();
    if (this.#known.size > MOST && oldest !== undefined) this.#known.delete(oldest);
    return entries;
  }
}

/** At most `limit` of these entries: packed ones, then loose ones that are not among them too. */
export const inOrder = (
  packed: readonly StoredEntry[],
  loose: readonly StoredEntry[],
  limit: number,
): readonly StoredEntry[] => {
  const end = packed.at(-1)?.version ?? 0;
  return [...packed, ...loose.filter(({ version }) => version > end)].slice(0, limit);
};
