import type { Database } from 'better-sqlite3';
import type { Append } from './append.ts';
import type { Appended, StoredBlock, StoredEntry } from './log-store.ts';
import { unpackBlock } from './packing/block.ts';
import { PackedOperations } from './packing/operations.ts';

/**
 * The one hot path: prepared once, where Kysely would compile the SQL anew for every commit and more than double what an
 * append costs (see `bench/storage.ts`).
 */
export const sqliteCommit = (database: Database): ((appends: readonly Append[]) => readonly Appended[]) => {
  const headOf = database.prepare<[string], number>('select version from articles where id = ?').pluck();
  const operationOf = database
    .prepare<[string, string, string], number>(
      'select version from entries where article = ? and reviewer = ? and "opId" = ?',
    )
    .pluck();
  const blocksAfter = database.prepare<[string, number], StoredBlock>(
    'select first, last, operations from blocks where article = ? and last > ? order by last',
  );
  const blockAt = database.prepare<[string, number], StoredBlock>(
    'select * from blocks where article = ? and last = ?',
  );
  const packed = new PackedOperations();

  const isPacked = ({ article, reviewer, opId }: StoredEntry): boolean => {
    packed.learn(article, blocksAfter.all(article, packed.after(article)));
    return packed.blocksWith(article, { reviewer, opId }).some((last) => {
      const block = blockAt.get(article, last);
      const entries = block ? unpackBlock(block, block.bytes) : [];
      return entries.some((entry) => entry.reviewer === reviewer && entry.opId === opId);
    });
  };

  const isErased = database.prepare<[string], number>('select 1 from tombstones where article = ?').pluck();

  const putArticle = database.prepare<[string, string, string, number, string]>(`
    insert into articles (id, "createdAt", "updatedAt", version, summary) values (?, ?, ?, ?, ?)
    on conflict (id) do update
      set "updatedAt" = excluded."updatedAt", version = excluded.version, summary = excluded.summary`);
  const putEntry = database.prepare<[string, number, string, string, string, string]>(
    'insert into entries (article, version, reviewer, "opId", "opHash", body) values (?, ?, ?, ?, ?, ?)',
  );

  // Everything is looked at before anything is written, so a conflict leaves nothing to undo for its neighbours.
  const append = ({ article, after, entries, listing }: Append): Appended => {
    const head = headOf.get(article) ?? 0;
    const isKnown = entries.some(
      (entry) => operationOf.get(article, entry.reviewer, entry.opId) !== undefined || isPacked(entry),
    );
    if (head !== after || isKnown || (after === 0 && isErased.get(article))) return { conflict: head };
    const next = after + entries.length;
    putArticle.run(article, listing.updatedAt, listing.updatedAt, next, listing.summary);
    for (const { version, reviewer, opId, opHash, body } of entries) {
      putEntry.run(article, version, reviewer, opId, opHash, body);
    }
    return { head: next };
  };

  const transaction = database.transaction((appends: readonly Append[]) => appends.map(append));
  return (appends) => {
    // Inside another transaction this one would be a savepoint, told as stored before it is (T1).
    if (database.inTransaction) throw new Error('a commit was begun inside another transaction');
    // Immediate: another process waits its turn, and nothing that was looked at changes under it.
    return transaction.immediate(appends);
  };
};
