import { sql, type Transaction } from 'kysely';
import { FORMER_NAME } from '../../shared/former.ts';
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
  // Invitations say for whom they were and where they went, links for guests for whom they are, ways to a provider what somebody is called; a message
  // to a webhook whom it tells of, and a notice of others whom the words of it name.
  const mailed = await tx.selectFrom('secrets').select(['hash', 'email']).where('email', 'is not', null).execute();
  const theirs = mailed.filter(({ email }) => emailKey(email ?? '') === account.emailKey).map(({ hash }) => hash);
  if (theirs.length > 0) await tx.deleteFrom('secrets').where('hash', 'in', theirs).execute();
  for (const words of [account.name, account.email]) {
    const naming = sql<boolean>`label like ${like(words)} escape '\\'`;
    await tx.deleteFrom('secrets').where('kind', '=', 'provider').where(naming).execute();
    await tx.updateTable('secrets').set({ label: '' }).where(naming).execute();
  }
  const mention = JSON.stringify(`@${account.name}`).slice(1, -1);
  await tx
    .updateTable('notices')
    .set({ body: sql<string>`replace(body, ${mention}, ${`@${FORMER_NAME}`})` })
    .where(sql<boolean>`body like ${like(mention)} escape '\\'`)
    .execute();
  // Answers are kept for whoever sends something again, for a day.
  for (const words of [account.name, account.email])
    await tx
      .deleteFrom('answers')
      .where(sql<boolean>`body like ${like(JSON.stringify(words))} escape '\\'`)
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
