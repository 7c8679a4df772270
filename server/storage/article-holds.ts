import { type Kysely, sql } from 'kysely';
import type { Tables } from './tables.ts';

/** How what is drawn from an article and what takes the article out wait for one another, within their transactions. */
export interface ArticleHolds {
  /** Whether the article is there, and then it is until the transaction ends. */
  readonly asReader: (tx: Kysely<Tables>, article: string) => Promise<boolean>;
  /** Waits until nobody writes what is drawn from the article; whoever begins to, waits until the transaction ends. */
  readonly alone: (tx: Kysely<Tables>, article: string) => Promise<void>;
}

/** Where one transaction is made after the other. */
export const heldByTurns: ArticleHolds = {
  asReader: async (tx, article) =>
    (await tx.selectFrom('articles').select('id').where('id', '=', article).executeTakeFirst()) !== undefined,
  alone: async () => {},
};

/** Where transactions run beside one another: by the row of the article (PostgreSQL, Explicit Locking, Row-Level Locks). */
export const heldByRow: ArticleHolds = {
  asReader: async (tx, article) => {
    const { rows } = await sql`select 1 from articles where id = ${article} for key share`.execute(tx);
    return rows.length > 0;
  },
  // What changes no key would let those in who write rows that refer to it.
  alone: async (tx, article) => {
    await sql`select 1 from articles where id = ${article} for update`.execute(tx);
  },
};
