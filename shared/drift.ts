import type { Claimant } from './attribution.ts';
import { certaintyFindings } from './drift/certainty.ts';
import { figureFindings, pairsOf } from './drift/figures.ts';
import { DRIFTS, type Drift, type Side } from './drift/finding.ts';
import { lexiconOf } from './drift/lexicons.ts';
import { quantitiesOf } from './drift/quantities.ts';
import { tokensOf } from './drift/tokens.ts';
import { nameFindings, negationFindings, wordFindings } from './drift/wording.ts';
import { HEDGE_RULE, type HedgeRule } from './hedge-rule.ts';
import { collapsed } from './text.ts';

/** How two wordings are compared. */
export interface Comparing {
  /** BCP 47; English where there is no table for it. */
  readonly language?: string;
  /** How far hedges reach; unless said, as far as where no desk decided. */
  readonly rule?: HedgeRule;
  /** Names that say who speaks: that they come or go is no drift. */
  readonly speakers?: readonly string[];
}

/**
 * What became of words as they were passed on, from an earlier wording to a later one, heavy findings first. Each follows from a row of
 * the lexicon, from capitals or from arithmetic; what the lexicon does not know is not found.
 */
export const driftBetween = (
  before: string,
  after: string,
  { language = 'en', speakers = [], rule = HEDGE_RULE }: Comparing = {},
): readonly Drift[] => {
  if (collapsed(before) === '' || collapsed(after) === '' || collapsed(before) === collapsed(after)) return [];
  const lexicon = lexiconOf(language);
  const side = (wording: string): Side => {
    const tokens = tokensOf(wording);
    return { wording, tokens, quantities: quantitiesOf(tokens, lexicon, rule) };
  };
  const sides = [side(before), side(after)] as const;
  const pairs = pairsOf(...sides, lexicon);
  const found = [
    ...figureFindings(...sides, pairs, lexicon),
    ...negationFindings(...sides, lexicon),
    ...certaintyFindings(...sides, lexicon),
    ...wordFindings(...sides, pairs, lexicon),
    ...nameFindings(...sides, speakers, lexicon),
  ];
  const once = [
    ...new Map(found.map((each) => [`${each.kind} ${each.before} ${each.after}`.toLowerCase(), each])).values(),
  ];
  return once.sort((one, other) => Number(DRIFTS[one.kind] === 'light') - Number(DRIFTS[other.kind] === 'light'));
};

/** Where a wording stands: the link of the attribution, by its place, or the words of the article, or the statement. */
export type Place = number | 'words' | 'statement';

/** Two wordings that follow one another, from what a claim rests on to what is said in the end, and what changed between them. */
export interface Step {
  readonly from: Place;
  readonly to: Place;
  readonly before: string;
  readonly after: string;
  readonly drifts: readonly Drift[];
}

/**
 * The wordings of a claim from the last link of its attribution, on which it rests, over the first, who is quoted, to the words of the
 * article and the claim in one's own words; a link without words is passed over.
 */
export const driftsOf = (
  claim: { readonly attribution: readonly Claimant[]; readonly statement: string },
  words: string,
  language?: string,
  rule: HedgeRule = HEDGE_RULE,
): readonly Step[] => {
  const links = claim.attribution.map((link, index): readonly [Place, string] => [index, link.words]).reverse();
  const wordings = ([...links, ['words', words], ['statement', claim.statement]] as const).filter(
    ([, each]) => collapsed(each) !== '',
  );
  const speakers = claim.attribution.map(({ name }) => name);
  return wordings.slice(1).flatMap(([to, after], index) => {
    const [from, before] = wordings[index] ?? ['words', ''];
    if (from === 'words' && links.every(([, each]) => each === '')) return [];
    const drifts = driftBetween(before, after, { speakers, rule, ...(language && { language }) });
    return [{ from, to, before, after, drifts }];
  });
};
