import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Packing, StoredBlock, StoredEntry } from '../log-store.ts';
import { packBlock, unpackBlock, unpacking } from './block.ts';
import { operationsOf } from './operations.ts';

/** What a store does for packing; the rest is the same for all. */
export interface PackingStore {
  /** The block of an article that holds its latest packed entries. */
  lastBlock(article: string): Promise<StoredBlock | undefined>;
  /** The oldest entries that are in no block, at most `limit`, in order. */
  loose(article: string, limit: number): Promise<readonly StoredEntry[]>;
  /**
   * Puts a block in the place of the entries in it: those of the block that ended with version `last`, if one is given, and loose
   * ones. All or nothing; false, and nothing, when they are not all there any more.
   */
  replace(block: StoredBlock, last: number | undefined): Promise<boolean>;
}

const isSame = (one: StoredEntry, other: StoredEntry | undefined): boolean =>
  one.version === other?.version &&
  one.reviewer === other.reviewer &&
  one.opId === other.opId &&
  one.opHash === other.opHash &&
  one.body === other.body;

/** So many entries are looked at before others have a turn. */
const TURN = 32;

const blockOf = async (article: string, entries: readonly StoredEntry[]): Promise<StoredBlock> => {
  const bytes = await packBlock(entries);
  const stretch = { article, first: entries[0]?.version ?? 0, last: entries.at(-1)?.version ?? 0 };
  // What is given up for a block is first read back from it.
  for (const entry of unpacking(stretch, bytes)) {
    const index = entry.version - stretch.first;
    if (!isSame(entry, entries[index])) throw new Error(`entry ${entry.version} of ${article} cannot be packed`);
    if (index % TURN === TURN - 1) await nextTurn();
  }
  return { ...stretch, operations: operationsOf(entries), bytes };
};

/** A block with so many UTF-16 units has no room for another entry: to read one of them, all are unpacked. */
const MOST_UNITS = 1_000_000;

const fitting = (entries: readonly StoredEntry[], most: number): readonly StoredEntry[] => {
  let units = 0;
  const end = entries.findIndex(({ body }, index) => {
    const isFull = index > 0 && units + body.length > MOST_UNITS;
    units += body.length;
    return isFull;
  });
  return entries.slice(0, Math.min(most, end === -1 ? entries.length : end));
};

/** Packs what is loose, a block at a time, until fewer than `least` are; answers how many entries were packed. */
export const packLoose = async (store: PackingStore, article: string, { least, most }: Packing): Promise<number> => {
  for (let packed = 0; ; ) {
    await nextTurn();
    const loose = await store.loose(article, Math.max(least, most));
    if (loose.length < Math.max(least, 1)) return packed;
    const last = await store.lastBlock(article);
    // Another server was faster, here and below: what it left is for the next time.
    if (loose[0]?.version !== (last?.last ?? 0) + 1) return packed;
    const open = last && last.last - last.first + 1 < most ? last : undefined;
    const before = open ? unpackBlock(open, open.bytes) : [];
    const together = fitting([...before, ...loose], most);
    const isFull = together.length <= before.length;
    const entries = isFull ? fitting(loose, most) : together;
    if (!(await store.replace(await blockOf(article, entries), isFull ? undefined : open?.last))) return packed;
    packed += isFull ? entries.length : entries.length - before.length;
  }
};
