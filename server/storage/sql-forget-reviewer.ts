import { sql, type Transaction } from 'kysely';
import { emailKey } from './email-key.ts';
import { type FormerReviewer, formerAccount } from './erasure-store.ts';
import type { Tables } from './tables.ts';

/** The tables in which a row is of one reviewer, and goes with them. */
const OF_A_REVIEWER = [
  'secrets',
  'passwords',
  'passkeys',
  'identities',
  'accountEvents',
  'notices',
  'seen',
  'answers',
] as const;

/** The tables that have, or had, something of a person. */
export const WITH_PEOPLE = ['reviewers', 'deliveries', 'formerReviewers', ...OF_A_REVIEWER] as const;

const like = (words: string): string => `%${words.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;

/** Takes out what is kept of a reviewer as a person, within a transaction. */
export const forgetReviewer = async (
  tx: Transaction<Tables>,
  former: FormerReviewer,
): Promise<boolean | 'last-admin'> => {
  const { id, at, by } = former;
  // All admins are held, so that of two who delete one another the second finds that they are the last.
  await tx.updateTable('reviewers').set({ role: 'admin' }).where('role', '=', 'admin').execute();
  const account = await tx.selectFrom('reviewers').selectAll().where('id', '=', id).executeTakeFirst();
  const known = await tx.selectFrom('formerReviewers').select('id').where('id', '=', id).executeTakeFirst();
  if (!account || known) return false;
  const others = tx.selectFrom('reviewers').select('id').where('role', '=', 'admin').where('id', '<>', id);
  const isAdmin = account.role === 'admin' && account.disabledAt === null;
  if (isAdmin && !(await others.where('disabledAt', 'is', null).executeTakeFirst())) return 'last-admin';
  for (const table of OF_A_REVIEWER) await tx.deleteFrom(table).where('reviewer', '=', id).execute();
  // What they did to others stays, and where they did it from goes.
  await tx.updateTable('accountEvents').set({ address: '', device: '' }).where('by', '=', id).execute();
  // Invitations say for whom they were; a message to a webhook whom it tells of.
  for (const words of [account.name, account.email])
    await tx
      .updateTable('secrets')
      .set({ label: '' })
      .where(sql<boolean>`label like ${like(words)} escape '\\'`)
      .execute();
  await tx
    .deleteFrom('deliveries')
    .where(sql<boolean>`body like ${like(id)} escape '\\'`)
    .execute();
  await tx
    .deleteFrom('deliveries')
    .where(sql<boolean>`body like ${like(account.name)} escape '\\'`)
    .execute();
  const left = formerAccount(former);
  await tx
    .updateTable('reviewers')
    .set({ ...left, emailKey: emailKey(left.email), link: null, emailProvenAt: null })
    .where('id', '=', id)
    .execute();
  await tx.insertInto('formerReviewers').values({ id, at, by, finished: 0 }).execute();
  return true;
};
