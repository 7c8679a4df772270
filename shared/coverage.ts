import type { Node } from 'prosemirror-model';
import type { Article } from './article.ts';
import { sentencesOf, textBlocks } from './sentences.ts';

/** How far a sentence has been looked at: a claim stands on it, all of it is set aside, or neither. */
export const COVERED = ['claim', 'aside', 'open'] as const;
export type Covered = (typeof COVERED)[number];

/** So many words of each: together they are all the words there are. */
export type WordsByCovered = Readonly<Record<Covered, number>>;

/** A block of text with how far each of its sentences (`sentencesOf`, in their order) has been looked at. */
export interface CoveredBlock {
  readonly block: Node;
  /** Where its content begins. */
  readonly start: number;
  readonly sentences: readonly Covered[];
  readonly words: WordsByCovered;
}

/** How much of an article has been looked at. */
export interface TextCoverage {
  readonly words: WordsByCovered;
  readonly blocks: readonly CoveredBlock[];
}

/** Words that are in a claim or set aside. */
interface Cover {
  readonly from: number;
  readonly to: number;
  readonly as: 'claim' | 'aside';
}

/** Every stretch that counts: a claim on words however they changed, what was set aside only while it says what it said. */
const coversOf = ({ anchors, claims, asides }: Article): readonly Cover[] => {
  const covers: Cover[] = [];
  for (const [id, { from, to, state }] of anchors) {
    if (from === to) continue;
    const claim = claims.get(id);
    if (claim) {
      if (!claim.withdrawn) covers.push({ from, to, as: 'claim' });
    } else if (state !== 'changed' && !asides.get(id)?.withdrawn && asides.has(id))
      covers.push({ from, to, as: 'aside' });
  }
  return covers.sort((one, other) => one.from - other.from);
};

/** Whether stretches in order of their beginnings leave no word of a text out. */
const isWholly = (text: string, from: number, covers: readonly Cover[]): boolean => {
  let reached = from;
  for (const cover of covers) {
    if (cover.from > reached && text.slice(reached - from, cover.from - from).trim() !== '') return false;
    reached = Math.max(reached, cover.to);
  }
  return text.slice(reached - from).trim() === '';
};

type Within = Pick<CoveredBlock, 'sentences' | 'words'>;

/** Covers counted from the start of the block's content. */
const coveredIn = (block: Node, covers: readonly Cover[]): Within => {
  const words = { claim: 0, aside: 0, open: 0 };
  const sentences = sentencesOf(block).map((sentence): Covered => {
    const these = covers.filter(({ from, to }) => from < sentence.to && to > sentence.from);
    const inClaim = these.some(({ as }) => as === 'claim');
    const covered = inClaim ? 'claim' : isWholly(sentence.text, sentence.from, these) ? 'aside' : 'open';
    words[covered] += sentence.words;
    return covered;
  });
  return { sentences, words };
};

interface Known extends Within {
  readonly covers: readonly Cover[];
}

// Blocks are never changed, only replaced: one is counted again only when it or what stands on it is another.
const known = new WeakMap<Node, Known>();

const isSame = (some: readonly Cover[], others: readonly Cover[]): boolean =>
  some.length === others.length &&
  some.every((one, index) => {
    const other = others[index];
    return one.from === other?.from && one.to === other.to && one.as === other.as;
  });

const within = (block: Node, covers: readonly Cover[]): Within => {
  const before = known.get(block);
  if (before && isSame(before.covers, covers)) return before;
  const found = { covers, ...coveredIn(block, covers) };
  known.set(block, found);
  return found;
};

/** How much of an article has been looked at; an edit costs the block it is in. */
export const textCoverage = (article: Article): TextCoverage => {
  const covers = coversOf(article);
  const words = { claim: 0, aside: 0, open: 0 };
  let next = 0;
  // Those that began in an earlier block and may reach on.
  let reaching: readonly Cover[] = [];
  const blocks = textBlocks(article.doc).map(({ block, start }): CoveredBlock => {
    const end = start + block.content.size;
    const here = reaching.filter(({ to }) => to > start);
    for (let cover = covers[next]; cover && cover.from < end; cover = covers[next]) {
      if (cover.to > start) here.push(cover);
      next += 1;
    }
    reaching = here.filter(({ to }) => to > end);
    const inBlock = here.map(({ from, to, as }) => ({ from: from - start, to: Math.min(to, end) - start, as }));
    const found = within(block, inBlock);
    for (const covered of COVERED) words[covered] += found.words[covered];
    return { block, start, sentences: found.sentences, words: found.words };
  });
  return { words, blocks };
};

/** The share of the words that has been looked at, in whole percent; 100 only when nothing is left. */
export const percentLookedAt = ({ claim, aside, open }: WordsByCovered): number => {
  const all = claim + aside + open;
  return all === 0 ? 0 : Math.floor((100 * (claim + aside)) / all);
};

/** A sentence that nobody has looked at, where it stands in the article. */
export interface OpenSentence {
  readonly from: number;
  readonly to: number;
}

/** The first sentence that nobody has looked at behind a position, from the end on to the beginning; nothing when there is none. */
export const nextOpen = ({ blocks }: TextCoverage, behind: number): OpenSentence | undefined => {
  let first: OpenSentence | undefined;
  for (const { block, start, sentences, words } of blocks) {
    if (words.open === 0) continue;
    for (const [index, { from, to }] of sentencesOf(block).entries()) {
      if (sentences[index] !== 'open') continue;
      const found = { from: start + from, to: start + to };
      if (found.from >= behind) return found;
      first ??= found;
    }
  }
  return first;
};
