import type { Anchor } from '../shared/anchor.ts';
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

const byPlace = (one: Anchor, other: Anchor): number => one.from - other.from || other.to - one.to;

/** Every claim of an article in the list where it belongs; one that is kept stays in its place though it is withdrawn. */
export const claimOrder = (article: Article, kept?: string): ClaimOrder => {
  const placed: Claim[] = [];
  const orphaned: Claim[] = [];
  const withdrawn: Claim[] = [];
  for (const claim of article.claims.values()) {
    const isGone = claim.withdrawn && claim.id !== kept;
    const list = isGone ? withdrawn : anchorOf(article, claim.id).state === 'orphaned' ? orphaned : placed;
    list.push(claim);
  }
  const ordered = (claims: Claim[]) =>
    claims.sort((one, other) => byPlace(anchorOf(article, one.id), anchorOf(article, other.id)));
  return { placed: ordered(placed), orphaned: ordered(orphaned), withdrawn };
};

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
