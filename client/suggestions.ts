import type { Node } from 'prosemirror-model';
import type { Article } from '../shared/article.ts';
import { knowsLanguage, type Score, scoreSentence, type Weights } from '../shared/checkworthy.ts';
import { WEIGHTS } from '../shared/checkworthy-weights.ts';
import { textCoverage } from '../shared/coverage.ts';
import { sentencesOf } from '../shared/sentences.ts';

/** A sentence that looks worth checking and that nobody has looked at. It counts for nothing until it is made a claim. */
export interface Suggestion extends Score {
  readonly from: number;
  readonly to: number;
  readonly sentence: string;
  /** Whether it is among the strongest third of the article's sentences. Only those are drawn: what is under every line leads no eye. */
  readonly isStrong: boolean;
}

/** Suggestions, and the text they are for. */
export interface Suggestions {
  readonly doc: Node;
  readonly list: readonly Suggestion[];
}

// Blocks are never changed, only replaced: an edit costs the block it is in.
const scored = new WeakMap<Node, readonly Score[]>();

/** Sentences longer than this are lists and tables that came in as text. */
const LONGEST = 1_000;

const NOTHING: Score = { score: 0, reasons: [] };

/** The part of the sentences that is drawn at most, ties apart (decision 77). */
const STRONGEST = 1 / 3;

/** The score that a sentence has at least to be among the strongest third of all. */
const strengthOf = (scores: readonly Score[]): number =>
  scores.map(({ score }) => score).sort((one, other) => other - one)[Math.ceil(scores.length * STRONGEST) - 1] ?? 0;

const scoresOf = (weights: Weights, block: Node): readonly Score[] => {
  const known = scored.get(block);
  if (known) return known;
  const scores = sentencesOf(block).map(({ text }) => (text.length > LONGEST ? NOTHING : scoreSentence(weights, text)));
  scored.set(block, scores);
  return scores;
};

/** The suggestions for an article; nothing while `hasTime` says that there is none left: what was done is kept for the next call. */
export const suggestionsOf = (
  weights: Weights,
  article: Article,
  dismissed: ReadonlySet<string>,
  hasTime: () => boolean,
): readonly Suggestion[] | undefined => {
  const found: Omit<Suggestion, 'isStrong'>[] = [];
  const all: Score[] = [];
  const { blocks } = textCoverage(article);
  if (!knowsLanguage(weights, article.doc.textBetween(0, Math.min(4_000, article.doc.content.size), ' '))) return [];
  for (const { block, start, sentences } of blocks) {
    if (block.type.name === 'title' || block.type.name === 'credit') continue;
    if (!scored.has(block) && !hasTime()) return undefined;
    const scores = scoresOf(weights, block);
    // Also what was looked at: nothing new is drawn because something is marked.
    all.push(...scores);
    for (const [index, { from, to, text }] of sentencesOf(block).entries()) {
      const score = scores[index];
      if (!score || sentences[index] !== 'open' || score.score < weights.threshold || dismissed.has(text)) continue;
      found.push({ ...score, from: start + from, to: start + to, sentence: text });
    }
  }
  const strength = strengthOf(all);
  return found.map((each) => ({ ...each, isStrong: each.score >= strength }));
};

/** The suggestions for an article by the weights that ship; its code is fetched only where somebody wants suggestions. */
export const suggest = (article: Article, dismissed: ReadonlySet<string>, hasTime: () => boolean) =>
  suggestionsOf(WEIGHTS, article, dismissed, hasTime);
