import { withRecord } from '../article.ts';
import { EVIDENCE_FIELDS, type EvidenceFields } from '../evidence.ts';
import { parseSome, someOf, withEmpty } from '../fields.ts';
import { verdictsOf } from '../outcome.ts';
import { Invalid, identifier, record } from '../parsing.ts';
import { mainOf } from '../relations.ts';
import { keptVisibilities } from '../visibility.ts';
import { type Kind, type Part, refuse } from './kind.ts';
import { mayShow, ownOrLead } from './may.ts';
import { tracesOfRecord, tracesOfVerdicts } from './traces.ts';

/** Ties a source to a claim. */
export interface AttachEvidence extends Part {
  readonly kind: 'evidence.attach';
  readonly evidence: string;
  readonly claim: string;
  readonly source: string;
  readonly fields: Partial<EvidenceFields>;
}

/** Changes what is said of a piece of evidence. */
export interface ReviseEvidence extends Part {
  readonly kind: 'evidence.revise';
  readonly evidence: string;
  readonly fields: Partial<EvidenceFields>;
}

/** Takes a piece of evidence out of the count, or brings it back. */
export interface WithdrawEvidence extends Part {
  readonly kind: 'evidence.withdraw' | 'evidence.reinstate';
  readonly evidence: string;
}

const parseFields = parseSome(EVIDENCE_FIELDS);

const attachEvidence: Kind<AttachEvidence> = {
  parse: (value, where) => {
    const given = record(value, where);
    const fields = parseFields(given.fields ?? {}, `${where}.fields`);
    if (!fields.stance) throw new Invalid(`${where}.fields.stance`, 'supports, refutes or context is expected');
    return {
      evidence: identifier(given.evidence, `${where}.evidence`),
      claim: identifier(given.claim, `${where}.claim`),
      source: identifier(given.source, `${where}.source`),
      fields,
    };
  },
  apply: (article, part, act) => {
    if (article.evidence.has(part.evidence)) return refuse('exists');
    if (!article.sources.has(part.source)) return refuse('unknown');
    const claim = article.claims.get(part.claim);
    if (!claim) return refuse('unknown');
    if (claim.withdrawn) return refuse('withdrawn');
    if (mainOf(article.claims, claim.id) !== claim.id) return refuse('occurrence');
    return withRecord(article, 'evidence', part.evidence, {
      ...withEmpty(EVIDENCE_FIELDS, part.fields),
      id: part.evidence,
      claim: part.claim,
      source: part.source,
      reviewer: act.reviewer,
      attachedAt: act.at,
      revision: 0,
    });
  },
  invert: (_before, { evidence }) => [{ kind: 'evidence.withdraw', evidence } satisfies WithdrawEvidence],
};

const reviseEvidence: Kind<ReviseEvidence> = {
  parse: (value, where) => {
    const given = record(value, where);
    return {
      evidence: identifier(given.evidence, `${where}.evidence`),
      fields: parseFields(given.fields, `${where}.fields`),
    };
  },
  may: (article, part, reviewer) => mayShow(article.evidence.get(part.evidence), part.fields, reviewer),
  apply: (article, part, act) => {
    const evidence = article.evidence.get(part.evidence);
    if (!evidence || evidence.withdrawn) return refuse('unknown');
    const changes = { ...part.fields, ...keptVisibilities(evidence, part.fields) };
    const revised = { reviewer: act.reviewer, at: act.at };
    // Who sees it is no part of what it says: no verdict goes stale by that alone, and what was upheld stays so.
    if (Object.keys(part.fields).every((key) => key === 'visibility'))
      return withRecord(article, 'evidence', evidence.id, { ...evidence, ...changes, revised });
    const revision = evidence.revision + 1;
    // What was seen beside other words says nothing of these.
    const { upheld: _, ...rest } = evidence;
    return withRecord(article, 'evidence', evidence.id, { ...rest, ...changes, revision, revised });
  },
  invert: (before, part) => {
    const evidence = before.evidence.get(part.evidence);
    return evidence ? [{ ...part, fields: someOf(evidence, part.fields) } satisfies ReviseEvidence] : [];
  },
  traces: (article, part) => tracesOfRecord(article.evidence.get(part.evidence)),
};

const parseEvidenceId: Kind<WithdrawEvidence>['parse'] = (value, where) => ({
  evidence: identifier(record(value, where).evidence, `${where}.evidence`),
});

const mayWithdraw: Kind<WithdrawEvidence>['may'] = (article, part, reviewer) =>
  ownOrLead(article.evidence.get(part.evidence)?.reviewer, reviewer);

const withdrawEvidence: Kind<WithdrawEvidence> = {
  parse: parseEvidenceId,
  may: mayWithdraw,
  apply: (article, part, act) => {
    const evidence = article.evidence.get(part.evidence);
    if (!evidence || evidence.withdrawn) return refuse('unknown');
    const withdrawn = { reviewer: act.reviewer, at: act.at };
    return withRecord(article, 'evidence', evidence.id, { ...evidence, withdrawn });
  },
  invert: (_before, { evidence }) => [{ kind: 'evidence.reinstate', evidence } satisfies WithdrawEvidence],
  traces: (article, part) => {
    const evidence = article.evidence.get(part.evidence);
    if (!evidence) return [];
    const judging = verdictsOf(article, evidence.claim).filter(({ judged }) =>
      judged.evidence.some((each) => each.startsWith(`${evidence.id}#`)),
    );
    return [...tracesOfRecord(evidence), ...tracesOfVerdicts(judging)];
  },
};

const reinstateEvidence: Kind<WithdrawEvidence> = {
  parse: parseEvidenceId,
  may: mayWithdraw,
  apply: (article, part) => {
    const evidence = article.evidence.get(part.evidence);
    if (!evidence) return refuse('unknown');
    if (!evidence.withdrawn) return refuse('no-change');
    if (article.claims.get(evidence.claim)?.withdrawn) return refuse('withdrawn');
    const { withdrawn: _, ...again } = evidence;
    return withRecord(article, 'evidence', evidence.id, again);
  },
  invert: (_before, { evidence }) => [{ kind: 'evidence.withdraw', evidence } satisfies WithdrawEvidence],
};

/** What can happen to evidence. */
export const evidenceKinds = {
  'evidence.attach': attachEvidence,
  'evidence.revise': reviseEvidence,
  'evidence.withdraw': withdrawEvidence,
  'evidence.reinstate': reinstateEvidence,
} as const;
