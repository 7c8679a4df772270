import type { Quote } from '../shared/quote.ts';
import { hasRole } from '../shared/roles.ts';
import type { Visibility } from '../shared/visibility.ts';
import { type Command, doing, noParts } from './commands.ts';
import type { Said } from './mentions.ts';
import { placeAndQuote, trimmed, type Words } from './words-selected.ts';

/** The first message of a thread, and who sees it where that is not the desk. */
export interface Opening extends Said {
  readonly visibility?: Visibility;
}

/** Opens a thread about a claim. */
export const openClaimThread = (claim: string, said: Opening): Command =>
  doing(({ newId }) => [{ kind: 'thread.open', thread: newId(), claim, message: newId(), ...said }]);

/** Opens a thread about words, and shows it. */
export const openWordsThread = (where: { readonly quote: Quote; readonly place?: Words }, said: Opening): Command =>
  doing(
    ({ newId }) => [{ kind: 'thread.open', thread: newId(), ...where, message: newId(), ...said }],
    ([part]) => (part?.kind === 'thread.open' ? { remark: part.thread } : {}),
  );

/** Answers in a thread; one that was resolved is taken up again with that. */
export const replyTo = (thread: string, said: Said): Command =>
  doing(({ article, newId }) => {
    const reply = { kind: 'thread.reply', thread, message: newId(), ...said } as const;
    return article.threads.get(thread)?.resolved ? [{ kind: 'thread.reopen', thread }, reply] : [reply];
  });

/** Changes one's own message. */
export const reviseMessage = (thread: string, message: string, said: Said): Command =>
  doing(({ article, reviewer }) => {
    const own = article.threads.get(thread)?.messages.find(({ id }) => id === message);
    return own?.reviewer === reviewer.id ? [{ kind: 'thread.revise', thread, message, ...said }] : noParts;
  });

/** Says who sees a thread from now on. */
export const showThreadTo = (thread: string, visibility: Visibility): Command =>
  doing(() => [{ kind: 'thread.show', thread, visibility }]);

export const resolveThread = (thread: string): Command =>
  doing(({ article }) => (article.threads.get(thread)?.resolved ? noParts : [{ kind: 'thread.resolve', thread }]));

export const reopenThread = (thread: string): Command =>
  doing(({ article }) => (article.threads.get(thread)?.resolved ? [{ kind: 'thread.reopen', thread }] : noParts));

export const withdrawMessage = (thread: string, message: string): Command =>
  doing(() => [{ kind: 'thread.withdraw', thread, message }]);

/** Begins a comment: on the selected words, or on the claim whose card is open. */
export const comment: Command = (sight, dispatch) => {
  const { article, reviewer, selection, claim, newId } = sight;
  if (!hasRole(reviewer.role, 'annotator')) return false;
  const words = trimmed(article.doc, selection);
  if (words) {
    dispatch?.({ begins: { draft: `say words ${newId()}`, ...placeAndQuote(article.doc, words) }, unselect: true });
    return true;
  }
  const record = claim === undefined ? undefined : article.claims.get(claim);
  if (!record || record.withdrawn) return false;
  dispatch?.({ form: 'comment' });
  return true;
};

/** Begins a comment on the claim whose card is open that is for named people only. */
export const note: Command = ({ article, reviewer, claim }, dispatch) => {
  const record = claim === undefined ? undefined : article.claims.get(claim);
  if (!hasRole(reviewer.role, 'annotator') || !record || record.withdrawn) return false;
  dispatch?.({ form: 'note' });
  return true;
};

/** Shows a thread where it is: in the card of its claim, or among the others. */
export const showThread =
  (thread: string): Command =>
  ({ article }, dispatch) => {
    const found = article.threads.get(thread);
    if (!found) return false;
    dispatch?.(found.claim === undefined ? { remark: thread } : { claim: found.claim });
    return true;
  };
