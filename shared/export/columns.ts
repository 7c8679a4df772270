import { CLAIM_FIELDS, type ClaimFields } from '../claim.ts';
import type { Evidence } from '../evidence.ts';
import { independenceOf } from '../independence.ts';
import { BROUGHT_BY, evidenceOf, type Outcome, outcomeLabel, outcomeOf } from '../outcome.ts';
import { publishedRationale } from '../rationale.ts';
import { mainOf } from '../relations.ts';
import { printedReplies } from '../reply.ts';
import { SOURCE_FIELDS, type Source, sourceName } from '../source.ts';
import { STALE } from '../verdict.ts';
import { REOPENED_BY, WORK } from '../work.ts';
import { type WorkNow, workOf } from '../work-now.ts';
import { evidenceInWords, placeOf } from './evidence-in-words.ts';
import { claimAddress, type Edition, fieldText, nameOf } from './format.ts';
import { selectionInWords } from './selected.ts';
import { type Standing, standings } from './standing.ts';
import type { Column } from './table.ts';

/** A claim with all that a table says of it. */
export interface Row extends Standing {
  readonly edition: Edition;
  readonly outcome?: Outcome;
  readonly work: WorkNow;
  readonly evidence: readonly Evidence[];
  /** Those that evidence rests on, each once. */
  readonly sources: readonly Source[];
}

const lines = (texts: readonly string[]): string => texts.filter((text) => text !== '').join('\n');

const fieldColumns: readonly Column<Row>[] = Object.entries(CLAIM_FIELDS).map(([key, { label, input }]) => ({
  label,
  ...(input === 'date' && { as: 'day' }),
  value: ({ claim, edition }) => fieldText(edition, claim, key as keyof ClaimFields),
}));

const rationaleIn = ({ edition, claim, outcome }: Row): string =>
  publishedRationale(edition.article.rationales, claim.id, outcome?.verdict);

const repliesIn = ({ edition, claim }: Row): string => lines(repliesTo(edition, claim.id));

const CHECK_LABELS = { first: 'First check', second: 'Second check', signed: 'Signed' } as const;

/** Sources with one root in common count once. */
const INDEPENDENT_LABELS = {
  supports: 'Independent sources for it',
  refutes: 'Independent sources against it',
} as const;

/** Where in each source the evidence of a claim is, a line each, beside the source's name; what is known only by its words is not told. */
const placesOf = ({ edition: { article }, evidence }: Row): readonly string[] =>
  evidence.flatMap((each) => {
    const cited = article.sources.get(each.source);
    const place = placeOf(each);
    return place !== '' && cited ? [`${sourceName(cited)}: ${place}`] : [];
  });

