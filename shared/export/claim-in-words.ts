import { CLAIMANT_FIELDS, type Claimant } from '../attribution.ts';
import { CLAIM_FIELDS, type Claim, type ClaimFields } from '../claim.ts';
import { GERMAN_FIELDS } from '../german-fields.ts';
import {
  BROUGHT_BY,
  evidenceOf,
  type Outcome,
  outcomeLabel,
  outcomeOf,
  ratingOfVerdict,
  scaleOf,
  verdictsOf,
} from '../outcome.ts';
import { pagesInWords } from '../pages.ts';
import { publishedRationale } from '../rationale.ts';
import { mainOf } from '../relations.ts';
import { STALE, type Verdict } from '../verdict.ts';
import { WORK } from '../work.ts';
import { workOf } from '../work-now.ts';
import { repliesTo } from './columns.ts';
import { withDetails } from './docx/details.ts';
import { guarded } from './docx/grammar.ts';
import { IN_ITS_WORDS, LABELS } from './docx/labels.ts';
import type { Line } from './docx/line.ts';
import { evidenceLines } from './evidence-lines.ts';
import { claimAddress, type Edition, fieldText, nameOf } from './format.ts';

const { name: _, ...CLAIMANT_DETAILS } = CLAIMANT_FIELDS;

/** One link of an attribution: "Ada Minister (Kind: Person; Role: minister of the moon)". */
const claimantInWords = ({ name, ...rest }: Claimant): string =>
  withDetails(name, CLAIMANT_DETAILS, rest, GERMAN_FIELDS.claimant);

/** A claim of the article as another is tied to it: what it says, and its address, by which it is known when the file is read back. */
const tieLine = (edition: Edition, label: string, id: string): Line => {
  const tied = edition.article.claims.get(id);
  const address = claimAddress(edition, id);
  const says = (tied?.statement || tied?.quote.exact || '').replace(/\s+/g, ' ').trim();
  return { label, text: says === '' ? address : `${says} (${address})`, address };
};

const fieldLines = (edition: Edition, claim: Claim): readonly Line[] =>
  Object.entries(CLAIM_FIELDS).flatMap(([key, { label, input }]): readonly Line[] => {
    if (key === 'attribution') return claim.attribution.map((link) => ({ label, text: claimantInWords(link) }));
    const text = fieldText(edition, claim, key as keyof ClaimFields);
    if (key === 'statement' || text === '') return [];
    return [input === 'claim' ? tieLine(edition, label, text) : { label, text }];
  });

const onScale = ({ article }: Edition, verdict: Verdict): string => {
  const scale = scaleOf(article, verdict);
  return scale ? ` (${scale.name}, version ${scale.version})` : '';
};

const outcomeLines = (edition: Edition, claim: Claim, outcome: Outcome): readonly Line[] => {
  const stale = outcome.stale ? `; ${STALE[outcome.stale]}` : '';
  const why = publishedRationale(edition.article.rationales, claim.id, outcome.verdict);
  return [
    {
      label: LABELS.outcome,
      text: `${outcomeLabel(outcome)}${onScale(edition, outcome.verdict)}, ${BROUGHT_BY[outcome.by]}${stale}`,
    },
    ...(why === '' ? [] : [{ label: LABELS.why, text: why }]),
  ];
};

const otherVerdicts = (edition: Edition, main: string, outcome: Outcome | undefined): readonly Line[] =>
  verdictsOf(edition.article, main)
    .filter((verdict) => verdict !== outcome?.verdict)
    .map((verdict) => {
      const rating = ratingOfVerdict(edition.article, verdict)?.label ?? verdict.rating;
      const rationale = verdict.rationale && `: ${verdict.rationale}`;
      const text = `${nameOf(edition, verdict.reviewer)}, ${rating}${onScale(edition, verdict)}${rationale}`;
      return { label: LABELS.another, text };
    });

/** All that is told of a claim, a line each: its statement, who said it, what it came to and why, on which evidence, and how the work stands. */
export const claimInWords = (edition: Edition, claim: Claim): readonly Line[] => {
  const { article } = edition;
  const main = mainOf(article.claims, claim.id);
  const outcome = outcomeOf(article, claim.id);
  const address = claimAddress(edition, claim.id);
  const lines: readonly Line[] = [
    { label: LABELS.claim, text: claim.statement || IN_ITS_WORDS },
    ...(claim.pages ? [{ label: LABELS.page, text: pagesInWords(claim.pages) }] : []),
    ...fieldLines(edition, claim),
    ...(outcome ? outcomeLines(edition, claim, outcome) : []),
    ...otherVerdicts(edition, main, outcome),
    ...evidenceOf(article, main).flatMap((each) => evidenceLines(edition, each)),
    ...repliesTo(edition, claim.id).map((text) => ({ label: LABELS.reply, text })),
    { label: LABELS.work, text: WORK[workOf(article, claim.id).state] },
    { label: '', text: address, address },
  ];
  return lines.map((line) => ({ ...line, text: guarded(line.text) }));
};
