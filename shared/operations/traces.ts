import type { Article } from '../article.ts';
import type { Signature } from '../claim.ts';
import { decisionOf, evidenceOf, verdictsOf } from '../outcome.ts';
import { rationaleOf } from '../rationale.ts';
import type { Verdict } from '../verdict.ts';
import type { Trace } from './kind.ts';

/** The trace that a signature is; none where nobody signed. */
export const signed = (what: string, signature: Signature | undefined): readonly Trace[] =>
  signature ? [{ what: `${what} ${signature.at}`, reviewer: signature.reviewer }] : [];

/** Who changed a record after it was made, and who withdrew it. */
export const tracesOfRecord = (
  record: { readonly id: string; readonly revised?: Signature; readonly withdrawn?: Signature } | undefined,
): readonly Trace[] =>
  record
    ? [...signed(`${record.id} revised`, record.revised), ...signed(`${record.id} withdrawn`, record.withdrawn)]
    : [];

/** A trace for each verdict. */
export const tracesOfVerdicts = (verdicts: readonly Verdict[]): readonly Trace[] =>
  verdicts.map(({ id, reviewer }) => ({ what: `${id} given`, reviewer }));

/** All that was done on a claim: its fields, its place, its evidence, its verdicts and its rationale. */
export const tracesOfClaim = (article: Article, claim: string): readonly Trace[] => [
  ...tracesOfRecord(article.claims.get(claim)),
  ...signed('reanchored', article.anchors.get(claim)?.reanchored),
  ...signed(`${claim} adjusted`, article.claims.get(claim)?.adjusted),
  ...evidenceOf(article, claim).flatMap((each) => [
    { what: `${each.id} attached`, reviewer: each.reviewer },
    ...tracesOfRecord(each),
  ]),
  ...tracesOfVerdicts(verdictsOf(article, claim)),
  ...rationaleOf(article.rationales, claim).hands.flatMap((hand) => signed(`${claim} rationale`, hand)),
  ...tracesOfVerdicts([decisionOf(article, claim)].filter((each) => each !== undefined)),
];
