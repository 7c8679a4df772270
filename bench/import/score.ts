/**
 * How a text is held against gold, as scrapinghub/article-extraction-benchmark's evaluate.py does it: 4-shingles of tokens as
 * multisets, precision and recall of each page, then their means; F1 is the harmonic mean of the two means. A token is a run of letters,
 * digits and underscores; in Chinese, Japanese and Thai, which do not part words, each character is one.
 */
export interface Score {
  readonly precision: number;
  readonly recall: number;
}

const SHINGLE = 4;
const TOKEN =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}])[\p{L}\p{N}_])+/gu;

const shingles = (text: string): Map<string, number> => {
  const tokens = text.match(TOKEN) ?? [];
  const counts = new Map<string, number>();
  for (let at = 0; at < Math.max(1, tokens.length - SHINGLE + 1); at += 1) {
    const shingle = tokens.slice(at, at + SHINGLE).join(' ');
    if (shingle !== '') counts.set(shingle, (counts.get(shingle) ?? 0) + 1);
  }
  return counts;
};

const total = (counts: Map<string, number>): number => [...counts.values()].reduce((sum, count) => sum + count, 0);

/** Of a page; both empty is all right, one empty is all wrong. */
export const scoreOf = (gold: string, found: string): Score => {
  const wanted = shingles(gold);
  const got = shingles(found);
  let hits = 0;
  for (const [shingle, count] of got) hits += Math.min(count, wanted.get(shingle) ?? 0);
  if (total(got) === 0 && total(wanted) === 0) return { precision: 1, recall: 1 };
  return { precision: hits / (total(got) || 1), recall: hits / (total(wanted) || 1) };
};

const mean = (values: readonly number[]): number =>
  values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;

/** Of many pages. */
export const overall = (scores: readonly Score[]): Score & { readonly f1: number } => {
  const precision = mean(scores.map((each) => each.precision));
  const recall = mean(scores.map((each) => each.recall));
  return { precision, recall, f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall) };
};

/** What trafilatura's evaluation counts: segments that must be there and are, must and are not, must not and are, must not and are not. */
export interface Segments {
  readonly right: number;
  readonly missing: number;
  readonly wrong: number;
  readonly absent: number;
}

const single = (text: string): string => text.replaceAll(/\s+/g, ' ');

/** Segments found in a text, white space aside. */
export const segmentsIn = (text: string, wanted: readonly string[], unwanted: readonly string[]): Segments => {
  const whole = single(text);
  const right = wanted.filter((each) => whole.includes(single(each).trim())).length;
  const wrong = unwanted.filter((each) => whole.includes(single(each).trim())).length;
  return { right, missing: wanted.length - right, wrong, absent: unwanted.length - wrong };
};

/** Precision, recall and F1 of segments, all pages counted together as trafilatura's evaluation does. */
export const segmentScore = (all: readonly Segments[]): Score & { readonly f1: number } => {
  const sum = (key: keyof Segments): number => all.reduce((total, each) => total + each[key], 0);
  const precision = sum('right') / (sum('right') + sum('wrong') || 1);
  const recall = sum('right') / (sum('right') + sum('missing') || 1);
  return { precision, recall, f1: (2 * sum('right')) / (2 * sum('right') + sum('wrong') + sum('missing') || 1) };
};

/** A title without what does not matter in it. */
export const plainTitle = (title: string): string =>
  title
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

const SITE = /(?:\s[|–—-]\s|\s*[|ㅣ｜]|--)[^|ㅣ｜]*$/;

/** Whether a title is the gold one, but for signs and case, and for the name of the site that gold may have behind it. */
export const isTitle = (gold: string, found: string): boolean => {
  for (let rest = gold; rest !== ''; rest = rest.replace(SITE, '')) {
    if (plainTitle(rest) === plainTitle(found)) return true;
    if (rest === rest.replace(SITE, '')) break;
  }
  return false;
};

const utcDay = (day: string): string => {
  const time = Date.parse(day.replace(' ', 'T'));
  return Number.isNaN(time) ? day.slice(0, 10) : new Date(time).toISOString().slice(0, 10);
};

/** Whether two times are of one day, where they were written or in UTC. */
export const isDay = (gold: string, found: string): boolean =>
  found.slice(0, 10) === gold.slice(0, 10) || utcDay(found) === utcDay(gold);
