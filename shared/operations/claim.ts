import { anchorAt, settleAnchor } from '../anchor.ts';
import { type Article, anchorOf, isAnchored, withRecord } from '../article.ts';
import { CLAIM_FIELDS, type Claim, type ClaimFields } from '../claim.ts';
import { offersType } from '../claim-types.ts';
import { parseSome, someOf, withEmpty } from '../fields.ts';
import { type Imported, parseImported } from '../imported.ts';
import { verdictsOf } from '../outcome.ts';
import { pagesBetween } from '../pages.ts';
import { identifier, optional, own, record } from '../parsing.ts';
import { type Quote, quoteAt } from '../quote.ts';
import { whyNotTied } from '../relations.ts';
import { type Kind, type Part, type Refusal, refuse } from './kind.ts';
import { ownOrLead } from './may.ts';
import { mapPlace, type Place, parseWhere, placed } from './place.ts';
import { signed, tracesOfClaim, tracesOfRecord, tracesOfVerdicts } from './traces.ts';

/** Marks words as a claim. Without a place the words are looked for at the head of the log, and must be there exactly once. */
export interface MarkClaim extends Part {
  readonly kind: 'claim.mark';
  readonly claim: string;
  readonly quote: Quote;
  readonly place?: Place;
  readonly fields: Partial<ClaimFields>;
  /** Whose it is when it comes in as an annotation. */
  readonly imported?: Imported;
}

/** Changes fields of a claim's record; the others stay. */
export interface ReviseClaim extends Part {
  readonly kind: 'claim.revise';
  readonly claim: string;
  readonly fields: Partial<ClaimFields>;
}

/** Takes a claim out of sight, or brings it back. */
export interface WithdrawClaim extends Part {
  readonly kind: 'claim.withdraw' | 'claim.reinstate';
  readonly claim: string;
}

/** Puts an orphaned claim on other words, chosen by a person. */
export interface ReanchorClaim extends Part {
  readonly kind: 'claim.reanchor';
  readonly claim: string;
  readonly quote: Quote;
  readonly place?: Place;
}

/** Takes a claim off the words that it was put on by hand: it is an orphan again, and its own words can still bring it back. */
export interface DetachClaim extends Part {
  readonly kind: 'claim.detach';
  readonly claim: string;
}

/** Moves the ends of a claim that stands: it is marked anew, on words that share some with those where it is (T4). */
export interface AdjustClaim extends Part {
  readonly kind: 'claim.adjust';
  readonly claim: string;
  readonly quote: Quote;
  readonly place?: Place;
}

const claimToChange = (article: Article, id: string): Claim | Refusal => {
  const claim = article.claims.get(id);
  if (!claim) return refuse('unknown');
  return claim.withdrawn ? refuse('withdrawn') : claim;
};

const markClaim: Kind<MarkClaim> = {
  parse: (value, where) => {
    const fields = record(value, where);
    const imported = optional(parseImported)(own(fields, 'imported'), `${where}.imported`);
    return {
      claim: identifier(fields.claim, `${where}.claim`),
      ...parseWhere(value, where),
      fields: parseSome(CLAIM_FIELDS)(fields.fields ?? {}, `${where}.fields`),
      ...(imported && { imported }),
    };
  },
  map: (part, changes, act) => mapPlace(part, changes, act.reviewer),
  apply: (article, part, act) => {
    if (isAnchored(article, part.claim)) return refuse('exists');
    if (!offersType(article, part.fields.kind ?? '')) return refuse('no-type');
    const untied = whyNotTied(article.claims, part.claim, part.fields);
    if (untied) return refuse(untied);
    const anchor = placed(article, part);
    if ('refused' in anchor) return anchor;
    const pages = pagesBetween(article.pages, anchor.from, anchor.to);
    const claim: Claim = {
      ...withEmpty(CLAIM_FIELDS, part.fields),
      id: part.claim,
      quote: part.quote,
      reviewer: act.reviewer,
      markedAt: act.at,
      ...(pages && { pages }),
      ...(part.imported && { imported: part.imported }),
    };
    return { ...withRecord(article, 'claims', claim.id, claim), anchors: article.anchors.with(claim.id, anchor) };
  },
  invert: (_before, { claim }) => [{ kind: 'claim.withdraw', claim } satisfies WithdrawClaim],
};

const reviseClaim: Kind<ReviseClaim> = {
  parse: (value, where) => {
    const fields = record(value, where);
    return {
      claim: identifier(fields.claim, `${where}.claim`),
      fields: parseSome(CLAIM_FIELDS)(fields.fields, `${where}.fields`),
    };
  },
  apply: (article, part, act) => {
    const claim = claimToChange(article, part.claim);
    if ('refused' in claim) return claim;
    const { kind = claim.kind } = part.fields;
    if (kind !== claim.kind && !offersType(article, kind)) return refuse('no-type');
    const untied = whyNotTied(article.claims, claim.id, part.fields);
    if (untied) return refuse(untied);
    const revised = { reviewer: act.reviewer, at: act.at };
    return withRecord(article, 'claims', claim.id, { ...claim, ...part.fields, revised });
  },
  invert: (before, part) => {
    const claim = before.claims.get(part.claim);
    return claim ? [{ ...part, fields: someOf(claim, part.fields) } satisfies ReviseClaim] : [];
  },
  traces: (article, part) => tracesOfRecord(article.claims.get(part.claim)),
};

const parseClaimId: Kind<WithdrawClaim | DetachClaim>['parse'] = (value, where) => ({
  claim: identifier(record(value, where).claim, `${where}.claim`),
});

