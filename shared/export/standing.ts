import type { AnchorState } from '../anchor.ts';
import { type Article, anchorOf } from '../article.ts';
import type { Claim } from '../claim.ts';
import { CONTEXT } from '../quote.ts';
import { type PlainText, plainText } from '../text.ts';

/** A claim that is not withdrawn, with where it stands. */
export interface Standing {
  readonly claim: Claim;
  readonly state: AnchorState;
  /** Absent when none of its words are left. */
  readonly at?: Stretch;
}

/** A stretch of the article as plain text; `start` and `end` count Unicode code points, as W3C TextPositionSelector does. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
  /** Exactly the text from `start` to `end`. */
  readonly words: string;
  readonly prefix: string;
  readonly suffix: string;
  /** The block of the article it begins in: 0 for the title, 1 for the first block after it. */
  readonly paragraph: number;
}

/** Counts the code points of a text before an offset in UTF-16 units. */
const codePoints = (text: string): ((offset: number) => number) => {
  const before = new Uint32Array(text.length + 1);
  let count = 0;
  for (let offset = 0; offset < text.length; offset += 1) {
    before[offset] = count;
    const code = text.charCodeAt(offset);
    if (code < 0xdc00 || code > 0xdfff) count += 1;
  }
  before[text.length] = count;
  return (offset) => before[offset] ?? count;
};

const stretchOf = (
  article: Article,
  plain: PlainText,
  count: (offset: number) => number,
  id: string,
): Stretch | undefined => {
  const { from, to } = anchorOf(article, id);
  const covered = plain.text.slice(plain.offsetOf(from), plain.offsetOf(to));
  const words = covered.replace(/^\n+|\n+$/g, '');
  if (words === '') return undefined;
  const start = plain.offsetOf(from) + covered.indexOf(words);
  const end = start + words.length;
  return {
    start: count(start),
    end: count(end),
    words,
    prefix: plain.text.slice(Math.max(0, start - CONTEXT), start).replace(/^[\udc00-\udfff]/, ''),
    suffix: plain.text.slice(end, end + CONTEXT).replace(/[\ud800-\udbff]$/, ''),
    paragraph: article.doc.resolve(plain.positionOf(start)).index(0),
  };
};

const inOrder = (one: Standing, other: Standing): number => {
  if (!one.at || !other.at) return Number(!one.at) - Number(!other.at);
  return one.at.start - other.at.start || other.at.end - one.at.end;
};

/** Where a record that stands on words has them in the plain text; nothing for an orphan. */
export const stretches = (article: Article): ((id: string) => Stretch | undefined) => {
  const plain = plainText(article.doc);
  const count = codePoints(plain.text);
  return (id) => stretchOf(article, plain, count, id);
};

const known = new WeakMap<Article, readonly Standing[]>();

/** Every claim that is not withdrawn, in the order of the text, an outer one before those inside it, those without words last. */
export const standings = (article: Article): readonly Standing[] => {
  const before = known.get(article);
  if (before) return before;
  const all = standingNow(article);
  known.set(article, all);
  return all;
};

const standingNow = (article: Article): readonly Standing[] => {
  const where = stretches(article);
  const claims = [...article.claims.values()].filter((claim) => !claim.withdrawn);
  return claims
    .map((claim) => {
      const at = where(claim.id);
      return { claim, state: anchorOf(article, claim.id).state, ...(at && { at }) };
    })
    .sort(inOrder);
};
