import { isObject, type Json, listOf, typesOf } from './checks.ts';
import { type FlatText, flatOf } from './flat-text.ts';
import type { Aim } from './given.ts';
import { placeOfWords, type Quoted, type Stretch } from './place-of-words.ts';

/** Why an annotation stands nowhere, each with the sentence that is said of it. */
export const UNPLACED = {
  'whole-page': 'It is about the page as a whole, not about words in it.',
  'other-selector': 'It selects by the structure of a page, which the text of an article does not have.',
  empty: 'It selects no words.',
  'not-there': 'Its words are not in the article.',
  'more-than-once': 'Its words stand in the article more than once, and nothing says which are meant.',
  outside: 'Its position is beyond the end of the article.',
  'too-long': 'It selects more words than a claim can have.',
  'no-annotation': 'It is about an annotation that is neither in the file nor here.',
  'other-file': 'It stands elsewhere: the file has its address only.',
  'nothing-said': 'It says nothing that could be brought.',
  'many-lines': 'It suggests other words for more than one line.',
} as const;

/** A key of `UNPLACED`. */
export type UnplacedReason = keyof typeof UNPLACED;

/** What may be wrong with a place that was found. */
export const DOUBTS = {
  'position-differs': 'Its position is not where its words stand; the words decided.',
  'surroundings-differ': 'What stands around the words is not what it says.',
  'position-only': 'It has a position only: nothing shows that these are the words that were meant.',
  'outer-unread': 'It narrows a selection that cannot be followed here; its words were looked for in the whole text.',
} as const;

/** A key of `DOUBTS`. */
export type Doubt = keyof typeof DOUBTS;

/** Where an annotation stands, or why nowhere. */
export type Placed =
  | (Stretch & { readonly doubts: readonly Doubt[] })
  | { readonly reason: UnplacedReason; readonly quote: string };

const unplaced = (reason: UnplacedReason, quote = ''): Placed => ({ reason, quote });

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

const quoteOf = (selector: Json | undefined): Quoted | undefined =>
  selector && { exact: text(selector.exact), prefix: text(selector.prefix), suffix: text(selector.suffix) };

/** The words of a text fragment directive (WICG): those from one end to the other are not looked for. */
const quoteOfFragment = (fragment: string): Quoted | undefined => {
  const directive = /:~:text=([^&]*)/.exec(fragment)?.[1];
  if (directive === undefined) return undefined;
  const parts = directive.split(',').map((part) => {
    try {
      return decodeURIComponent(part);
    } catch {
      return part;
    }
  });
  const prefix = parts[0]?.endsWith('-') ? `${parts.shift()?.slice(0, -1)} ` : '';
  const suffix = parts.at(-1)?.startsWith('-') ? ` ${parts.pop()?.slice(1)}` : '';
  return parts.length === 1 ? { exact: parts[0] ?? '', prefix, suffix } : undefined;
};

/** Positions as offsets of the plain text, in UTF-16 units; nothing where there are none, `outside` beyond the end. */
const stretchOf = (
  flat: FlatText,
  selector: Json | undefined,
  counts: Aim['counts'],
  base = 0,
): Stretch | 'outside' | undefined => {
  if (!selector) return undefined;
  const [start, end] = [Number(selector.start), Number(selector.end)];
  const shift = [...flat.plain.text.slice(0, base)].length;
  const from = counts === 'points' ? flat.atPoint(start + shift) : start + base;
  const to = counts === 'points' ? flat.atPoint(end + shift) : end + base;
  if (from === undefined || to === undefined || to > flat.plain.text.length) return 'outside';
  return { from, to };
};

const isOfType = (type: string) => (selector: Json) => typesOf(selector).includes(type);

const byPosition = (flat: FlatText, stretch: Stretch | 'outside'): Placed => {
  if (stretch === 'outside') return unplaced('outside');
  const words = flat.plain.text.slice(stretch.from, stretch.to);
  if (words.trim() === '') return unplaced('empty');
  const from = stretch.from + words.length - words.trimStart().length;
  return { from, to: from + words.trim().length, doubts: ['position-only'] };
};

