import type { Node } from 'prosemirror-model';
import type { Article } from '../shared/article.ts';
import { collapsed } from '../shared/text.ts';
import type { Block } from './blocks.ts';
import { claimsNamed, searchable } from './claim-search.ts';

const isSubsequence = (letters: string, word: string): boolean => {
  let at = 0;
  for (const letter of word) if (letter === letters[at]) at += 1;
  return at === letters.length;
};

const distance = (words: readonly string[], asked: string): number => {
  if (words.some((word) => word.startsWith(asked))) return 0;
  if (words.some((word) => word.includes(asked))) return 1;
  return asked.length > 2 && words.some((word) => isSubsequence(asked, word)) ? 3 : Number.POSITIVE_INFINITY;
};

/** How far a text is from a query, 0 being nearest; infinite where one of its words is not in it, not even with letters left out. */
export const distanceOf = (text: string, query: string): number => {
  const words = searchable(text).split(' ');
  const asked = searchable(query).split(' ');
  return asked.reduce((sum, each) => sum + distance(words, each), 0);
};

/** Those of some things that a query finds, the nearest first and else in their order. */
export const found = <T>(things: readonly T[], textOf: (thing: T) => string, query: string): readonly T[] =>
  things
    .map((thing) => ({ thing, far: distanceOf(textOf(thing), query) }))
    .filter(({ far }) => Number.isFinite(far))
    .sort((one, other) => one.far - other.far)
    .map(({ thing }) => thing);

const NUMBER = /^(?:[¶§#p]|par(?:agraph)?|absatz)?\s*(\d+)$/i;

const BEGINNING = 90;

/** The first words of a paragraph. */
export const beginningOf = (doc: Node, { from, to }: Block): string => {
  const words = collapsed(doc.textBetween(from, Math.min(to, from + 2 * BEGINNING), ' '));
  return words.length <= BEGINNING ? words : `${words.slice(0, BEGINNING).replace(/\s+\S*$/, '')}…`;
};

/** The paragraph of the number asked for; else the first ones that hold what is asked. */
export const paragraphsFound = (
  doc: Node,
  blocks: readonly Block[],
  query: string,
  limit: number,
): readonly Block[] => {
  const number = NUMBER.exec(query.trim())?.[1];
  if (number !== undefined) return blocks.filter((block) => block.number === Number(number));
  const wanted = searchable(query);
  if (wanted.length < 3) return [];
  const holding: Block[] = [];
  for (const block of blocks) {
    if (holding.length === limit) break;
    if (searchable(doc.textBetween(block.from, block.to, ' ')).includes(wanted)) holding.push(block);
  }
  return holding;
};

/** The claims that a query finds by their words. */
export const claimsFound = (article: Article, query: string, limit: number) =>
  searchable(query).length < 2 ? [] : claimsNamed(article, query, limit);
