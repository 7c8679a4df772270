import { isOtherNumber } from '../../../shared/quote.ts';
import { type FlatText, flatOf } from './flat-text.ts';

/** From an offset of a plain text up to another, in UTF-16 units. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** Words as an annotation quotes them (Web Annotation §4.2.4). */
export interface Quoted {
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
}

/** Why words are not placed. */
export type Unfound =
  | { readonly reason: 'empty' | 'not-there' }
  | { readonly reason: 'more-than-once'; readonly times: number };

/** Where words stand, and whether what stands around them there is what the quote says. */
export type Found = Stretch & { readonly isAmid: boolean };

/** More places than these are not looked at: what stands so often is told by its position or by what is around it. */
const MOST_PLACES = 2_000;

// In these scripts no space parts one word from the next.
const JOINABLE = /[\p{L}\p{N}]/u;
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

const joins = (before: string, after: string): boolean => {
  const [one, other] = [[...before].at(-1) ?? '', [...after][0] ?? ''];
  return [one, other].every((each) => JOINABLE.test(each) && !UNSPACED.test(each));
};

/** Whether words would be a part of longer ones where the quote does not say that they are: "rain" in "train", "80" in "180" (T4). */
const isTornOut = (quote: Quoted, now: Quoted): boolean =>
  isOtherNumber(quote, now) ||
  (joins(now.prefix, now.exact) && !joins(quote.prefix, quote.exact)) ||
  (joins(now.exact, now.suffix) && !joins(quote.exact, quote.suffix));

/** The beginnings of words in a text, overlapping ones too. */
const beginningsOf = (text: string, words: string, from: number, to: number): readonly number[] => {
  const found: number[] = [];
  for (let at = text.indexOf(words, from); at >= 0 && found.length < MOST_PLACES; at = text.indexOf(words, at + 1)) {
    if (at + words.length > to) break;
    found.push(at);
  }
  return found;
};

/**
 * Where the words of a quote stand in a text, or in a stretch of it: exactly these, white space apart. Of several places it is the one
 * that `near` names, else the only one amid what the quote has around it.
 */
export const placeOfWords = (
  text: FlatText,
  given: Quoted,
  { inside, near }: { readonly inside?: Stretch; readonly near?: number } = {},
): Found | Unfound => {
  const exact = flatOf(given.exact).trim();
  if (exact === '') return { reason: 'empty' };
  const { flat } = text;
  const quote = { exact, prefix: flatOf(given.prefix), suffix: flatOf(given.suffix) };
  // White space at an end of the quote belongs to what is around it.
  if (/^\s/.test(given.exact)) quote.prefix = `${quote.prefix} `.replace(/ +$/, ' ');
  if (/\s$/.test(given.exact)) quote.suffix = ` ${quote.suffix}`.replace(/^ +/, ' ');
  const [from, to] = inside ? [text.inFlat(inside.from), text.inFlat(inside.to)] : [0, flat.length];
  const around = (at: number, length: number): Quoted => ({
    exact,
    prefix: flat.slice(Math.max(0, at - Math.max(length, 8)), at),
    suffix: flat.slice(at + exact.length, at + exact.length + Math.max(length, 8)),
  });
  const longest = Math.max(quote.prefix.length, quote.suffix.length);
  const isAmid = (at: number): boolean => {
    const { prefix, suffix } = around(at, longest);
    return prefix.endsWith(quote.prefix) && suffix.startsWith(quote.suffix);
  };
  const places = beginningsOf(flat, exact, from, to).filter((at) => !isTornOut(quote, around(at, longest)));
  const placed = (at: number): Found => ({
    from: text.inPlain(at),
    to: text.inPlain(at + exact.length - 1) + 1,
    isAmid: isAmid(at),
  });
  const [first] = places;
  if (first === undefined) return { reason: 'not-there' };
  const named = near === undefined ? undefined : places.find((at) => text.inPlain(at) === near);
  if (named !== undefined) return placed(named);
  if (places.length === 1) return placed(first);
  const [amid, ...others] = quote.prefix.trim() + quote.suffix.trim() === '' ? [] : places.filter(isAmid);
  return amid !== undefined && others.length === 0 ? placed(amid) : { reason: 'more-than-once', times: places.length };
};
