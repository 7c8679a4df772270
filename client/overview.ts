import { computed, type ReadonlySignal } from '@preact/signals';
import type { Article } from '../shared/article.ts';
import { blocksOf } from './blocks.ts';
import { type ClaimOrder, claimOrder } from './claim-order.ts';
import { coverageOf } from './coverage.ts';
import { type Standings, standingsKeeper } from './standing.ts';

const NO_CLAIMS: ClaimOrder = { placed: [], orphaned: [], withdrawn: [] };
const NO_STANDINGS: Standings = new Map();

/** What follows from the article on screen, each worked out again only when what it follows from changed. */
export const overviewOf = (article: ReadonlySignal<Article | undefined>) => {
  const standingsIn = standingsKeeper();
  const standings = computed(() => (article.value ? standingsIn(article.value) : NO_STANDINGS));
  const order = computed(() => (article.value ? claimOrder(article.value) : NO_CLAIMS));
  const doc = computed(() => article.value?.doc);
  const blocks = computed(() => (doc.value ? blocksOf(doc.value) : []));
  const coverage = computed(
    () => article.value && coverageOf(article.value, order.value, standings.value, blocks.value),
  );
  return { standings, order, doc, blocks, coverage };
};
