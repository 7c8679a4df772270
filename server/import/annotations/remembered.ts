import type { Article } from '../../../shared/article.ts';
import { askedOf } from '../../../shared/contact.ts';
import type { AnyPart } from '../../../shared/operations/index.ts';

/** What an annotation is here: a claim, a thread, a correction, or another record that nothing is said about. */
export interface Subject {
  readonly of: 'claim' | 'thread' | 'correction' | 'other';
  readonly id: string;
  /** How it comes back with all that it became, where that was withdrawn. */
  readonly back?: readonly AnyPart[];
}

/**
 * What the annotations that are known here became, by their ids: those that were brought before, and the article's own records under
 * the addresses that they have in an export.
 */
export const remembered = (article: Article, address: string): Map<string, Subject> => {
  const known = new Map<string, Subject>();
  const remember = (path: string, imported: string | undefined, subject: Subject): void => {
    known.set(`${address}/annotations/${path}`, subject);
    if (imported === undefined) return;
    // Of an annotation that became several records the first stands for it, and all of them come back.
    const first = known.get(imported);
    const back = [...(first?.back ?? []), ...(subject.back ?? [])];
    known.set(imported, { ...(first ?? subject), ...(back.length > 0 && { back }) });
  };
  for (const { id, imported, withdrawn } of article.claims.values()) {
    const back: readonly AnyPart[] = [{ kind: 'claim.reinstate', claim: id }];
    remember(`claims/${id}`, imported?.id, { of: 'claim', id, ...(withdrawn && { back }) });
  }
  for (const { id, messages } of article.threads.values())
    for (const { id: message, imported, withdrawn } of messages) {
      const back: readonly AnyPart[] = [{ kind: 'thread.reinstate', thread: id, message }];
      remember(`threads/${id}/${message}`, imported?.id, { of: 'thread', id, ...(withdrawn && { back }) });
    }
  for (const { id, imported, withdrawn } of article.corrections.values()) {
    const back: readonly AnyPart[] = [{ kind: 'correction.reinstate', correction: id }];
    remember(`corrections/${id}`, imported?.id, { of: 'correction', id, ...(withdrawn && { back }) });
  }
  for (const table of ['evidence', 'verdicts', 'decisions'] as const)
    for (const id of article[table].keys()) remember(`${table}/${id}`, undefined, { of: 'other', id });
  for (const claim of article.claims.keys())
    for (const path of [`rationales/${claim}`, `claims/${claim}/tags`])
      remember(path, undefined, { of: 'other', id: claim });
  for (const contact of article.contacts.values())
    for (const { answer } of askedOf(contact))
      if (answer) remember(`contacts/${contact.id}/${answer.id}`, undefined, { of: 'other', id: answer.id });
  return known;
};
