import { anchorOf } from '../shared/article.ts';
import { type Command, doing, noParts, type Sight } from './commands.ts';
import { endMoved, sentenceFrom, startMoved } from './word-steps.ts';
import { placeAndQuote, trimmed, type Words } from './words-selected.ts';

/** Selects the next sentence, or the previous one. */
export const selectSentence =
  (step: 1 | -1): Command =>
  ({ article, selection }, dispatch) => {
    const found = sentenceFrom(article.doc, selection, step);
    if (!found) return false;
    dispatch?.({ screen: { select: { from: found.from, to: found.to } } });
    return true;
  };

/** Takes the next sentence into the selection too. */
export const addSentence: Command = ({ article, selection }, dispatch) => {
  const found = sentenceFrom(article.doc, selection, 1);
  if (!found) return false;
  const from = selection.from < selection.to ? selection.from : found.from;
  dispatch?.({ screen: { select: { from, to: found.to } } });
  return true;
};

/** The open claim's place while it stands on words and is not withdrawn. */
const placeOf = ({ article, claim }: Sight): Words | undefined => {
  const record = claim === undefined ? undefined : article.claims.get(claim);
  if (!record || record.withdrawn) return undefined;
  const { from, to } = anchorOf(article, record.id);
  return from < to ? { from, to } : undefined;
};

const adjusted = (place: (sight: Sight, now: Words) => Words | undefined): Command =>
  doing((sight) => {
    const { article, claim } = sight;
    const now = placeOf(sight);
    const wanted = now && place(sight, now);
    const to = wanted && trimmed(article.doc, wanted);
    const isOther = now && to && (to.from !== now.from || to.to !== now.to) && to.from < now.to && now.from < to.to;
    if (claim === undefined || !to || !isOther) return noParts;
    return [{ kind: 'claim.adjust', claim, ...placeAndQuote(article.doc, to) }];
  });

/** Moves both ends of the open claim to those of the selected words, which share some with it. */
export const adjustToSelected: Command = adjusted(({ selection }) => selection);

/** Moves the end of the open claim by a word. */
export const moveEnd = (step: 1 | -1): Command =>
  adjusted(({ article }, { from, to }) => {
    const end = endMoved(article.doc, to, step);
    return end === undefined ? undefined : { from, to: end };
  });

/** Moves the start of the open claim by a word. */
export const moveStart = (step: 1 | -1): Command =>
  adjusted(({ article }, { from, to }) => {
    const start = startMoved(article.doc, from, step);
    return start === undefined ? undefined : { from: start, to };
  });
