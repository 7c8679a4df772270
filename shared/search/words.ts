/** Scripts that put no spaces between words. */
const UNSPACED =
  '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}\u30fc';

const RUN = new RegExp(`[${UNSPACED}]+|(?:(?![${UNSPACED}])[\\p{L}\\p{N}\\p{M}])+`, 'gu');

const IS_UNSPACED = new RegExp(`^[${UNSPACED}]`, 'u');

/** Accents of Latin, Greek and Cyrillic letters, and the vowel signs of Hebrew and Arabic: written or not, the word is the same. */
const MARKS = /[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u0640]/g;

/** Letters that are no accented ones and that are typed as others. */
const LETTERS: Readonly<Record<string, string>> = {
  ...{ ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', đ: 'd', ð: 'd', þ: 'th', ł: 'l', ı: 'i', ς: 'σ', ى: 'ي', ة: 'ه' },
};

const LETTER = new RegExp(`[${Object.keys(LETTERS).join('')}]`, 'g');

/** So much of a word counts, in UTF-16 units: nobody types more. */
const LONGEST = 60;

/** Text without case, accents and other ways to write the same letter. */
export const foldedText = (text: string): string =>
  text
    .normalize('NFKD')
    .replaceAll(MARKS, '')
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(LETTER, (letter) => LETTERS[letter] ?? letter);

const pairsIn = (run: string): readonly string[] => {
  const letters = [...run];
  return letters.slice(0, -1).map((letter, index) => letter + letters[index + 1]);
};

/**
 * What a text is found by, in its order: its words, and of writing without spaces every two characters that follow one another, and the
 * last alone, so that each begins something.
 */
export const indexedWords = (text: string): readonly string[] =>
  (foldedText(text).match(RUN) ?? []).flatMap((run) =>
    IS_UNSPACED.test(run) ? [...pairsIn(run), [...run].at(-1) ?? ''] : run.slice(0, LONGEST),
  );

/** Words that nearly every text has, in some languages; what is looked for goes by the others, where there are any. */
const EVERYWHERE = new Set(
  (
    'a an and are as at be but by for from has have he in is it its not of on or that the this to was were will with ' +
    'der die das den dem des ein eine einer und oder ist im in zu von mit auf fur nicht es sich als auch ' +
    'le la les un une des du de et ou est en que qui dans pour par sur au aux ce se ne pas ' +
    'el los las una y o es por con para del al lo su no il gli di che e da per non si ' +
    'het een van op te dat niet os as dos das um uma na nao w z i na'
  ).split(' '),
);

/**
 * The words that somebody looks for, each once: each is to be found as it stands or as the beginning of a word. Two characters at least of
 * writing without spaces are found only beside one another.
 */
export const soughtWords = (query: string): readonly string[] => {
  const words = (foldedText(query).match(RUN) ?? []).flatMap((run) =>
    IS_UNSPACED.test(run) && [...run].length > 1 ? pairsIn(run) : run.slice(0, LONGEST),
  );
  const telling = words.filter((word) => !EVERYWHERE.has(word));
  return [...new Set(telling.length > 0 ? telling : words)];
};

/** From which UTF-16 unit of a text to which. */
export type Span = readonly [from: number, to: number];

const merged = (spans: readonly Span[]): readonly Span[] => {
  const all: Span[] = [];
  for (const [from, to] of spans) {
    const last = all.at(-1);
    if (last && from <= last[1]) all[all.length - 1] = [last[0], Math.max(last[1], to)];
    else all.push([from, to]);
  }
  return all;
};

const foundInRun = (run: string, at: number, words: readonly string[]): readonly Span[] => {
  if (!IS_UNSPACED.test(run)) {
    const folded = foldedText(run);
    return words.some((word) => folded.startsWith(word)) ? [[at, at + run.length]] : [];
  }
  const spans: Span[] = [];
  let from = 0;
  for (const letter of run) {
    const rest = foldedText(run.slice(from, from + 4));
    const word = words.find((each) => rest.startsWith(each));
    if (word !== undefined) spans.push([at + from, at + from + Math.min(word.length, run.length - from)]);
    from += letter.length;
  }
  return spans;
};

/** Where words that were sought stand in a text: what begins as one of them does, each place once, in order. */
export const foundIn = (text: string, words: readonly string[]): readonly Span[] =>
  merged([...text.matchAll(RUN)].flatMap(({ 0: run, index }) => foundInRun(run, index, words)));

/** Some of a text with the places in it where words were found. */
export interface Excerpt {
  readonly text: string;
  readonly marks: readonly Span[];
}

/** So much is shown of a text, and of that so much before the first word that was found, in UTF-16 units. */
const SHOWN = { all: 240, before: 60 } as const;

const firstIn = (text: string, words: readonly string[]): number => {
  for (const { 0: run, index } of text.matchAll(RUN)) {
    const [first] = foundInRun(run, index, words);
    if (first) return first[0];
  }
  return 0;
};

/** What is shown of a text in which words were found: the whole of a short one, else what stands about the first of them. */
export const excerptOf = (whole: string, words: readonly string[]): Excerpt => {
  const text = whole.replaceAll(/\s/g, ' ');
  const made = (shown: string): Excerpt => ({ text: shown, marks: foundIn(shown, words) });
  if (text.length <= SHOWN.all) return made(text);
  const about = Math.max(0, firstIn(text, words) - SHOWN.before);
  // At a space where there is one near: a word is not shown in part, nor half of a character.
  const from = about === 0 ? 0 : about + Math.max(0, text.slice(about, about + SHOWN.before).indexOf(' ') + 1);
  const end = from + SHOWN.all;
  const gap = text.slice(0, end).lastIndexOf(' ');
  const to = end >= text.length ? text.length : gap > from + SHOWN.all / 2 ? gap : end;
  const middle = text.slice(from, to).replace(/^[\udc00-\udfff]|[\ud800-\udbff]$/g, '');
  return made(`${from > 0 ? '… ' : ''}${middle}${to < text.length ? ' …' : ''}`);
};
