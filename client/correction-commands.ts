import { anchorOf } from '../shared/article.ts';
import { correctionsFor, isUnanswered, standsOnItsWords } from '../shared/correction.ts';
import type { AnyPart } from '../shared/operations/index.ts';
import type { Quote } from '../shared/quote.ts';
import { hasRole } from '../shared/roles.ts';
import { type Command, doing, noParts, type Sight } from './commands.ts';
import { correctingSteps } from './correcting.ts';
import { placeAndQuote, trimmed, type Words } from './words-selected.ts';

/** The words that a correction would be of: those that are selected, else those of the claim whose card is open. */
const wordsMeant = ({ article, selection, claim }: Sight): Words | undefined => {
  const selected = trimmed(article.doc, selection);
  const anchor = claim === undefined ? undefined : article.anchors.get(claim);
  const words = selected ?? (anchor && trimmed(article.doc, anchor));
  return words && !placeAndQuote(article.doc, words).quote.exact.includes('\n') ? words : undefined;
};

/** Begins a correction of the selected words, or of those of the open claim. */
export const correct: Command = (sight, dispatch) => {
  const { article, reviewer, claim, selection, newId } = sight;
  const words = wordsMeant(sight);
  if (!words || !hasRole(reviewer.role, 'annotator')) return false;
  const ofClaim = claim !== undefined && trimmed(article.doc, selection) === undefined;
  if (ofClaim && article.claims.get(claim)?.withdrawn) return false;
  const draft = ofClaim ? `correct claim ${claim}` : `correct words ${newId()}`;
  dispatch?.({
    begins: { draft, ...placeAndQuote(article.doc, words) },
    ...(ofClaim ? { form: 'correction' as const } : { unselect: true as const }),
  });
  return true;
};

/** What a correction says. */
export interface Suggested {
  readonly to: string;
  readonly why: string;
}

/** Suggests a correction; in the stead of another, which is taken back where its author or a lead suggests this one. */
export const suggestCorrection = (
  where: { readonly quote: Quote; readonly place?: Words },
  { to, why }: Suggested,
  claim: string | undefined,
  instead?: string,
): Command =>
  doing(
    (sight) => {
      const about = { ...(claim !== undefined && { claim }), ...where };
      const suggest: AnyPart = { kind: 'correction.suggest', correction: sight.newId(), ...about, to, why };
      if (instead === undefined || !withdrawCorrection(instead)(sight)) return [suggest];
      return [suggest, { kind: 'correction.withdraw', correction: instead }];
    },
    ([part]) => (part?.kind === 'correction.suggest' && claim === undefined ? { remark: part.correction } : {}),
  );

/** Puts a correction's words into the text and says so, in one act. */
export const acceptCorrection = (id: string): Command =>
  doing(({ article }) => {
    const correction = article.corrections.get(id);
    if (!correction || !isUnanswered(correction) || !standsOnItsWords(article, correction)) return noParts;
    return [
      { kind: 'text', target: 'body', steps: correctingSteps(article, correction) },
      { kind: 'correction.accept', correction: id },
    ];
  });

const whileUnanswered = (id: string, part: 'decline' | 'withdraw', reason = ''): Command =>
  doing(({ article }) => {
    const correction = article.corrections.get(id);
    if (!correction || !isUnanswered(correction)) return noParts;
    return part === 'decline'
      ? [{ kind: 'correction.decline', correction: id, reason }]
      : [{ kind: 'correction.withdraw', correction: id }];
  });

export const declineCorrection = (id: string, reason: string): Command => whileUnanswered(id, 'decline', reason);
export const withdrawCorrection = (id: string): Command => whileUnanswered(id, 'withdraw');

/** Begins an overtaken correction anew, on the words that stand in the place of those it was suggested for. */
export const correctAgain =
  (id: string): Command =>
  ({ article, reviewer }, dispatch) => {
    const correction = article.corrections.get(id);
    if (!correction || !isUnanswered(correction) || !hasRole(reviewer.role, 'annotator')) return false;
    const place = trimmed(article.doc, anchorOf(article, id));
    const words = place && placeAndQuote(article.doc, place);
    const { to, why } = correction;
    if (!words || standsOnItsWords(article, correction) || /\n/.test(words.quote.exact) || words.quote.exact === to)
      return false;
    dispatch?.({ begins: { draft: draftAgain(id), ...words, said: { to, why } } });
    return true;
  };

/** Under which name it is kept what an overtaken correction is begun anew as. */
export const draftAgain = (id: string): string => `correct again ${id}`;

export const reinstateCorrection = (id: string): Command =>
  doing(({ article }) => {
    const correction = article.corrections.get(id);
    // What was accepted is taken back with its text, by undo.
    return correction?.declined || correction?.withdrawn ? [{ kind: 'correction.reinstate', correction: id }] : noParts;
  });

/** The correction that a key means: the one that is shown, else the first that waits in the open card. */
const meant = ({ article, remark, claim }: Sight): string | undefined => {
  const shown = remark === undefined ? undefined : article.corrections.get(remark);
  if (shown && isUnanswered(shown)) return shown.id;
  return claim === undefined ? undefined : correctionsFor(article, claim).find(isUnanswered)?.id;
};

/** Accepts the correction that is open. */
export const acceptOpen: Command = (sight, dispatch) => {
  const id = meant(sight);
  return id !== undefined && acceptCorrection(id)(sight, dispatch);
};

/** Asks why the correction that is open is declined. */
export const declineOpen: Command = (sight, dispatch) => {
  const id = meant(sight);
  if (id === undefined || !declineCorrection(id, '')(sight)) return false;
  dispatch?.({ declines: id });
  return true;
};
