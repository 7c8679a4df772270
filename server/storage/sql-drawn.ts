import { type Kysely, sql } from 'kysely';
import type { ArticleHolds } from './article-holds.ts';
import type { Lazily } from './sql-log-store.ts';
import type { Tables } from './tables.ts';

/** The tables that say of each article up to which version something is drawn from its log. */
type Reached = 'news' | 'library' | 'searchArticles';

/** What is drawn from the log of an article goes from one version to another. */
interface Step {
  readonly article: string;
  readonly from: number;
  readonly to: number;
}

/** What a table says beside the version. */
type Beside<T extends Reached> = Omit<Tables[T], 'article' | 'version'>;

/** How far something is drawn from the logs, and that it goes on. */
export interface Drawn<T extends Reached> {
  readonly reached: (article: string) => Promise<number>;
  /** Those worked on last come last. */
  readonly behind: () => Promise<readonly string[]>;
  /** Writes a step in one transaction, unless another server has taken it: then it is false. Of an article that was deleted meanwhile nothing is kept. */
  readonly advance: (step: Step, beside: Beside<T>, write: (tx: Kysely<Tables>) => Promise<void>) => Promise<boolean>;
}

/** That in a SQL database, where a table says it of each article. */
export const sqlDrawn = <T extends Reached>(
  db: Kysely<Tables>,
  lazily: Lazily,
  holds: ArticleHolds,
  name: T,
): Drawn<T> => {
  // In the types one of the three stands for all: what is asked here they have alike.
  const table = name as 'library';

  /** The row of the article decides who takes the step. */
  const claimStep = async (tx: Kysely<Tables>, { article, from, to }: Step, beside: Beside<T>): Promise<boolean> => {
    const set = { ...beside, version: to } as unknown as Beside<'library'> & { readonly version: number };
    if (from === 0) {
      const { numInsertedOrUpdatedRows } = await tx
        .insertInto(table)
        .values({ ...set, article })
        .onConflict((taken) => taken.column('article').doNothing())
        .executeTakeFirstOrThrow();
      return numInsertedOrUpdatedRows === 1n;
    }
    const moved = tx.updateTable(table).set(set).where('article', '=', article).where('version', '=', from);
    return (await moved.executeTakeFirstOrThrow()).numUpdatedRows === 1n;
  };

  return {
    reached: async (article) => {
      const row = await db.selectFrom(table).select('version').where('article', '=', article).executeTakeFirst();
      return row?.version ?? 0;
    },

    behind: async () => {
      const rows = await db
        .selectFrom('articles')
        .leftJoin(table, `${table}.article`, 'articles.id')
        .select('articles.id')
        .where((row) => row(sql`coalesce(${row.ref(`${table}.version`)}, 0)`, '<', row.ref('articles.version')))
        .orderBy('articles.updatedAt')
        .execute();
      return rows.map(({ id }) => id);
    },

    advance: (step, beside, write) =>
      lazily((each) =>
        each.transaction().execute(async (tx) => {
          if (!(await holds.asReader(tx, step.article))) return true;
          if (!(await claimStep(tx, step, beside))) return false;
          await write(tx);
          return true;
        }),
      ),
  };
};
