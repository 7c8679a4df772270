import type { Pair } from './figures.ts';
import { type Drift, isInFigure, type Side, wordsFrom } from './finding.ts';
import type { Lexicon } from './lexicon.ts';
import { isSameWord, longestAt, type Token } from './tokens.ts';

const isSmall = ({ lower }: Token, lexicon: Lexicon): boolean =>
  lexicon.stopWords.includes(lower) ||
  lexicon.negations.includes(lower) ||
  lexicon.qualifiers.includes(lower) ||
  lexicon.doubts.some((row) => row.includes(lower)) ||
  lexicon.percent.includes(lower);

const contentOf = (side: Side, lexicon: Lexicon): readonly Token[] =>
  side.tokens.filter((token, at) => !isInFigure(side, at) && !isSmall(token, lexicon) && !/^\d/.test(token.text));

const holdsWord = (tokens: readonly Token[], word: string, lexicon: Lexicon): boolean =>
  tokens.some(({ lower }) => isSameWord(lower, word, lexicon));

const contrastFindings = (before: Side, after: Side, lexicon: Lexicon): readonly Drift[] => {
  const { stem } = lexicon;
  const oneOf = ({ tokens }: Side, words: readonly string[]): Token | undefined =>
    tokens.find(({ lower }) => words.some((word) => word === lower || stem(word) === stem(lower)));
  const directions = lexicon.contrasts.flatMap(([one, other]) => [[one, other] as const, [other, one] as const]);
  return directions.flatMap(([left, taken]): readonly Drift[] => {
    const [old, now] = [oneOf(before, left), oneOf(after, taken)];
    if (!old || !now || oneOf(after, left) || oneOf(before, taken)) return [];
    return [{ kind: 'word-replaced', before: old.text, after: now.text }];
  });
};

/** What is counted is another thing. */
const unitFindings = (before: Side, after: Side, pairs: readonly Pair[], lexicon: Lexicon): readonly Drift[] =>
  pairs.flatMap(([{ unit: old }, { unit: now }]): readonly Drift[] => {
    const [one, other] = [old.at(-1), now.at(-1)];
    if (!one || !other || old.some(({ lower }) => holdsWord(now, lower, lexicon))) return [];
    if (holdsWord(after.tokens, one.lower, lexicon) || holdsWord(before.tokens, other.lower, lexicon)) return [];
    return [{ kind: 'word-replaced', before: one.text, after: other.text }];
  });

/** The longest row of words that both have in this order, as places in the two. */
const shared = (
  one: readonly Token[],
  other: readonly Token[],
  lexicon: Lexicon,
): readonly (readonly [number, number])[] => {
  const width = other.length + 1;
  const longest = new Uint16Array((one.length + 1) * width);
  const at = (row: number, column: number): number => longest[row * width + column] ?? 0;
  const same = (row: number, column: number): boolean =>
    isSameWord(one[row]?.lower ?? '', other[column]?.lower ?? '', lexicon);
  for (let row = one.length - 1; row >= 0; row -= 1)
    for (let column = other.length - 1; column >= 0; column -= 1)
      longest[row * width + column] = same(row, column)
        ? at(row + 1, column + 1) + 1
        : Math.max(at(row + 1, column), at(row, column + 1));
  const found: (readonly [number, number])[] = [];
  let [row, column] = [0, 0];
  while (row < one.length && column < other.length) {
    if (same(row, column)) found.push([row++, column++]);
    else if (at(row + 1, column) >= at(row, column + 1)) row += 1;
    else column += 1;
  }
  return found;
};

/** Longer wordings are not compared word by word. */
const LIMIT = 200;

/** One word in the place of another, between two words that stayed. */
const swapFindings = (before: Side, after: Side, lexicon: Lexicon): readonly Drift[] => {
  const [one, other] = [contentOf(before, lexicon), contentOf(after, lexicon)];
  if (one.length > LIMIT || other.length > LIMIT) return [];
  const anchors = shared(one, other, lexicon);
  return anchors.slice(1).flatMap(([row, column], index): readonly Drift[] => {
    const [lastRow, lastColumn] = anchors[index] ?? [-1, -1];
    const [old, now] = [one[row - 1], other[column - 1]];
    if (row - lastRow !== 2 || column - lastColumn !== 2 || !old || !now) return [];
    const names = isName(old, lexicon) && isName(now, lexicon);
    return names ? [] : [{ kind: 'word-changed', before: old.text, after: now.text }];
  });
};

