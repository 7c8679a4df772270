import type { Node } from 'prosemirror-model';
import { type Parse, record, text } from './parsing.ts';
import { collapsed, readable, tokens } from './text.ts';

/** The words of a claim as they were marked, with what stood around them (W3C Web Annotation §4.2.4, TextQuoteSelector). */
export interface Quote {
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
}

/** How much of the surroundings a quote keeps on each side, in UTF-16 units. */
export const CONTEXT = 32;

/** The longest quote, in UTF-16 units. */
export const QUOTE_LIMIT = 20_000;

const collapsedExacts = new WeakMap<Quote, string>();

/** The words of a quote with every run of white space as one space; remembered, since it is asked at every key near a claim. */
export const collapsedExact = (quote: Quote): string => {
  const known = collapsedExacts.get(quote);
  if (known !== undefined) return known;
  const made = collapsed(quote.exact);
  collapsedExacts.set(quote, made);
  return made;
};

const whole = (words: string): string => (words.isWellFormed() ? words : words.replaceAll(/\p{Surrogate}/gu, ''));

/** The quote of the words between two positions. */
export const quoteAt = (doc: Node, from: number, to: number): Quote => {
  const start = Math.max(0, from - CONTEXT);
  const around = tokens(doc, start, Math.min(doc.content.size, to + CONTEXT));
  return {
    exact: readable(around.slice(from - start, to - start)),
    prefix: whole(readable(around.slice(0, from - start))),
    suffix: whole(readable(around.slice(to - start))),
  };
};

/** The quote of the words between two offsets of a plain text. */
export const quoteIn = (all: string, start: number, end: number): Quote => ({
  exact: all.slice(start, end),
  prefix: whole(all.slice(Math.max(0, start - CONTEXT), start)),
  suffix: whole(all.slice(end, end + CONTEXT)),
});

export const parseQuote: Parse<Quote> = (value, where) => {
  const fields = record(value, where);
  return {
    exact: text(QUOTE_LIMIT)(fields.exact, `${where}.exact`),
    prefix: text(QUOTE_LIMIT)(fields.prefix ?? '', `${where}.prefix`),
    suffix: text(QUOTE_LIMIT)(fields.suffix ?? '', `${where}.suffix`),
  };
};

/** Whether words stand in the surroundings they were marked in. */
export const hasContextOf = (quote: Quote, other: Quote): boolean =>
  collapsed(quote.prefix) === collapsed(other.prefix) && collapsed(quote.suffix) === collapsed(other.suffix);

/**
 * What of a number stands beside words that begin or end with it. A sign before it belongs to it, but for a hyphen that joins it to what
 * is before, as in "2012-80".
 */
const beside = ({ prefix, exact, suffix }: Quote): readonly string[] => [
  /^[.,]?\d/.test(exact) ? `${/(?:(?<![\p{L}\p{N})\]])[-\u2212\u00b1])?(?:\d[.,]?)*$/u.exec(prefix)}` : '',
  /\d[.,]?$/.test(exact) ? `${/^(?:[.,]?\d)*/.exec(suffix)}` : '',
];

const shapeBeside = (quote: Quote): string =>
  beside(quote)
    .join('|')
    .replace(/\d[\d.,]*/g, '0');

/** Whether the number at an end of the words has grown or shrunk there, or has another sign: "80" now stands in "180", or as "−80" (T4). */
export const isOtherNumber = (marked: Quote, now: Quote): boolean => shapeBeside(marked) !== shapeBeside(now);

/** Words as they stand in a quote, with all of the numbers at their ends: of "80" inside "−180" all of it. */
export const withWholeNumbers = (words: string, quote: Quote): string => beside(quote).join(words);
