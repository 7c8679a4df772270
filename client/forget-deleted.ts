import { presence } from './account.ts';
import { tombstoneOf } from './deletion.ts';
import { openIndexedDbOutbox } from './indexed-db-outbox.ts';

const KEPT = /^touchstone\.(?:tray|drafts)\.(.+)\.([^.]+)$/;

/** The articles of which this browser keeps words that a reviewer did not send. */
const withWords = (storage: Storage, reviewer: string): readonly string[] =>
  Object.keys(storage).flatMap((key) => {
    const [, article, whose] = KEPT.exec(key) ?? [];
    return article !== undefined && whose === reviewer ? [article] : [];
  });

/**
 * Forgets what this browser keeps of articles that were deleted while none of its pages had them open; `listed` are those that are there. Gives
 * the ids of those in which something was not sent: that is kept until its author has seen it (T10).
 */
export const forgetDeleted = async (listed: readonly string[]): Promise<readonly string[]> => {
  const who = presence.peek();
  if (who.state !== 'signed-in') return [];
  const there = new Set(listed);
  const outbox = await openIndexedDbOutbox();
  const sheets = (await outbox.all()).filter(({ article }) => !there.has(article));
  const begun = withWords(localStorage, who.account.id).filter((article) => !there.has(article));
  const unsent: string[] = [];
  for (const article of new Set([...sheets.map((sheet) => sheet.article), ...begun])) {
    if (!(await tombstoneOf(article))) continue;
    let isUnsent = begun.includes(article);
    for (const sheet of sheets.filter((each) => each.article === article)) {
      const kept = await outbox.read(sheet);
      if (!kept || kept.pending.operations.length === 0) await outbox.forget(sheet);
      // What another person of this browser did not send is theirs to see.
      else if (sheet.reviewer === who.account.id) isUnsent = true;
    }
    if (isUnsent) unsent.push(article);
  }
  return unsent;
};