/** Words in the place of others: such as are taken for one another and are not the same, others that count, and single ones. */
export const wordFindings = (before: Side, after: Side, pairs: readonly Pair[], lexicon: Lexicon): readonly Drift[] => {
  const replaced = [...contrastFindings(before, after, lexicon), ...unitFindings(before, after, pairs, lexicon)];
  const isTold = ({ before: old, after: now }: Drift): boolean =>
    replaced.some((each) => isSameWord(each.before, old, lexicon) || isSameWord(each.after, now, lexicon));
  return [...replaced, ...swapFindings(before, after, lexicon).filter((each) => !isTold(each))];
};

/** A negation that came or went; one that is said in another way, as by "outside", stays. */
export const negationFindings = (before: Side, after: Side, lexicon: Lexicon): readonly Drift[] => {
  const first = (side: Side, phrases: readonly string[]): number =>
    side.tokens.findIndex((_, at) => !isInFigure(side, at) && longestAt(side.tokens, at, phrases) !== undefined);
  const denies = [...lexicon.negations, ...lexicon.denials];
  const shown = (side: Side, at: number): string => wordsFrom(side, at, Math.min(side.tokens.length, at + 3));
  const [old, now] = [first(before, lexicon.negations), first(after, lexicon.negations)];
  if (old >= 0 && first(after, denies) < 0) return [{ kind: 'negation-lost', before: shown(before, old), after: '' }];
  if (now >= 0 && first(before, denies) < 0) return [{ kind: 'negation-gained', before: '', after: shown(after, now) }];
  return [];
};

const isName = ({ text, lower, begins }: Token, { calendar, stopWords, capitalNouns }: Lexicon): boolean =>
  /^\p{Lu}/u.test(text) &&
  text !== 'I' &&
  !stopWords.includes(lower) &&
  !calendar.includes(lower) &&
  ((!begins && !capitalNouns) || /\p{Lu}.*\p{Lu}/u.test(text));

/** Names: capitals that begin no sentence, those that follow one another as one. */
const namesOf = ({ tokens, wording }: Side, lexicon: Lexicon): readonly (readonly Token[])[] => {
  const names: Token[][] = [];
  let last: Token | undefined;
  for (const token of tokens) {
    if (!isName(token, lexicon)) last = undefined;
    else {
      const goesOn = last && /^\s+$/.test(wording.slice(last.end, token.start));
      if (goesOn) names.at(-1)?.push(token);
      else names.push([token]);
      last = token;
    }
  }
  return names;
};

/** Names that came, went, or stand in the place of another; not those of who speaks. */
export const nameFindings = (
  before: Side,
  after: Side,
  speakers: readonly string[],
  lexicon: Lexicon,
): readonly Drift[] => {
  const speaking = speakers.join(' ').toLowerCase().split(/\s+/);
  const isThere = (name: readonly Token[], { tokens }: Side): boolean => {
    const whole = name.map(({ lower }) => lower).join(' ');
    const others = lexicon.synonyms.find((row) => row.includes(whole)) ?? [];
    return (
      name.some(({ lower }) => holdsWord(tokens, lower, lexicon)) ||
      tokens.some((_, at) => longestAt(tokens, at, others) !== undefined)
    );
  };
  const missing = (from: Side, to: Side): readonly string[] =>
    namesOf(from, lexicon)
      .filter(
        (name) =>
          !isThere(name, to) && !name.some(({ lower }) => speaking.some((each) => isSameWord(each, lower, lexicon))),
      )
      .map((name) => from.wording.slice(name[0]?.start, name.at(-1)?.end));
  const [lost, gained] = [missing(before, after), missing(after, before)];
  const [one, other] = [lost[0], gained[0]];
  if (one && other && lost.length === 1 && gained.length === 1)
    return [{ kind: 'name-replaced', before: one, after: other }];
  return [
    ...lost.map((name): Drift => ({ kind: 'name-lost', before: name, after: '' })),
    ...gained.map((name): Drift => ({ kind: 'name-gained', before: '', after: name })),
  ];
};