/** The columns of every table of claims; those in the middle are the claim's fields. */
export const COLUMNS: readonly Column<Row>[] = [
  { label: 'Claim', value: ({ claim }) => claim.id },
  { label: 'Words', value: ({ at }) => at?.words ?? '' },
  { label: 'Words as marked', value: ({ claim }) => claim.quote.exact },
  { label: 'Anchor', value: ({ state }) => state },
  { label: 'Start', value: ({ at }) => at?.start ?? '' },
  { label: 'End', value: ({ at }) => at?.end ?? '' },
  { label: 'Paragraph', value: ({ at }) => at?.paragraph ?? '' },
  ...fieldColumns,
  { label: 'Outcome', value: ({ outcome }) => (outcome ? outcomeLabel(outcome) : '') },
  { label: 'Scale', value: ({ outcome }) => outcome?.verdict.scale ?? '' },
  { label: 'Outcome by', value: ({ outcome }) => (outcome ? BROUGHT_BY[outcome.by] : '') },
  { label: 'Stale', value: ({ outcome }) => (outcome?.stale ? STALE[outcome.stale] : '') },
  { label: 'Verdict by', value: ({ outcome, edition }) => (outcome ? nameOf(edition, outcome.verdict.reviewer) : '') },
  { label: 'Verdict at', as: 'time', value: ({ outcome }) => outcome?.verdict.givenAt ?? '' },
  { label: 'Rationale', value: rationaleIn },
  { label: 'Rationale as signed', value: ({ outcome }) => outcome?.verdict.rationale ?? '' },
  { label: 'Replies', value: repliesIn },
  { label: 'Work', value: ({ work }) => WORK[work.state] },
  { label: 'Reopened by', value: ({ work }) => (work.cause ? work.step?.reason || REOPENED_BY[work.cause] : '') },
  ...(['first', 'second', 'signed'] as const).flatMap((step): readonly Column<Row>[] => [
    {
      label: CHECK_LABELS[step],
      value: ({ work, edition }) => (work[step] ? nameOf(edition, work[step].reviewer) : ''),
    },
    { label: `${CHECK_LABELS[step]} at`, as: 'time', value: ({ work }) => work[step]?.at ?? '' },
  ]),
  { label: 'Sources', value: ({ sources }) => sources.length },
  ...(['supports', 'refutes'] as const).map(
    (stance): Column<Row> => ({
      label: INDEPENDENT_LABELS[stance],
      value: ({ claim, edition: { article } }) =>
        independenceOf(article, mainOf(article.claims, claim.id), stance).independent,
    }),
  ),
  { label: 'Source titles', value: ({ sources }) => lines(sources.map(sourceName)) },
  { label: 'Source addresses', value: ({ sources }) => lines(sources.map((source) => source.url)) },
  {
    label: 'Calculations',
    value: ({ sources }) => lines(sources.map((source) => SOURCE_FIELDS.calculation.show(source.calculation))),
  },
  {
    label: 'Evidence',
    value: ({ evidence, edition }) => lines(evidence.map((each) => evidenceInWords(edition.article, each))),
  },
  {
    label: 'Evidence versions',
    value: ({ evidence }) => evidence.map(({ id, revision }) => `${id}#${revision}`).join(' '),
  },
  { label: 'Places in sources', value: (row) => lines(placesOf(row)) },
  { label: 'Marked by', value: ({ claim, edition }) => nameOf(edition, claim.reviewer) },
  { label: 'Marked at', as: 'time', value: ({ claim }) => claim.markedAt },
  { label: 'Address', as: 'address', value: ({ claim, edition }) => claimAddress(edition, claim.id) },
  { label: 'Article version', value: ({ edition }) => edition.article.version },
  { label: 'Exported at', as: 'time', value: ({ edition }) => edition.exportedAt },
  { label: 'Selection', value: ({ edition }) => selectionInWords(edition) },
];

/** The sources that the evidence of a claim rests on, each once, in the order in which they were attached; an occurrence has its claim's. */
export const sourcesOf = (edition: Edition, claim: string): readonly Source[] => {
  const { sources, claims } = edition.article;
  const ids = new Set(evidenceOf(edition.article, mainOf(claims, claim)).map((each) => each.source));
  return [...ids].flatMap((id) => sources.get(id) ?? []);
};

/** What is printed of those who were asked about a claim; an occurrence has its claim's. */
export const repliesTo = ({ article, asked, exportedAt }: Edition, claim: string): readonly string[] =>
  printedReplies(asked, mainOf(article.claims, claim), exportedAt.slice(0, 10));

/** The rows of an edition: every claim that is not withdrawn, in the order of the text. */
export const rowsOf = (edition: Edition): readonly Row[] =>
  standings(edition.article).map((standing) => {
    const outcome = outcomeOf(edition.article, standing.claim.id);
    const work = workOf(edition.article, standing.claim.id);
    const { id } = standing.claim;
    const evidence = evidenceOf(edition.article, mainOf(edition.article.claims, id));
    return { ...standing, edition, work, evidence, sources: sourcesOf(edition, id), ...(outcome && { outcome }) };
  });
