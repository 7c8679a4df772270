import type { Article } from '../shared/article.ts';
import { nextOpen, type TextCoverage, textCoverage } from '../shared/coverage.ts';
import { type AnyPart, whyNot } from '../shared/operations/index.ts';
import { sentencesOf } from '../shared/sentences.ts';
import type { Command, Sight } from './commands.ts';
import { placeAndQuote, type Words } from './words-selected.ts';

/** At most so many parts an operation. */
const PARTS = 200;

/** Selects the next sentence that nobody has looked at: behind what is selected, after the last the first. */
export const nextUnread: Command = ({ article, selection }, dispatch) => {
  const next = nextOpen(textCoverage(article), selection.to);
  if (!next) return false;
  dispatch?.({ screen: { select: next } });
  return true;
};

/** The sentences that a selection touches, or the one that the caret stands in, and how far each was looked at. */
const sentencesAt = ({ blocks }: TextCoverage, { from, to }: Words) =>
  blocks.flatMap(({ block, start, sentences }) =>
    start > to || start + block.content.size < from
      ? []
      : sentencesOf(block).flatMap((sentence, index) => {
          const words = { from: start + sentence.from, to: start + sentence.to };
          const touched = from === to ? words.from <= from && from <= words.to : words.from < to && words.to > from;
          return touched ? [{ ...words, covered: sentences[index] ?? 'open' }] : [];
        }),
  );

/** What was set aside, still says what it said, and stands on some of these words. */
const asidesOn = ({ anchors, asides }: Article, { from, to }: Words): readonly string[] =>
  [...asides.values()].flatMap(({ id, withdrawn }) => {
    const anchor = anchors.get(id);
    const counts = !withdrawn && (anchor?.state === 'exact' || anchor?.state === 'moved');
    return counts && anchor.from < to && anchor.to > from ? [id] : [];
  });

const partsOf = ({ article, selection, newId }: Sight): readonly AnyPart[] => {
  const touched = sentencesAt(textCoverage(article), selection);
  const open = touched.filter(({ covered }) => covered === 'open');
  if (open.length > 0) {
    return open.map((words) => ({ kind: 'aside.set', aside: newId(), ...placeAndQuote(article.doc, words) }));
  }
  return [...new Set(touched.flatMap((words) => asidesOn(article, words)))].map((aside) => ({
    kind: 'aside.withdraw',
    aside,
  }));
};

/**
 * Sets the sentences that are selected aside as nothing to check, those that nobody has looked at; where there are none, takes
 * back what was set aside of them. Each sentence is one of its own, so that an edit opens no other.
 */
export const setAside: Command = (sight, dispatch) => {
  const parts = partsOf(sight);
  const may = (part: AnyPart): boolean => whyNot(sight.article, part, sight.reviewer) === undefined;
  if (parts.length === 0 || parts.length > PARTS || !parts.every(may)) return false;
  dispatch?.({ parts, ...(parts.length > 1 && { atomic: true }) });
  return true;
};

/** Whether `setAside` would take back instead of setting aside. */
export const isSetAside = (sight: Sight): boolean => partsOf(sight)[0]?.kind === 'aside.withdraw';

const isSelected = ({ selection }: Sight, { from, to }: Words): boolean =>
  selection.from === from && selection.to === to;

/** Selects the next sentence that is suggested and drawn, where none is drawn any other: behind what is selected, after the last the first. */
export const nextSuggestion: Command = ({ suggestions = [], selection }, dispatch) => {
  const strong = suggestions.filter(({ isStrong }) => isStrong);
  const meant = strong.length > 0 ? strong : suggestions;
  const next = meant.find(({ from }) => from >= selection.to) ?? meant[0];
  if (!next) return false;
  dispatch?.({ screen: { select: { from: next.from, to: next.to } } });
  return true;
};

/** Selects the suggestion that a position stands in. */
export const selectSuggestion =
  (at: number): Command =>
  ({ suggestions = [] }, dispatch) => {
    const suggested = suggestions.find(({ from, to }) => from <= at && at < to);
    if (!suggested) return false;
    dispatch?.({ screen: { select: { from: suggested.from, to: suggested.to } } });
    return true;
  };

/** Does without the suggestion that is selected. */
export const dismissSuggestion: Command = (sight, dispatch) => {
  const selected = sight.suggestions?.find((each) => isSelected(sight, each));
  if (!selected) return false;
  dispatch?.({ dismiss: selected.sentence });
  return true;
};
