import { type Anchor, anchorAt, followAnchor, orphanAt, settleAnchor } from '../anchor.ts';
import { type Article, withRecord } from '../article.ts';
import { CLAIM_FIELDS, type Claim, type ClaimFields } from '../claim.ts';
import { parseSome, withEmpty } from '../fields.ts';
import type { Gap } from '../gap.ts';
import { onlyIndexOf } from '../gap.ts';
import { Invalid, identifier, integer, list, optional, type Parse, record, text } from '../parsing.ts';
import { parseQuote, type Quote } from '../quote.ts';
import { plainText } from '../text.ts';
import { type Kind, type Part, type Refusal, refuse } from './kind.ts';
import { atLeast, ownOrLead } from './may.ts';

/** Where a claim is to stand: positions of the doc that its author saw, with the gaps that changes since then left. */
export interface Place {
  readonly from: number;
  readonly to: number;
  readonly gaps?: readonly Gap[];
}

/** Marks words as a claim. Without a place the words are looked for at the head of the log, and must be there exactly once. */
export interface MarkClaim extends Part {
  readonly kind: 'claim.mark';
  readonly claim: string;
  readonly quote: Quote;
  readonly place?: Place;
  readonly fields: Partial<ClaimFields>;
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

const parseGap: Parse<Gap> = (value, where) => {
  const fields = record(value, where);
  const position = integer(0, 8_000_000);
  const start = optional(position)(fields.start, `${where}.start`);
  const end = optional(position)(fields.end, `${where}.end`);
  return {
    from: position(fields.from, `${where}.from`),
    to: position(fields.to, `${where}.to`),
    text: text(250_000)(fields.text, `${where}.text`),
    skip: position(fields.skip, `${where}.skip`),
    ...(start !== undefined && { start }),
    ...(end !== undefined && { end }),
  };
};

const parsePlace: Parse<Place> = (value, where) => {
  const fields = record(value, where);
  const from = integer(0, 8_000_000)(fields.from, `${where}.from`);
  const to = integer(from, 8_000_000)(fields.to, `${where}.to`);
  const gaps = optional(list(parseGap, 16))(fields.gaps, `${where}.gaps`);
  if (from === to && !gaps?.length) throw new Invalid(`${where}.to`, 'a claim has at least one character');
  return { from, to, ...(gaps && { gaps }) };
};

const parseWhere: Parse<{ readonly quote: Quote; readonly place?: Place }> = (value, where) => {
  const fields = record(value, where);
  const quote = parseQuote(fields.quote, `${where}.quote`);
  const place = optional(parsePlace)(fields.place, `${where}.place`);
  if (quote.exact.trim() === '') throw new Invalid(`${where}.quote.exact`, 'may not be empty');
  return { quote, ...(place && { place }) };
};

const mapPlace = <P extends { readonly place?: Place }>(
  part: P,
  changes: Parameters<NonNullable<Kind<MarkClaim>['map']>>[1],
  by: string,
): P => {
  if (!part.place) return part;
  let anchor: Anchor = { from: part.place.from, to: part.place.to, state: 'exact', gaps: part.place.gaps ?? [] };
  for (const change of changes) anchor = followAnchor(anchor, change, by);
  const gaps = anchor.gaps.length > 0 ? { gaps: anchor.gaps } : {};
  return { ...part, place: { from: anchor.from, to: anchor.to, ...gaps } };
};

const quotedPlace = (article: Article, quote: Quote): Place | undefined => {
  const plain = plainText(article.doc);
  const inContext = onlyIndexOf(plain.text, quote.prefix + quote.exact + quote.suffix);
  const index = inContext === undefined ? onlyIndexOf(plain.text, quote.exact) : inContext + quote.prefix.length;
  if (index === undefined) return undefined;
  return { from: plain.positionOf(index), to: plain.positionOf(index + quote.exact.length - 1) + 1 };
};

const placed = (article: Article, part: MarkClaim | ReanchorClaim): Anchor | Refusal => {
  const place = part.place ?? quotedPlace(article, part.quote);
  if (!place) return refuse('not-found');
  if (place.to > article.doc.content.size) return refuse('conflict');
  if (place.from < place.to && !place.gaps?.length) return anchorAt(article.doc, place.from, place.to, part.quote);
  const anchor: Anchor = { ...orphanAt(place.from, place.gaps), from: place.from, to: place.to };
  return settleAnchor(anchor, { words: '', orphaned: true }, [], article.doc, part.quote);
};

const claimToChange = (article: Article, id: string): Claim | Refusal => {
  const claim = article.claims.get(id);
  if (!claim) return refuse('unknown');
  return claim.withdrawn ? refuse('withdrawn') : claim;
};

const markClaim: Kind<MarkClaim> = {
  parse: (value, where) => {
    const fields = record(value, where);
    return {
      claim: identifier(fields.claim, `${where}.claim`),
      ...parseWhere(value, where),
      fields: parseSome(CLAIM_FIELDS)(fields.fields ?? {}, `${where}.fields`),
    };
  },
  may: atLeast('annotator'),
  map: (part, changes, act) => mapPlace(part, changes, act.reviewer),
  apply: (article, part, act) => {
    if (article.claims.has(part.claim)) return refuse('exists');
    const anchor = placed(article, part);
    if ('refused' in anchor) return anchor;
    const claim: Claim = {
      ...withEmpty(CLAIM_FIELDS, part.fields),
      id: part.claim,
      quote: part.quote,
      reviewer: act.reviewer,
      markedAt: act.at,
    };
    return { ...withRecord(article, 'claims', claim.id, claim), anchors: article.anchors.with(claim.id, anchor) };
  },
};

const reviseClaim: Kind<ReviseClaim> = {
  parse: (value, where) => {
    const fields = record(value, where);
    return {
      claim: identifier(fields.claim, `${where}.claim`),
      fields: parseSome(CLAIM_FIELDS)(fields.fields, `${where}.fields`),
    };
  },
  may: atLeast('annotator'),
  apply: (article, part) => {
    const claim = claimToChange(article, part.claim);
    return 'refused' in claim ? claim : withRecord(article, 'claims', claim.id, { ...claim, ...part.fields });
  },
};

const parseClaimId: Kind<WithdrawClaim>['parse'] = (value, where) => ({
  claim: identifier(record(value, where).claim, `${where}.claim`),
});

const mayWithdraw: Kind<WithdrawClaim>['may'] = (article, part, reviewer) =>
  atLeast('annotator')(article, part, reviewer) ?? ownOrLead(article.claims.get(part.claim)?.reviewer, reviewer);

const withdrawClaim: Kind<WithdrawClaim> = {
  parse: parseClaimId,
  may: mayWithdraw,
  apply: (article, part, act) => {
    const claim = claimToChange(article, part.claim);
    if ('refused' in claim) return claim;
    return withRecord(article, 'claims', claim.id, { ...claim, withdrawn: { reviewer: act.reviewer, at: act.at } });
  },
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
};

const reanchorClaim: Kind<ReanchorClaim> = {
  parse: (value, where) => ({
    claim: identifier(record(value, where).claim, `${where}.claim`),
    ...parseWhere(value, where),
  }),
  may: atLeast('annotator'),
  map: (part, changes, act) => mapPlace(part, changes, act.reviewer),
  apply: (article, part) => {
    const claim = claimToChange(article, part.claim);
    if ('refused' in claim) return claim;
    if (article.anchors.get(claim.id)?.state !== 'orphaned') return refuse('not-orphaned');
    const anchor = placed(article, { ...part, quote: part.quote });
    if ('refused' in anchor) return anchor;
    const own = anchorAt(article.doc, anchor.from, anchor.to, claim.quote);
    const carried =
      own.state === 'exact' ? ({ ...own, state: 'moved', carried: true } as const) : { ...own, carried: true as const };
    return { ...article, anchors: article.anchors.with(claim.id, anchor.state === 'orphaned' ? anchor : carried) };
  },
};

/** What can happen to a claim. */
export const claimKinds = {
  'claim.mark': markClaim,
  'claim.revise': reviseClaim,
  'claim.withdraw': withdrawClaim,
  'claim.reinstate': reinstateClaim,
  'claim.reanchor': reanchorClaim,
} as const;
