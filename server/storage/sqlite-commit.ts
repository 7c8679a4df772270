import type { Database } from 'better-sqlite3';
import type { Append } from './append.ts';
import type { Appended } from './log-store.ts';

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
    const isKnown = entries.some(({ reviewer, opId }) => operationOf.get(article, reviewer, opId) !== undefined);
    if (head !== after || isKnown) return { conflict: head };
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
