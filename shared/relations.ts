import type { Claim, ClaimFields } from './claim.ts';
import type { RefusalReason } from './operations/kind.ts';

type Claims = ReadonlyMap<string, Claim>;

/** At most so many claims stand in one line of parts and occurrences, the first and the last counted. */
const DEPTH = 5;

const standing = (claims: Claims, id: string): Claim | undefined => {
  const claim = claims.get(id);
  return claim?.withdrawn ? undefined : claim;
};

/** The claim whose record counts for a claim: its own, or for another occurrence of a claim that one's. A withdrawn one counts for no other. */
export const mainOf = (claims: Claims, id: string): string => {
  const sameAs = claims.get(id)?.sameAs;
  return sameAs && standing(claims, sameAs) ? mainOf(claims, sameAs) : id;
};

/** The claim that a claim is a part of; nothing while that one is withdrawn. */
export const parentOf = (claims: Claims, id: string): string | undefined => {
  const parent = claims.get(id)?.parent;
  return parent && standing(claims, parent) ? mainOf(claims, parent) : undefined;
};

interface Tied {
  readonly parts: ReadonlyMap<string, readonly Claim[]>;
  readonly occurrences: ReadonlyMap<string, readonly Claim[]>;
  /** The ids of all that belong to a claim in either way, withdrawn ones too: they can come back. */
  readonly below: ReadonlyMap<string, readonly string[]>;
}

// By time and id, never by the table's own order: JSON does not keep that for ids that are numbers.
const inOrder = (one: Claim, other: Claim): number => {
  if (one.markedAt !== other.markedAt) return one.markedAt < other.markedAt ? -1 : 1;
  return one.id < other.id ? -1 : 1;
};

const gathered = (claims: Claims, of: (claim: Claim) => string | undefined): Tied['parts'] => {
  const found = new Map<string, Claim[]>();
  for (const claim of claims.values()) {
    const to = claim.withdrawn ? undefined : of(claim);
    if (to !== undefined) found.set(to, [...(found.get(to) ?? []), claim]);
  }
  for (const each of found.values()) each.sort(inOrder);
  return found;
};

const known = new WeakMap<Claims, Tied>();

const tiedIn = (claims: Claims): Tied => {
  const before = known.get(claims);
  if (before) return before;
  const main = ({ id }: Claim): string | undefined => {
    const found = mainOf(claims, id);
    return found === id ? undefined : found;
  };
  const below = new Map<string, string[]>();
  for (const { id } of claims.values())
    for (const to of above(claims, id)) below.set(to, [...(below.get(to) ?? []), id]);
  const tied = {
    below,
    parts: gathered(claims, (claim) => (main(claim) ? undefined : parentOf(claims, claim.id))),
    occurrences: gathered(claims, main),
  };
  known.set(claims, tied);
  return tied;
};

/** The parts that a claim was split into and that stand, the first marked first. */
export const partsOf = (claims: Claims, id: string): readonly Claim[] => tiedIn(claims).parts.get(id) ?? [];

/** The other places of the article that say what a claim says, the first marked first. */
export const occurrencesOf = (claims: Claims, id: string): readonly Claim[] => tiedIn(claims).occurrences.get(id) ?? [];

/** The claims that stand on the card of a claim for what ties them to it: those it is a part of or the same as, its parts and theirs. */
export const kinOf = (claims: Claims, id: string): ReadonlySet<string> => {
  const main = mainOf(claims, id);
  const parent = parentOf(claims, main);
  const parts = [main, parent].flatMap((each) =>
    each === undefined ? [] : [each, ...partsOf(claims, each).map((part) => part.id)],
  );
  return new Set([...parts, ...occurrencesOf(claims, main).map((each) => each.id)]);
};

/** The claims that a claim belongs to, withdrawn ones too: they can come back. */
const above = (claims: Claims, id: string): readonly string[] => {
  const claim = claims.get(id);
  return claim ? [claim.parent, claim.sameAs].filter((each) => each !== '') : [];
};

const heightAbove = (claims: Claims, id: string): number =>
  1 + Math.max(0, ...above(claims, id).map((each) => heightAbove(claims, each)));

const depthBelow = (claims: Claims, id: string): number =>
  1 + (tiedIn(claims).below.get(id) ?? []).reduce((deepest, each) => Math.max(deepest, depthBelow(claims, each)), 0);

const reaches = (claims: Claims, from: string, id: string): boolean =>
  from === id || above(claims, from).some((each) => reaches(claims, each, id));

/** Why a claim cannot be a part or another occurrence of those that some fields name; nothing when it can. */
export const whyNotTied = (claims: Claims, id: string, fields: Partial<ClaimFields>): RefusalReason | undefined => {
  for (const target of [fields.parent, fields.sameAs]) {
    if (!target) continue;
    if (target === id) return 'circle';
    if (!standing(claims, target)) return 'no-target';
    if (reaches(claims, target, id)) return 'circle';
    if (heightAbove(claims, target) + depthBelow(claims, id) > DEPTH) return 'too-deep';
  }
  return undefined;
};
