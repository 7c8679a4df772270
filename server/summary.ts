import type { Node } from 'prosemirror-model';
import type { Article } from '../shared/article.ts';
import { titleOf } from '../shared/schema.ts';

/** What the list of articles shows of one. */
export interface ArticleSummary {
  readonly title: string;
  /** Claims that are not withdrawn. */
  readonly claims: number;
  readonly locked: boolean;
  readonly words: number;
}

// Blocks are never changed, only replaced: each is counted once, however often its article changes elsewhere.
const counted = new WeakMap<Node, number>();

const wordsIn = (block: Node): number => {
  const known = counted.get(block);
  if (known !== undefined) return known;
  const count = block.textBetween(0, block.content.size, ' ', ' ').match(/\S+/g)?.length ?? 0;
  counted.set(block, count);
  return count;
};

/** The summary of an article as it stands. */
export const summaryOf = (article: Article): ArticleSummary => ({
  title: titleOf(article.doc),
  claims: [...article.claims.values()].filter((claim) => !claim.withdrawn).length,
  locked: article.lock !== undefined,
  words: article.doc.children.reduce((sum, block) => sum + wordsIn(block), 0),
});
