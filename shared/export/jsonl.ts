import { CLAIM_FIELDS, type Claim } from '../claim.ts';
import { claimFieldsOf } from '../claim-types.ts';
import type { Evidence } from '../evidence.ts';
import { evidenceOf, outcomeLabel, outcomeOf, ratingOfVerdict, verdictsOf } from '../outcome.ts';
import { publishedRationale } from '../rationale.ts';
import { mainOf } from '../relations.ts';
import { titleOf } from '../schema.ts';
import { SOURCE_FIELDS, sourceName } from '../source.ts';
import { plainText } from '../text.ts';
import type { Verdict } from '../verdict.ts';
import { workOf } from '../work-now.ts';
import { repliesTo } from './columns.ts';
import { claimAddress, type Edition, type Format, nameOf } from './format.ts';
import { noPlaceFor } from './losses.ts';
import { type Standing, standings } from './standing.ts';
import { statedOf } from './stated.ts';
import { webAddress } from './web-address.ts';

type Json = Readonly<Record<string, unknown>>;

/** The first line: the text that all spans count in, and of which versions the file was made. */
const articleLine = (edition: Edition): Json => {
  const { doc, origin } = edition.article;
  return {
    type: 'article',
    id: edition.id,
    ...statedOf(edition),
    title: titleOf(doc),
    url: webAddress(origin.url) || null,
    outlet: origin.outlet ?? null,
    published: origin.published ?? null,
    language: origin.language || null,
    desk: edition.desk.name,
    text: plainText(doc).text,
  };
};

/** Evidence as AVeriTeC has an answer: no question was asked for it, so it has none. */
const answerOf = (
  edition: Edition,
  { id, revision, source: from, passage, manner, stance, note, pin, time }: Evidence,
): Json => {
  const source = edition.article.sources.get(from);
  if (!source) throw new Error(`the evidence ${id} has no source`);
  return {
    answer: passage || note,
    answer_type: manner === 'paraphrase' ? 'Abstractive' : 'Extractive',
    source_url: webAddress(source.url),
    source_medium: SOURCE_FIELDS.kind.show(source.kind),
    cached_source_url: '',
    evidence: `${id}#${revision}`,
    stance,
    note,
    time,
    cached_sha256: pin === '' ? null : pin.sha256,
    page: (pin !== '' && pin.page) || null,
    source: {
      id: source.id,
      title: sourceName(source),
      publisher: source.publisher,
      people: source.people,
      date: source.date,
      language: source.language,
      primary: source.primary,
      calculation: SOURCE_FIELDS.calculation.show(source.calculation),
    },
  };
};

const verdictOf = (edition: Edition, verdict: Verdict): Json => ({
  reviewer: nameOf(edition, verdict.reviewer),
  label: ratingOfVerdict(edition.article, verdict)?.label ?? verdict.rating,
  rating: verdict.rating,
  scale: verdict.scale,
  justification: verdict.rationale,
  given_at: verdict.givenAt,
  judged: verdict.judged,
});

/** The fields of a claim that have no name in AVeriTeC, under their own. */
const otherFields = (claim: Claim): Json =>
  Object.fromEntries(Object.keys(CLAIM_FIELDS).map((key) => [key, claim[key as keyof typeof CLAIM_FIELDS]]));

const claimLine = (edition: Edition, { claim, state, at }: Standing): Json => {
  const { article } = edition;
  const main = mainOf(article.claims, claim.id);
  const outcome = outcomeOf(article, claim.id);
  const type = claimFieldsOf(article).kind.show(claim.kind);
  const appeared = webAddress(article.origin.url);
  return {
    type: 'claim',
    id: claim.id,
    start: at?.start ?? null,
    end: at?.end ?? null,
    exact: at?.words ?? null,
    marked: claim.quote.exact,
    anchor: state,
    claim: claim.statement || at?.words || claim.quote.exact,
    speaker: claim.attribution.find(({ kind }) => kind !== 'dataset')?.name ?? null,
    claim_date: claim.saidOn || null,
    original_claim_url: appeared || null,
    cached_original_claim_url: null,
    fact_checking_article: claimAddress(edition, claim.id),
    reporting_source: article.origin.outlet ?? null,
    location_ISO_code: null,
    claim_types: type === '' ? [] : [type],
    label: outcome ? outcomeLabel(outcome) : null,
    justification: publishedRationale(article.rationales, claim.id, outcome?.verdict),
    questions: evidenceOf(article, main).map((each) => ({ question: '', answers: [answerOf(edition, each)] })),
    outcome: outcome
      ? {
          rating: outcome.rating.id,
          scale: outcome.verdict.scale,
          by: outcome.by,
          stale: outcome.stale ?? null,
          evidence: outcome.verdict.judged.evidence,
        }
      : null,
    work: workOf(article, claim.id).state,
    verdicts: verdictsOf(article, main).map((verdict) => verdictOf(edition, verdict)),
    replies: repliesTo(edition, claim.id),
    fields: otherFields(claim),
    marked_by: nameOf(edition, claim.reviewer),
    marked_at: claim.markedAt,
  };
};

/**
 * JSON Lines: the article with its plain text, then a claim a line. `start` and `end` count Unicode code points of that text, so that
 * `text[start:end] == exact` in Python; an orphan has none. What AVeriTeC has a name for stands under it: `claim`, `speaker`,
 * `claim_date` (ISO 8601, as precise as it is known), `questions` with an answer for each piece of evidence, `label`, `justification`.
 */
export const jsonl: Format = {
  label: 'JSON Lines: a claim a line, for data sets',
  mediaType: 'application/jsonl',
  extension: 'jsonl',
  purpose: 'data',
  audience: 'desk',
  write: (edition) =>
    [articleLine(edition), ...standings(edition.article).map((standing) => claimLine(edition, standing))]
      .map((line) => `${JSON.stringify(line)}\n`)
      .join(''),
  losses: (edition) =>
    noPlaceFor('JSON Lines', edition, [
      'sourceOrigins',
      'unusedSources',
      'rationaleForm',
      'threads',
      'corrections',
      'asides',
      'contacts',
      'workSteps',
    ]),
};
