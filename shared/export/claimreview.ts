import type { Article } from '../article.ts';
import type { Claimant } from '../attribution.ts';
import { type Outcome, outcomeOf, scaleOf } from '../outcome.ts';
import { publishedRationale } from '../rationale.ts';
import { mainOf } from '../relations.ts';
import { isOrdered, offered } from '../scale.ts';
import { settingsOf } from '../settings.ts';
import { collapsed } from '../text.ts';
import { CLAIM_REVIEWED_LIMIT, lengthReviewed, ratingIn } from './claim-reviewed.ts';
import { repliesTo, sourcesOf } from './columns.ts';
import { claimAddress, type Desk, type Edition, type Format, type Loss } from './format.ts';
import { counted, noPlaceFor } from './losses.ts';
import { type Standing, standings } from './standing.ts';
import { webAddress } from './web-address.ts';
import { appearancesOf, type Thing, thing, workOf } from './works.ts';

/** What schema.org calls the kinds of claimants that can say something; a data set says nothing itself. */
const SPEAKERS: Readonly<Record<Claimant['kind'], string>> = {
  '': '',
  dataset: '',
  person: 'Person',
  organization: 'Organization',
};

/** Who said a claim: the first link that is not a data set. Of whom it is not known what they are, nothing is made up. */
const speakerOf = ({ claim }: Standing): Thing | undefined => {
  const speaker = claim.attribution.find((link) => link.kind !== 'dataset');
  if (!speaker || SPEAKERS[speaker.kind] === '') return undefined;
  const { name, kind, role } = speaker;
  return thing(SPEAKERS[kind], kind === 'person' ? { name, jobTitle: role } : { name, description: role });
};

const deskOf = (desk: Desk): Thing => thing('Organization', { name: desk.name, url: webAddress(desk.url) });

const ratingOf = (article: Article, { rating, verdict }: Outcome): Thing => {
  const scale = scaleOf(article, verdict);
  const numbers = [...(scale ? offered(scale) : []), rating].flatMap((each) => each.number ?? []);
  const ordered = scale &&
    isOrdered(scale) &&
    rating.number !== undefined && {
      ratingValue: rating.number,
      bestRating: Math.max(...numbers),
      worstRating: Math.min(...numbers),
    };
  return thing('Rating', { alternateName: rating.label, ...ordered });
};

/** Why a claim is judged as it is, and under it what those who were asked replied. */
const bodyOf = (edition: Edition, claim: string, { verdict }: Outcome): string =>
  [publishedRationale(edition.article.rationales, claim, verdict), ...repliesTo(edition, claim)]
    .filter((text) => text !== '')
    .join('\n\n');

/** The claim in the words in which it is reviewed. */
const reviewed = ({ claim, at }: Standing): string => collapsed(claim.statement) || collapsed(at?.words ?? '');

/** Of which versions a review is: the article's, the scale's, and all that the verdict is bound to. */
const versionOf = ({ article }: Edition, { verdict }: Outcome): string =>
  [`article@${article.version}`, verdict.scale, ...verdict.judged.evidence].join(' ');

const reviewOf = (edition: Edition, standing: Standing, outcome: Outcome): Thing => {
  const { claim } = standing;
  const citation = sourcesOf(edition, claim.id).map((source) => workOf(edition, source));
  const { all, first } = appearancesOf(edition, claim.id);
  return thing('ClaimReview', {
    url: claimAddress(edition, claim.id),
    claimReviewed: reviewed(standing),
    author: deskOf(edition.desk),
    datePublished: outcome.verdict.givenAt.slice(0, 10),
    version: versionOf(edition, outcome),
    reviewRating: ratingOf(edition.article, outcome),
    reviewBody: bodyOf(edition, claim.id, outcome),
    itemReviewed: thing('Claim', {
      author: speakerOf(standing),
      datePublished: claim.saidOn,
      locationCreated: claim.saidAt === '' ? undefined : thing('Place', { name: claim.saidAt }),
      appearance: all.length > 1 ? all : all[0],
      firstAppearance: first,
    }),
    citation: citation.length === 0 ? undefined : citation,
  });
};

/** Why a claim has no review; each with how several of them are told. */
const LEFT_OUT = {
  unjudged: 'without an outcome',
  stale: 'whose words or evidence changed after the verdict',
  orphaned: 'whose words are gone from the article',
  disputed: 'on which the reviewers disagree',
  occurrence: 'that says again what another claim says',
  undecided: 'that wait for the lead to decide',
} as const;

const withoutAuthor = (claims: number): Loss => ({
  kind: 'no-author',
  words: `${counted(claims, 'claim')} without a person or an organisation that said it: published without an author.`,
  things: { claims },
});

