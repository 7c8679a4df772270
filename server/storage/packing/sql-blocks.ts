import type { Kysely, Transaction } from 'kysely';
import type { StoredBlock, StoredEntry } from '../log-store.ts';
import type { Tables } from '../tables.ts';
import { PackedOperations } from './operations.ts';
import type { PackingStore } from './pack.ts';
import { UnpackedBlocks } from './unpacked.ts';

/** The packed entries of logs in a SQL database. */
export interface SqlBlocks extends PackingStore {
  /** Packed entries after a version, in order: `limit` of them and perhaps more, or all there are. */
  read(article: string, after: number, limit: number): Promise<readonly StoredEntry[]>;
  findOperation(article: string, reviewer: string, opId: string): Promise<StoredEntry | undefined>;
}

class NotThere extends Error {}

const replaceIn = async (db: Transaction<Tables>, block: StoredBlock, last: number | undefined): Promise<void> => {
  const { article } = block;
  if (last !== undefined) {
    const old = db.deleteFrom('blocks').where('article', '=', article).where('last', '=', last);
    if ((await old.executeTakeFirst()).numDeletedRows !== 1n) throw new NotThere();
  }
  const from = last === undefined ? block.first : last + 1;
  const loose = db
    .deleteFrom('entries')
    .where('article', '=', article)
    .where('version', '>=', from)
    .where('version', '<=', block.last);
  if ((await loose.executeTakeFirst()).numDeletedRows !== BigInt(block.last - from + 1)) throw new NotThere();
  await db.insertInto('blocks').values(block).execute();
};

/** The packed part of `sqlLogStore`. */
export const sqlBlocks = (db: Kysely<Tables>): SqlBlocks => {
  const operations = new PackedOperations();
  const unpacked = new UnpackedBlocks();
  const blocksOf = (article: string) => db.selectFrom('blocks').where('article', '=', article);

  return {
    read: async (article, after, limit) => {
      const found: StoredEntry[] = [];
      for (let end = after; found.length < limit; ) {
        const next = blocksOf(article).selectAll().where('last', '>', end).orderBy('last').limit(1);
        const block = await next.executeTakeFirst();
        if (!block) break;
        for (const entry of unpacked.entriesOf(block)) if (entry.version > end) found.push(entry);
        end = block.last;
      }
      return found;
    },

    findOperation: async (article, reviewer, opId) => {
      const news = blocksOf(article).where('last', '>', operations.after(article)).orderBy('last');
      operations.learn(article, await news.select(['first', 'last', 'operations']).execute());
      for (const last of operations.blocksWith(article, { reviewer, opId })) {
        // A block that was packed anew meanwhile is the one that now holds its last version.
        const holder = blocksOf(article).selectAll().where('last', '>=', last).orderBy('last').limit(1);
        const block = await holder.executeTakeFirst();
        const entries = block ? unpacked.entriesOf(block) : [];
        const found = entries.find((entry) => entry.reviewer === reviewer && entry.opId === opId);
        if (found) return found;
      }
      return undefined;
    },

    lastBlock: (article) => blocksOf(article).selectAll().orderBy('last', 'desc').limit(1).executeTakeFirst(),

    loose: (article, limit) =>
      db.selectFrom('entries').selectAll().where('article', '=', article).orderBy('version').limit(limit).execute(),

    replace: async (block, last) => {
      try {
        await db.transaction().execute((transaction) => replaceIn(transaction, block, last));
        return true;
      } catch (error) {
        if (error instanceof NotThere) return false;
        throw error;
      }
    },
  };
};
