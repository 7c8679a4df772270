import { computed, type ReadonlySignal } from '@preact/signals';
import type { Article } from '../shared/article.ts';
import type { Configured } from '../shared/settings.ts';
import { blocksOf } from './blocks.ts';
import { type ClaimOrder, orderKeeper } from './claim-order.ts';
import { type ByBlock, byBlockKeeper, coverageOf } from './coverage.ts';
import { type Standings, standingsKeeper } from './standing.ts';

const NO_CLAIMS: ClaimOrder = { placed: [], orphaned: [], withdrawn: [] };
const NO_STANDINGS: Standings = new Map();
const NO_SCALES: Article['scales'] = new Map();
const NO_BLOCKS: ByBlock = new Map();

/**
 * What follows from an article, each worked out again only when what it follows from changed: from the article as it is now, and from
 * the one that is shown beside its text.
 */
export const overviewOf = (
  article: ReadonlySignal<Article | undefined>,
  shown: ReadonlySignal<Article | undefined>,
) => {
  const standingsIn = standingsKeeper();
  const standings = computed(() => (article.value ? standingsIn(article.value) : NO_STANDINGS));
  const orderIn = orderKeeper();
  const byBlockIn = byBlockKeeper();
  const order = computed(() => (article.value ? orderIn(article.value) : NO_CLAIMS));
  const doc = computed(() => article.value?.doc);
  const shownDoc = computed(() => shown.value?.doc);
  const blocks = computed(() => (shownDoc.value ? blocksOf(shownDoc.value) : []));
  const isThere = computed(() => article.value !== undefined);
  const coverage = computed(() => (isThere.value ? coverageOf(order.value, standings.value) : undefined));
  const byBlock = computed(() => (shown.value ? byBlockIn(shown.value, order.value, blocks.value) : NO_BLOCKS));
  const settings = computed(() => article.value?.settings);
  const scales = computed(() => article.value?.scales ?? NO_SCALES);
  const decided = computed(
    (): Configured => ({ scales: scales.value, ...(settings.value && { settings: settings.value }) }),
  );
  return { standings, order, doc, blocks, coverage, byBlock, decided };
};
