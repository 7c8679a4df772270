import { type Likeness, likenessTerms, likenessTo } from '../shared/search/likeness.ts';
import { type FoundClaim, saidBy } from './search.ts';
import type { SearchStore } from './storage/search-store.ts';

/** What is looked at, and who looks. */
export interface Looked {
  readonly text: string;
  /** BCP 47. */
  readonly language: string;
  /** Only what everyone sees. */
  readonly openOnly: boolean;
  /** The claim itself, which is left out. */
  readonly except?: { readonly article: string | undefined; readonly claim: string | undefined };
}

/** An earlier claim that is like a text, and how. */
export interface Earlier extends Likeness, Pick<FoundClaim, 'markedAt' | 'outcome'> {
  readonly article: string;
  /** Of the article. */
  readonly title: string;
  readonly claim: string;
  readonly text: string;
}

/** So many claims are compared, those with the most in common. */
const COMPARED = 60;

const RANKS: Readonly<Record<Likeness['relation'], number>> = {
  ...{ same: 2, narrower: 0.1, wider: 0.1, contradicts: 0, similar: -0.5 },
};

/** What says the same comes first, then what has the most in common. */
const rankOf = ({ relation, share }: Likeness): number => share + RANKS[relation];

/** The claims of the desk that are like a text, the nearest first and among the same the earliest. */
export const earlierClaims = async (
  search: Pick<SearchStore, 'alike'>,
  { text, language, openOnly, except }: Looked,
): Promise<readonly Earlier[]> => {
  const rows = await search.alike({ terms: likenessTerms(text, language), openOnly, limit: COMPARED });
  const likenessOf = likenessTo(text, language);
  return rows
    .filter(({ article, id }) => article !== except?.article || id !== except.claim)
    .flatMap(({ article, title, id, body }) => {
      const claim: FoundClaim = JSON.parse(body);
      const likeness = likenessOf(saidBy(claim));
      if (!likeness) return [];
      const { markedAt, outcome } = claim;
      return [{ article, title, claim: id, text: saidBy(claim), markedAt, ...likeness, ...(outcome && { outcome }) }];
    })
    .sort((one, other) => rankOf(other) - rankOf(one) || (one.markedAt < other.markedAt ? -1 : 1));
};
