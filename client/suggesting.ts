import { computed, signal } from '@preact/signals';
import type { Node } from 'prosemirror-model';
import type { Article } from '../shared/article.ts';
import { knowsLanguage, type Score, scoreSentence, type Weights } from '../shared/checkworthy.ts';
import { textCoverage } from '../shared/coverage.ts';
import { sentencesOf } from '../shared/sentences.ts';

/** A sentence that looks worth checking and that nobody has looked at. It counts for nothing until it is made a claim. */
export interface Suggestion extends Score {
  readonly from: number;
  readonly to: number;
  readonly sentence: string;
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
  const found: Suggestion[] = [];
  const { blocks } = textCoverage(article);
  if (!knowsLanguage(weights, article.doc.textBetween(0, Math.min(4_000, article.doc.content.size), ' '))) return [];
  for (const { block, start, sentences } of blocks) {
    if (block.type.name === 'title' || block.type.name === 'credit') continue;
    if (!scored.has(block) && !hasTime()) return undefined;
    const scores = scoresOf(weights, block);
    for (const [index, { from, to, text }] of sentencesOf(block).entries()) {
      const score = scores[index];
      if (!score || sentences[index] !== 'open' || score.score < weights.threshold || dismissed.has(text)) continue;
      found.push({ ...score, from: start + from, to: start + to, sentence: text });
    }
  }
  return found;
};

const SHOWN = 'touchstone.suggestions';
const MOST_DISMISSED = 500;

const read = (key: string): string | null => {
  try {
    return localStorage.getItem(key);
  } catch {
    return null; // storage may be forbidden
  }
};

const write = (key: string, value: string): void => {
  try {
    localStorage.setItem(key, value);
  } catch {
    // it holds until the page is left
  }
};

const readDismissed = (key: string): readonly string[] => {
  try {
    const value: unknown = JSON.parse(read(key) ?? '[]');
    return Array.isArray(value) ? value.filter((each): each is string => typeof each === 'string') : [];
  } catch {
    return [];
  }
};

/** What is suggested on one page of an article, and what its reader did without; remembered on this machine. */
export class Suggesting {
  /** Whether this reader wants suggestions; the article's settings can still switch them off. */
  readonly wanted = signal(read(SHOWN) !== 'off');
  readonly found = signal<Suggestions | undefined>(undefined);
  readonly dismissed = signal<ReadonlySet<string>>(new Set());
  readonly list = computed(() => this.found.value?.list ?? []);
  readonly #key: string;

  constructor(article: string) {
    this.#key = `${SHOWN}.${article}`;
    this.dismissed.value = new Set(readDismissed(this.#key));
  }

  want(wanted: boolean): void {
    this.wanted.value = wanted;
    write(SHOWN, wanted ? 'on' : 'off');
  }

  dismiss(sentence: string): void {
    const dismissed = [...this.dismissed.value, sentence].slice(-MOST_DISMISSED);
    this.dismissed.value = new Set(dismissed);
    write(this.#key, JSON.stringify(dismissed));
  }
}
