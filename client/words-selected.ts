import type { Node } from 'prosemirror-model';
import { type Quote, quoteAt } from '../shared/quote.ts';
import { tokens } from '../shared/text.ts';

/** A stretch of the article's text. */
export interface Words {
  readonly from: number;
  readonly to: number;
}

/** The selected words without the white space and block boundaries around them; nothing when no word is left. */
export const trimmed = (doc: Node, { from, to }: Words): Words | undefined => {
  if (from >= to) return undefined;
  const text = tokens(doc, from, to);
  const start = text.search(/\S/);
  return start === -1 ? undefined : { from: from + start, to: from + text.trimEnd().length };
};

/** Where words stand and what they say: what a claim is marked with. */
export const placeAndQuote = (doc: Node, words: Words): { readonly place: Words; readonly quote: Quote } => ({
  place: { from: words.from, to: words.to },
  quote: quoteAt(doc, words.from, words.to),
});
