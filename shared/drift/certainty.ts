import { type Drift, isInFigure, type Side, wordsFrom } from './finding.ts';
import type { Lexicon } from './lexicon.ts';
import { isSameWord, longestAt, type Token } from './tokens.ts';

interface Found {
  readonly at: number;
  readonly length: number;
  readonly phrase: string;
}

/** "May" within a sentence is a month. */
const isMonth = ({ text, lower, begins }: Token, { calendar }: Lexicon): boolean =>
  calendar.includes(lower) && text !== lower && !begins;

/** Where phrases stand outside of figures, the longest at each place. */
const placesOf = (side: Side, phrases: readonly string[], lexicon: Lexicon): readonly Found[] => {
  const places: Found[] = [];
  for (let at = 0; at < side.tokens.length; ) {
    const token = side.tokens[at];
    const found = token && !isInFigure(side, at) && !isMonth(token, lexicon) && longestAt(side.tokens, at, phrases);
    if (found) places.push({ at, ...found });
    at += found ? found.length : 1;
  }
  return places;
};

/** What a finding is shown with: the phrase and the word after it. */
const withNext = (side: Side, { at, length }: Found): string =>
  wordsFrom(side, at, Math.min(side.tokens.length, at + length + 1));

const doubtFindings = (before: Side, after: Side, lexicon: Lexicon): readonly Drift[] => {
  const lost: string[] = [];
  const gained: string[] = [];
  for (const row of lexicon.doubts) {
    const [old] = placesOf(before, row, lexicon);
    const [now] = placesOf(after, row, lexicon);
    if (old && !now) lost.push(wordsFrom(before, old.at, old.at + old.length));
    if (now && !old) gained.push(wordsFrom(after, now.at, now.at + now.length));
  }
  const [one, other] = [lost[0], gained[0]];
  if (lost.length === 1 && gained.length === 1 && one && other)
    return [{ kind: 'hedge-changed', before: one, after: other }];
  return [
    ...lost.map((words): Drift => ({ kind: 'hedge-lost', before: words, after: '' })),
    ...gained.map((words): Drift => ({ kind: 'hedge-gained', before: '', after: words })),
  ];
};

const qualifiersMissing = (from: Side, to: Side, lexicon: Lexicon): readonly Found[] => {
  const there = placesOf(to, lexicon.qualifiers, lexicon);
  const doubts = lexicon.doubts.flat();
  return placesOf(from, lexicon.qualifiers, lexicon).filter(
    ({ phrase }) => !doubts.includes(phrase) && !there.some((each) => isSameWord(each.phrase, phrase, lexicon)),
  );
};

/** Doubts and qualifications that came or went; those of figures are told with the figures. */
export const certaintyFindings = (before: Side, after: Side, lexicon: Lexicon): readonly Drift[] => [
  ...doubtFindings(before, after, lexicon),
  ...qualifiersMissing(before, after, lexicon).map(
    (found): Drift => ({ kind: 'qualifier-lost', before: withNext(before, found), after: '' }),
  ),
  ...qualifiersMissing(after, before, lexicon).map(
    (found): Drift => ({ kind: 'qualifier-gained', before: '', after: withNext(after, found) }),
  ),
];