const mayWithdraw: Kind<WithdrawClaim>['may'] = (article, part, reviewer) =>
  ownOrLead(article.claims.get(part.claim)?.reviewer, reviewer);

const withdrawClaim: Kind<WithdrawClaim> = {
  parse: parseClaimId,
  may: mayWithdraw,
  apply: (article, part, act) => {
    const claim = claimToChange(article, part.claim);
    if ('refused' in claim) return claim;
    return withRecord(article, 'claims', claim.id, { ...claim, withdrawn: { reviewer: act.reviewer, at: act.at } });
  },
  invert: (_before, { claim }) => [{ kind: 'claim.reinstate', claim } satisfies WithdrawClaim],
  traces: (article, part) => tracesOfClaim(article, part.claim),
};

const reinstateClaim: Kind<WithdrawClaim> = {
  parse: parseClaimId,
  may: mayWithdraw,
  apply: (article, part) => {
    const claim = article.claims.get(part.claim);
    if (!claim) return refuse('unknown');
    if (!claim.withdrawn) return refuse('no-change');
    const { withdrawn: _, ...again } = claim;
    return withRecord(article, 'claims', claim.id, again);
  },
  invert: (_before, { claim }) => [{ kind: 'claim.withdraw', claim } satisfies WithdrawClaim],
};

const parseClaimOn: Kind<ReanchorClaim | AdjustClaim>['parse'] = (value, where) => ({
  claim: identifier(record(value, where).claim, `${where}.claim`),
  ...parseWhere(value, where),
});

const reanchorClaim: Kind<ReanchorClaim> = {
  parse: parseClaimOn,
  map: (part, changes, act) => mapPlace(part, changes, act.reviewer),
  apply: (article, part, act) => {
    const claim = claimToChange(article, part.claim);
    if ('refused' in claim) return claim;
    const { reanchored: _, ...orphan } = anchorOf(article, claim.id);
    if (orphan.state !== 'orphaned') return refuse('not-orphaned');
    const anchor = placed(article, part);
    if ('refused' in anchor) return anchor;
    const reanchored = { reviewer: act.reviewer, at: act.at, orphan };
    const own = anchorAt(article.doc, anchor.from, anchor.to, claim.quote);
    const state = own.state === 'exact' ? 'moved' : own.state;
    const put = anchor.state === 'orphaned' ? anchor : { ...own, state, carried: true as const };
    return { ...article, anchors: article.anchors.with(claim.id, { ...put, reanchored }) };
  },
  invert: (_before, { claim }) => [{ kind: 'claim.detach', claim } satisfies DetachClaim],
};

const detachClaim: Kind<DetachClaim> = {
  parse: parseClaimId,
  apply: (article, part) => {
    const claim = claimToChange(article, part.claim);
    if ('refused' in claim) return claim;
    const { reanchored } = anchorOf(article, claim.id);
    if (!reanchored) return refuse('no-change');
    const anchor = settleAnchor(reanchored.orphan, undefined, [], article.doc, claim.quote);
    return { ...article, anchors: article.anchors.with(claim.id, anchor) };
  },
  // Without a place: the words are looked for when it is done again, wherever they stand by then.
  invert: (before, { claim }) => {
    const { from, to } = anchorOf(before, claim);
    if (from === to) return [];
    return [{ kind: 'claim.reanchor', claim, quote: quoteAt(before.doc, from, to) } satisfies ReanchorClaim];
  },
  traces: (article, part) => signed('reanchored', article.anchors.get(part.claim)?.reanchored),
};

const adjustClaim: Kind<AdjustClaim> = {
  parse: parseClaimOn,
  map: (part, changes, act) => mapPlace(part, changes, act.reviewer),
  apply: (article, part, act) => {
    const claim = claimToChange(article, part.claim);
    if ('refused' in claim) return claim;
    const now = anchorOf(article, claim.id);
    if (now.state === 'orphaned') return refuse('orphaned');
    const anchor = placed(article, part);
    if ('refused' in anchor) return anchor;
    // Cut out from between meanwhile: the claim stays where it is.
    if (anchor.state === 'orphaned') return refuse('not-found');
    if (anchor.from >= now.to || now.from >= anchor.to) return refuse('elsewhere');
    if (anchor.from === now.from && anchor.to === now.to && part.quote.exact === claim.quote.exact)
      return refuse('no-change');
    const adjusted = { reviewer: act.reviewer, at: act.at };
    const pages = pagesBetween(article.pages, anchor.from, anchor.to);
    const put = now.reanchored ? { ...anchor, reanchored: now.reanchored } : anchor;
    return {
      ...withRecord(article, 'claims', claim.id, { ...claim, quote: part.quote, adjusted, ...(pages && { pages }) }),
      anchors: article.anchors.with(claim.id, put),
    };
  },
  // Words that have changed since they were marked cannot be marked as they were again.
  invert: (before, { claim }) => {
    const quote = before.claims.get(claim)?.quote;
    const { state } = anchorOf(before, claim);
    if (!quote || (state !== 'exact' && state !== 'moved')) return [];
    return [{ kind: 'claim.adjust', claim, quote } satisfies AdjustClaim];
  },
  traces: (article, part) => [
    ...signed(`${part.claim} adjusted`, article.claims.get(part.claim)?.adjusted),
    ...tracesOfVerdicts(verdictsOf(article, part.claim)),
  ],
};

/** What can happen to a claim. */
export const claimKinds = {
  'claim.mark': markClaim,
  'claim.revise': reviseClaim,
  'claim.withdraw': withdrawClaim,
  'claim.reinstate': reinstateClaim,
  'claim.reanchor': reanchorClaim,
  'claim.detach': detachClaim,
  'claim.adjust': adjustClaim,
} as const;
