import type { Anchors } from '../shared/anchors.ts';
import { type Article, anchorOf } from '../shared/article.ts';
import type { Claim } from '../shared/claim.ts';

/** The claims of an article as they are listed. */
export interface ClaimOrder {
  /** In the order of their words, the outer before the inner. */
  readonly placed: readonly Claim[];
  /** Those whose words are gone. */
  readonly orphaned: readonly Claim[];
  readonly withdrawn: readonly Claim[];
}

/** A claim and where it stands. */
interface Placed {
  readonly claim: Claim;
  readonly from: number;
  readonly to: number;
}

const byPlace = (one: Omit<Placed, 'claim'>, other: Omit<Placed, 'claim'>): number =>
  one.from - other.from || other.to - one.to;

/** The list that a claim belongs to. */
export const listOf = (article: Article, claim: Claim): keyof ClaimOrder => {
  if (claim.withdrawn) return 'withdrawn';
  return anchorOf(article, claim.id).state === 'orphaned' ? 'orphaned' : 'placed';
};

/** A claim that stays in a list, whatever becomes of it. */
export interface Kept {
  readonly id: string;
  readonly list: keyof ClaimOrder;
}

/** Every claim of an article in the list where it belongs, but for one that is kept where it was. */
export const claimOrder = (article: Article, kept?: Kept): ClaimOrder => {
  const lists = { placed: [] as Placed[], orphaned: [] as Placed[], withdrawn: [] as Placed[] };
  article.anchors.eachPlace((id, from, to, state) => {
    const claim = article.claims.get(id);
    if (!claim) return;
    const own = claim.withdrawn ? 'withdrawn' : state === 'orphaned' ? 'orphaned' : 'placed';
    lists[id === kept?.id ? kept.list : own].push({ claim, from, to });
  });
  const ordered = (some: Placed[]): readonly Claim[] => some.sort(byPlace).map(({ claim }) => claim);
  return {
    ...{ placed: ordered(lists.placed), orphaned: ordered(lists.orphaned) },
    withdrawn: [...article.claims.values()].filter(({ id, withdrawn }) =>
      id === kept?.id ? kept.list === 'withdrawn' : withdrawn,
    ),
  };
};

const ranksOf = (claims: readonly Claim[]): ReadonlyMap<string, number> =>
  new Map(claims.map(({ id }, rank) => [id, rank]));

/** Says of a claim that may have moved whether it still stands where an order has it: in its list, between its neighbours. */
const placesIn = ({ placed, orphaned }: ClaimOrder) => {
  const lists = [placed, orphaned].map((list) => ({ list, ranks: ranksOf(list) }));
  return ({ anchors, claims }: Article, id: string): boolean => {
    const anchor = anchors.get(id);
    if (!anchor || claims.get(id)?.withdrawn) return true;
    const isAfter = (one: Claim | undefined, other: Claim | undefined): boolean => {
      const [first, second] = [one && anchors.get(one.id), other && anchors.get(other.id)];
      return !first || !second || byPlace(first, second) <= 0;
    };
    const { list, ranks } = lists[anchor.state === 'orphaned' ? 1 : 0] as (typeof lists)[number];
    const rank = ranks.get(id);
    return rank !== undefined && isAfter(list[rank - 1], list[rank]) && isAfter(list[rank], list[rank + 1]);
  };
};

/**
 * A function from article to the order of its claims: the same object as long as no claim came, went, changed its record or passed
 * another. Claims that are only shifted along with their text keep their order, so only those that may be more are looked at.
 */
export const orderKeeper = (): ((article: Article) => ClaimOrder) => {
  let seen: Article | undefined;
  let known: ClaimOrder = { placed: [], orphaned: [], withdrawn: [] };
  let isInPlace = placesIn(known);
  return (article) => {
    const moved = seen?.claims === article.claims ? article.anchors.touchedSince(seen.anchors) : undefined;
    seen = article;
    if (moved?.every((id) => !article.claims.has(id) || isInPlace(article, id))) return known;
    known = claimOrder(article);
    isInPlace = placesIn(known);
    return known;
  };
};

/** The ids of the claims that one steps through, in order. */
export const idsOf = ({ placed, orphaned }: ClaimOrder): readonly string[] =>
  [...placed, ...orphaned].map(({ id }) => id);

/** The id before or after another in a row; from nowhere, the first or the last. */
export const neighbour = (ids: readonly string[], current: string | undefined, step: 1 | -1): string | undefined => {
  const at = current === undefined ? -1 : ids.indexOf(current);
  if (at === -1) return step === 1 ? ids[0] : ids.at(-1);
  return ids[Math.min(ids.length - 1, Math.max(0, at + step))];
};

/** The claims at a position, the innermost first. */
export const claimsAt = (anchors: Anchors, shown: (claim: string) => boolean, position: number): readonly string[] =>
  [...anchors]
    .filter(([id, { from, to }]) => from <= position && position <= to && from < to && shown(id))
    .sort(([, one], [, other]) => one.to - one.from - (other.to - other.from))
    .map(([id]) => id);

/** The claim that a click selects: the innermost, or the next outer one when that was selected already. */
export const nextAt = (claims: readonly string[], selected: string | undefined): string | undefined => {
  const at = selected === undefined ? -1 : claims.indexOf(selected);
  return claims[(at + 1) % Math.max(1, claims.length)];
};
