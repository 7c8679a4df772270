import { type Fate, isKept } from '../clean-up/fate.ts';
import type { Line } from '../clean-up/line.ts';
import type { Paragraph } from './paragraphs.ts';

const sizeKey = ({ size }: Paragraph): number => Math.round(size * 2) / 2;

/** The size of type in which most of a document is set, paragraphs before all. */
export const bodySize = (paragraphs: readonly Paragraph[]): number => {
  const characters = new Map<number, number>();
  for (const each of paragraphs) {
    const { text } = each;
    if (each.isRunning || each.size === 0) continue;
    const weight = text.length >= 120 ? text.length : text.length / 10;
    characters.set(sizeKey(each), (characters.get(sizeKey(each)) ?? 0) + weight);
  }
  const [most] = [...characters].toSorted(([, one], [, other]) => other - one);
  return most?.[0] ?? 0;
};

/** A headline is so much larger than the text. */
const LARGER = 1.25;
const FEWEST_PAGES = 3;
const LONGEST = 250;

const bare = (text: string): string => text.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '');

/**
 * Which paragraph is the headline: the one that the document names as its title, or the largest above the text on its first pages; -1
 * when nothing is.
 */
export const headlineBySize = (paragraphs: readonly Paragraph[], body: number, named: string): number => {
  const name = bare(named);
  const scored = paragraphs.flatMap(({ text, size, page, isRunning }, at) => {
    const words = bare(text);
    if (isRunning || page >= FEWEST_PAGES || text.length > LONGEST || words === '') return [];
    const isNamed = words.length >= 12 && (name.startsWith(words) || (name.length >= 12 && words.startsWith(name)));
    const isLarge = size >= body * LARGER && words.length >= 8;
    if (!isLarge && !(isNamed && size >= body * 0.95)) return [];
    return [{ at, score: size / body + (isNamed ? 3 : 0) - page * 0.2 }];
  });
  const most = scored.reduce((highest, { score }) => Math.max(highest, score), 0);
  return scored.find(({ score }) => score >= most - 0.05)?.at ?? -1;
};

/** A heading is so much larger than the text, at least. */
const HEADING = 1.1;
const LONGEST_HEADING = 160;
const DEEPEST = 4;

/** The levels of the headings, by where they stand: the largest type there is has level 2. A caption is none, and neither is what opens a text. */
export const headingsBySize = (
  paragraphs: readonly Paragraph[],
  lines: readonly Line[],
  fates: readonly Fate[],
  body: number,
): ReadonlyMap<number, number> => {
  const kept = paragraphs.flatMap((_, at) => (isKept(fates[at]) && fates[at] !== 'caption' ? [at] : []));
  const large = kept.filter((at, nth) => {
    const line = lines[at]!;
    const isShort = line.text.length <= LONGEST_HEADING && !/[.,;:…]$/.test(line.text);
    return paragraphs[at]!.size >= body * HEADING && isShort && nth < kept.length - 1;
  });
  const isLarge = new Set(large);
  const opening = kept.findIndex((at) => !isLarge.has(at));
  const first = large[0];
  // A large line under the title that the text follows at once is its standfirst.
  const standfirst =
    first !== undefined && first === kept[0] && opening === 1 && lines[first]!.text.length >= 60 ? first : undefined;
  const sizes = [...new Set(large.map((at) => sizeKey(paragraphs[at]!)))].toSorted((one, other) => other - one);
  return new Map(
    large
      .filter((at) => at !== standfirst)
      .map((at) => [at, Math.min(DEEPEST, 2 + sizes.indexOf(sizeKey(paragraphs[at]!)))]),
  );
};
