import { type Anchor, anchorAt, followAnchor, orphanAt, settleAnchor } from '../anchor.ts';
import type { Article } from '../article.ts';
import type { Change } from '../change.ts';
import { type Gap, onlyIndexOf } from '../gap.ts';
import { Invalid, integer, list, optional, type Parse, record, text } from '../parsing.ts';
import { parseQuote, type Quote } from '../quote.ts';
import { plainText } from '../text.ts';
import { type Refusal, refuse } from './kind.ts';

/** Where a claim is to stand: positions of the doc that its author saw, with the gaps that changes since then left. */
export interface Place {
  readonly from: number;
  readonly to: number;
  readonly gaps?: readonly Gap[];
}

const parseGap: Parse<Gap> = (value, where) => {
  const fields = record(value, where);
  const position = integer(0, 8_000_000);
  const start = optional(position)(fields.start, `${where}.start`);
  const end = optional(position)(fields.end, `${where}.end`);
  return {
    from: position(fields.from, `${where}.from`),
    to: position(fields.to, `${where}.to`),
    text: text(250_000)(fields.text, `${where}.text`),
    skip: position(fields.skip, `${where}.skip`),
    ...(start !== undefined && { start }),
    ...(end !== undefined && { end }),
  };
};

const parsePlace: Parse<Place> = (value, where) => {
  const fields = record(value, where);
  const from = integer(0, 8_000_000)(fields.from, `${where}.from`);
  const to = integer(from, 8_000_000)(fields.to, `${where}.to`);
  const gaps = optional(list(parseGap, 16))(fields.gaps, `${where}.gaps`);
  if (from === to && !gaps?.length) throw new Invalid(`${where}.to`, 'a claim has at least one character');
  return { from, to, ...(gaps && { gaps }) };
};

/** Reads the words, and the place where one is given. */
export const parseWhere: Parse<{ readonly quote: Quote; readonly place?: Place }> = (value, where) => {
  const fields = record(value, where);
  const quote = parseQuote(fields.quote, `${where}.quote`);
  const place = optional(parsePlace)(fields.place, `${where}.place`);
  if (quote.exact.trim() === '') throw new Invalid(`${where}.quote.exact`, 'may not be empty');
  return { quote, ...(place && { place }) };
};

/** The same part with its place moved over changes that it did not know of. */
export const mapPlace = <P extends { readonly place?: Place }>(part: P, changes: readonly Change[], by: string): P => {
  if (!part.place) return part;
  let anchor: Anchor = { from: part.place.from, to: part.place.to, state: 'exact', gaps: part.place.gaps ?? [] };
  for (const change of changes) anchor = followAnchor(anchor, change, by);
  const gaps = anchor.gaps.length > 0 ? { gaps: anchor.gaps } : {};
  return { ...part, place: { from: anchor.from, to: anchor.to, ...gaps } };
};

const quotedPlace = (article: Article, quote: Quote): Place | undefined => {
  const plain = plainText(article.doc);
  const inContext = onlyIndexOf(plain.text, quote.prefix + quote.exact + quote.suffix);
  const index = inContext === undefined ? onlyIndexOf(plain.text, quote.exact) : inContext + quote.prefix.length;
  if (index === undefined) return undefined;
  return { from: plain.positionOf(index), to: plain.positionOf(index + quote.exact.length - 1) + 1 };
};

/** The anchor of words put at a place, or looked for; an orphan where their place is gone (T5). */
export const placed = (article: Article, part: { readonly quote: Quote; readonly place?: Place }): Anchor | Refusal => {
  const place = part.place ?? quotedPlace(article, part.quote);
  if (!place) return refuse('not-found');
  if (place.to > article.doc.content.size) return refuse('conflict');
  if (place.from < place.to && !place.gaps?.length) return anchorAt(article.doc, place.from, place.to, part.quote);
  const anchor: Anchor = { ...orphanAt(place.from, place.gaps), from: place.from, to: place.to };
  return settleAnchor(anchor, undefined, [], article.doc, part.quote);
};