const byQuote = (
  flat: FlatText,
  quote: Quoted,
  position: Stretch | 'outside' | undefined,
  inside?: Stretch,
): Placed => {
  const at = position === 'outside' ? undefined : position;
  // A position may take in the white space around the words.
  const lead = at && flat.plain.text.slice(at.from, at.to).search(/\S/);
  const near = at && at.from + Math.max(0, lead ?? 0);
  const found = placeOfWords(flat, quote, { ...(inside && { inside }), ...(near !== undefined && { near }) });
  if ('reason' in found) return unplaced(found.reason, quote.exact);
  const agrees = !position || (near === found.from && sameWords(flat, at, quote));
  const doubts: Doubt[] = [];
  if (!agrees) doubts.push('position-differs');
  if (!found.isAmid && (!position || !agrees)) doubts.push('surroundings-differ');
  return { from: found.from, to: found.to, doubts };
};

const sameWords = (flat: FlatText, at: Stretch | undefined, quote: Quoted): boolean =>
  at !== undefined && flatOf(flat.plain.text.slice(at.from, at.to)).trim() === flatOf(quote.exact).trim();

/** A range from one selection to the beginning of another (§4.2.8). */
const byRange = (flat: FlatText, range: Json, counts: Aim['counts']): Placed => {
  const ends = [range.startSelector, range.endSelector].map((each) =>
    placed(flat, { source: '', selectors: listOf(each).filter(isObject), counts }),
  );
  const [start, end] = ends;
  if (!start || !end) return unplaced('other-selector');
  if ('reason' in start) return start;
  if ('reason' in end) return end;
  if (end.from <= start.from) return unplaced('empty');
  const words = flat.plain.text.slice(start.from, end.from).trimEnd();
  return { from: start.from, to: start.from + words.length, doubts: [...new Set([...start.doubts, ...end.doubts])] };
};

/** What a selection is narrowed to (§4.2.9), inside the one that it narrows, if that can be followed here. */
const refined = (flat: FlatText, outer: Placed, by: readonly Json[], counts: Aim['counts']): Placed => {
  const [quote, position] = [
    quoteOf(by.find(isOfType('TextQuoteSelector'))),
    by.find(isOfType('TextPositionSelector')),
  ];
  if ('reason' in outer) {
    if (outer.reason !== 'other-selector' || !quote) return outer;
    const found = byQuote(flat, quote, undefined);
    return 'reason' in found ? found : { ...found, doubts: [...found.doubts, 'outer-unread'] };
  }
  const stretch = stretchOf(flat, position, counts, outer.from);
  if (quote) return byQuote(flat, quote, stretch, outer);
  if (!stretch) return outer;
  return stretch !== 'outside' && stretch.to > outer.to ? unplaced('outside') : byPosition(flat, stretch);
};

const unrefined = (flat: FlatText, { selectors, counts, source }: Aim): Placed => {
  const quote = quoteOf(selectors.find(isOfType('TextQuoteSelector')));
  const position = stretchOf(flat, selectors.find(isOfType('TextPositionSelector')), counts);
  if (quote) return byQuote(flat, quote, position);
  if (position) return byPosition(flat, position);
  const range = selectors.find((each) => isOfType('RangeSelector')(each) && each.startSelector !== undefined);
  if (range) return byRange(flat, range, counts);
  const fragments = [source, ...selectors.filter(isOfType('FragmentSelector')).map(({ value }) => text(value))];
  const fragment = fragments.map(quoteOfFragment).find(Boolean);
  if (fragment) return byQuote(flat, fragment, undefined);
  return unplaced(selectors.length === 0 ? 'whole-page' : 'other-selector');
};

/**
 * Where an annotation stands in a text by all of its selectors: exactly its words, or nowhere (T4). Where a quote and a position do
 * not agree the quote decides, and the doubt is told.
 */
export const placed = (flat: FlatText, aim: Aim): Placed => {
  const whole = unrefined(flat, aim);
  const narrowed = aim.selectors.flatMap(({ refinedBy }) => listOf(refinedBy).filter(isObject));
  return narrowed.length === 0 ? whole : refined(flat, whole, narrowed, aim.counts);
};