/** What its readers will see cut, or find given away before they read on. */
const wordings = (edition: Edition, standing: readonly Standing[]): readonly Loss[] => {
  const all = standing.map(reviewed);
  const { scale } = settingsOf(edition.article);
  const long = all.filter((words) => lengthReviewed(words) > CLAIM_REVIEWED_LIMIT).length;
  const rated = all.filter((words) => ratingIn(words, scale) !== undefined).length;
  const longWords = `${counted(long, 'claim')} in more than ${CLAIM_REVIEWED_LIMIT} characters: search engines show the beginning.`;
  const ratedWords = `${counted(rated, 'claim')} whose statement has the rating in it: it should say only what was claimed.`;
  return [
    ...(long === 0 ? [] : [{ kind: 'long-claims', words: longWords, things: { claims: long } }]),
    ...(rated === 0 ? [] : [{ kind: 'rated-claims', words: ratedWords, things: { claims: rated } }]),
  ];
};

const NO_ADDRESS: Loss = {
  kind: 'no-address',
  words: 'The desk has no address: its reviews name it without one.',
  things: {},
};

const leftOut = (article: Article, { claim, at }: Standing): keyof typeof LEFT_OUT | undefined => {
  const outcome = outcomeOf(article, claim.id);
  if (mainOf(article.claims, claim.id) !== claim.id) return 'occurrence';
  if (!outcome) return 'unjudged';
  if (!at) return 'orphaned';
  if (outcome.disputed) return 'disputed';
  if (outcome.undecided) return 'undecided';
  return outcome.stale && 'stale';
};

const published = (edition: Edition): readonly Standing[] =>
  standings(edition.article).filter((standing) => !leftOut(edition.article, standing));

/** JSON that can stand in a `<script>` of a page: nothing in it ends the element or begins a comment. */
export const embeddable = (value: unknown): string =>
  JSON.stringify(value, null, 2)
    .replaceAll('<', '\\u003c')
    .replaceAll(/[\u2028\u2029]/g, (each) => `\\u${each.charCodeAt(0).toString(16)}`);

const CONTEXT = 'https://schema.org';

const reviewedNow = (edition: Edition, standing: Standing): Thing => {
  const outcome = outcomeOf(edition.article, standing.claim.id);
  if (!outcome) throw new Error(`the claim ${standing.claim.id} has no outcome`);
  return reviewOf(edition, standing, outcome);
};

/** The review of one claim as a block of its own, for a page about that claim; nothing where the claim has none. */
export const claimReviewOf = (edition: Edition, claim: string): string | undefined => {
  const standing = published(edition).find((each) => each.claim.id === claim);
  return standing && embeddable({ '@context': CONTEXT, ...reviewedNow(edition, standing) });
};

/**
 * schema.org ClaimReview as JSON-LD, one for each claim whose outcome holds for the words and the evidence as they stand (T8).
 * `@graph` rather than an array, so that one `<script>` holds one object, which every parser of a page takes.
 */
export const claimreview: Format = {
  label: 'ClaimReview (schema.org): for the page of the fact check',
  purpose: 'publish',
  mediaType: 'application/ld+json',
  extension: 'jsonld',
  audience: 'public',
  write: (edition) => {
    const reviews = published(edition).map((standing) => reviewedNow(edition, standing));
    return embeddable({ '@context': CONTEXT, '@graph': reviews });
  },
  losses: (edition) => {
    const all = Map.groupBy(
      standings(edition.article),
      (standing) => leftOut(edition.article, standing) ?? 'published',
    );
    const reviews = all.get('published') ?? [];
    const reasons = Object.entries(LEFT_OUT).flatMap(([reason, why]): readonly Loss[] => {
      const claims = all.get(reason as keyof typeof LEFT_OUT)?.length ?? 0;
      const words = `${counted(claims, 'claim')} ${why}: left out.`;
      return claims === 0 ? [] : [{ kind: 'left-out', words, things: { [reason]: claims } }];
    });
    const unnamed = reviews.filter((standing) => !speakerOf(standing)).length;
    return [
      ...reasons,
      ...(unnamed === 0 ? [] : [withoutAuthor(unnamed)]),
      ...wordings(edition, reviews),
      ...(webAddress(edition.desk.url) === '' ? [NO_ADDRESS] : []),
      ...noPlaceFor('ClaimReview', edition, [
        'text',
        'attributionChains',
        'workDetails',
        'parts',
        'evidenceDetails',
        'sourceOrigins',
        'unusedSources',
        'otherVerdicts',
        'rationaleForm',
        'signedRationales',
        'threads',
        'corrections',
        'asides',
        'contacts',
        'work',
      ]),
    ];
  },
};
