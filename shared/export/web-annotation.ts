import type { Claim, ClaimFields } from '../claim.ts';
import { claimFieldsOf } from '../claim-types.ts';
import { type Asked, askedOf } from '../contact.ts';
import { type Correction, correctionState } from '../correction.ts';
import { type Evidence, STANCES } from '../evidence.ts';
import type { Input } from '../fields.ts';
import { ratingOfVerdict, staleness } from '../outcome.ts';
import type { Quote } from '../quote.ts';
import { rationaleOf, rationaleWords } from '../rationale.ts';
import { printedReply } from '../reply.ts';
import { titleOf } from '../schema.ts';
import { SOURCE_FIELDS, sourceName } from '../source.ts';
import { isInSight, type Message, mentionedIn, openingOf, type Thread } from '../thread.ts';
import { mediaFragment } from '../time-code.ts';
import { STALE, type Verdict } from '../verdict.ts';
import { workOf } from '../work-now.ts';
import { type Edition, type Format, fieldText, nameOf } from './format.ts';
import { noPlaceFor } from './losses.ts';
import { type Standing, type Stretch, standings, stretches } from './standing.ts';
import { webAddress } from './web-address.ts';

type Json = Readonly<Record<string, unknown>>;

/** The standard's context, and a name of ours for what it has no word for; a reader that does not know it loses nothing else. */
const CONTEXT = ['http://www.w3.org/ns/anno.jsonld', { touchstone: 'urn:touchstone:' }] as const;

const addressOf = (edition: Edition, ...path: readonly string[]): string =>
  [edition.address, 'annotations', ...path].join('/');

/** Text as a body (Web Annotation §3.2.4); none for an empty text. */
const textual = (purpose: string, value: string, more: Json = {}): readonly Json[] =>
  value === '' ? [] : [{ type: 'TextualBody', value, format: 'text/plain', purpose, ...more }];

const quoteSelector = ({ exact, prefix, suffix }: Quote): Json => ({
  type: 'TextQuoteSelector',
  exact,
  ...(prefix !== '' && { prefix }),
  ...(suffix !== '' && { suffix }),
});

/** The selectors of a claim all select the same words: those that stand there now. An orphan has its last known quote alone. */
const selectorsOf = (quoted: Quote, at: Stretch | undefined): readonly Json[] => {
  if (!at) return [quoteSelector(quoted)];
  const quote = quoteSelector({ exact: at.words, prefix: at.prefix, suffix: at.suffix });
  return [quote, { type: 'TextPositionSelector', start: at.start, end: at.end }];
};

const personOf = (edition: Edition, reviewer: string): Json => ({
  type: 'Person',
  name: nameOf(edition, reviewer),
  nickname: reviewer,
});

interface Act {
  readonly id: string;
  readonly motivation:
    | 'identifying'
    | 'describing'
    | 'assessing'
    | 'linking'
    | 'questioning'
    | 'commenting'
    | 'replying'
    | 'editing';
  readonly reviewer: string;
  readonly created: string;
  readonly body: readonly Json[];
  readonly target: Json;
}

const annotation = (edition: Edition, act: Act, more: Json = {}): Json => ({
  id: act.id,
  type: 'Annotation',
  motivation: act.motivation,
  creator: personOf(edition, act.reviewer),
  created: act.created,
  ...(act.body.length > 0 && { body: act.body }),
  target: act.target,
  ...more,
});

/** How each way of asking for a field is told: what is chosen classifies, another claim is linked to, each tag is one. */
const bodiesOf: Partial<Record<Input, (edition: Edition, text: string, more: Json) => readonly Json[]>> = {
  choice: (_edition, text, more) => textual('classifying', text, more),
  claim: (edition, text, more) =>
    text === ''
      ? []
      : [{ type: 'SpecificResource', source: addressOf(edition, 'claims', text), purpose: 'linking', ...more }],
};

const fieldBodies = (edition: Edition, claim: Claim): readonly Json[] =>
  Object.entries(claimFieldsOf(edition.article)).flatMap(([key, field]) => {
    const more = { 'touchstone:field': key };
    const value = claim[key as keyof ClaimFields];
    if (field.input === 'texts') return (value as readonly string[]).flatMap((tag) => textual('tagging', tag, more));
    const text = fieldText(edition, claim, key as keyof ClaimFields);
    return bodiesOf[field.input]?.(edition, text, more) ?? textual('describing', text, more);
  });

const identifying = (edition: Edition, standing: Standing): Json => {
  const { claim, state } = standing;
  const otherwise = state === 'changed' && { 'touchstone:marked': quoteSelector(claim.quote) };
  return annotation(
    edition,
    {
      id: addressOf(edition, 'claims', claim.id),
      motivation: 'identifying',
      reviewer: claim.reviewer,
      created: claim.markedAt,
      body: fieldBodies(edition, claim),
      target: { type: 'SpecificResource', source: edition.address, selector: selectorsOf(claim.quote, standing.at) },
    },
    { 'touchstone:anchor': state, 'touchstone:work': workOf(edition.article, claim.id).state, ...otherwise },
  );
};

/** The annotation of a claim as it was at a time (Web Annotation §4.3.1): what a verdict or evidence was about. */
const claimAt = (edition: Edition, claim: string, at: string): Json => ({
  type: 'SpecificResource',
  source: addressOf(edition, 'claims', claim),
  state: { type: 'TimeState', sourceDate: at },
});

const assessing = (edition: Edition, verdict: Verdict, of: 'verdicts' | 'decisions'): Json => {
  const stale = staleness(edition.article, verdict);
  const decides = of === 'decisions' && { 'touchstone:decision': true };
  const act: Act = {
    id: addressOf(edition, of, verdict.id),
    motivation: 'assessing',
    reviewer: verdict.reviewer,
    created: verdict.givenAt,
    body: [
      ...textual('classifying', ratingOfVerdict(edition.article, verdict)?.label ?? verdict.rating, {
        'touchstone:rating': verdict.rating,
        'touchstone:scale': verdict.scale,
      }),
      ...textual('describing', verdict.rationale),
      ...(stale ? textual('tagging', STALE[stale], { 'touchstone:stale': stale }) : []),
    ],
    target: claimAt(edition, verdict.claim, verdict.givenAt),
  };
  return annotation(edition, act, { ...decides });
};

/** Why a claim is judged as it is: by who changed it last, with all who did; none where nobody wrote anything. */
const describing = (edition: Edition, claim: string): readonly Json[] => {
  const rationale = rationaleOf(edition.article.rationales, claim);
  const body = textual('describing', rationaleWords(rationale));
  const last = rationale.hands.at(-1);
  if (body.length === 0 || !last) return [];
  const act: Act = {
    id: addressOf(edition, 'rationales', claim),
    motivation: 'describing',
    reviewer: last.reviewer,
    created: last.at,
    body,
    target: claimAt(edition, claim, last.at),
  };
  const hands = rationale.hands.map(({ reviewer }) => personOf(edition, reviewer));
  return [annotation(edition, act, { 'touchstone:hands': hands })];
};

const fragment = (conformsTo: string, value: string, refinedBy?: Json): Json => ({
  ...{ type: 'FragmentSelector', conformsTo, value, ...(refinedBy && { refinedBy }) },
});

/** Where in its source evidence is: the page of a PDF (RFC 3778), the time of a recording (Media Fragments), and the words there. */
const placeSelectors = ({ passage, pin, time }: Evidence): { readonly selector?: Json } => {
  const quote = pin === '' ? { exact: passage, prefix: '', suffix: '' } : pin.quote;
  const words = quote.exact === '' || (pin !== '' && pin.isWholePage) ? undefined : quoteSelector(quote);
  const page = pin !== '' && pin.page !== undefined && `page=${pin.page}`;
  if (time !== '') return { selector: fragment('http://www.w3.org/TR/media-frags/', mediaFragment(time), words) };
  if (page) return { selector: fragment('http://tools.ietf.org/rfc/rfc3778', page, words) };
  return words ? { selector: words } : {};
};

/** The source as it is cited: by its address, with the passage as a selector in it; by name where it has none. */
const citedBodies = (edition: Edition, evidence: Evidence): readonly Json[] => {
  const source = edition.article.sources.get(evidence.source);
  if (!source) throw new Error(`the evidence ${evidence.id} has no source`);
  const { passage, pin, time } = evidence;
  const address = webAddress(source.url);
  const worked = textual('describing', SOURCE_FIELDS.calculation.show(source.calculation), {
    'touchstone:field': 'calculation',
  });
  const when = textual('describing', time, { 'touchstone:field': 'time' });
  if (address === '')
    return [...textual('identifying', sourceName(source)), ...textual('describing', passage), ...when, ...worked];
  const selector = placeSelectors(evidence);
  const seen = pin !== '' && { 'touchstone:capture': { sha256: pin.sha256, ...(pin.cell && { cell: pin.cell }) } };
  const cited = { type: 'SpecificResource', source: address, purpose: 'linking', ...selector, ...seen };
  return [cited, ...textual('identifying', source.title), ...worked];
};

const linking = (edition: Edition, evidence: Evidence): Json =>
  annotation(edition, {
    id: addressOf(edition, 'evidence', evidence.id),
    motivation: 'linking',
    reviewer: evidence.reviewer,
    created: evidence.attachedAt,
    body: [
      ...citedBodies(edition, evidence),
      ...textual('classifying', evidence.stance && STANCES[evidence.stance], { 'touchstone:stance': evidence.stance }),
      ...textual('commenting', evidence.note),
    ],
    target: claimAt(edition, evidence.claim, evidence.attachedAt),
  });

/** What is printed of an answer, by who put it down; none where it is not. */
const replied = (edition: Edition, asked: Asked): readonly Json[] => {
  const { contact, question, answer } = asked;
  const body = textual('replying', answer ? printedReply(asked, edition.exportedAt.slice(0, 10)) : '');
  if (!answer || body.length === 0) return [];
  const act: Act = {
    id: addressOf(edition, 'contacts', contact.id, answer.id),
    motivation: 'replying',
    reviewer: answer.reviewer,
    created: answer.at,
    body,
    target: claimAt(edition, question.claim, answer.at),
  };
  return [annotation(edition, act, { 'touchstone:answer': answer.answer })];
};

/** The words that a record stands on. */
const wordsAt = (edition: Edition, quote: Quote, at: Stretch | undefined): Json => ({
  ...{ type: 'SpecificResource', source: edition.address, selector: selectorsOf(quote, at) },
});

const isQuestion = (text: string): boolean => /[?？؟]\s*$/u.test(text);

const messageAddress = (edition: Edition, thread: Thread, message: Message): string =>
  addressOf(edition, 'threads', thread.id, message.id);

/** The messages of a thread: the first is about the claim or the words, the others reply to it (Web Annotation §3.3.5). */
const discussing = (edition: Edition, thread: Thread, at: Stretch | undefined): readonly Json[] => {
  const opening = openingOf(thread);
  const about = (): Json =>
    thread.quote ? wordsAt(edition, thread.quote, at) : claimAt(edition, thread.claim ?? '', opening.writtenAt);
  return thread.messages
    .filter((message) => !message.withdrawn)
    .map((message) => {
      const reply = message !== opening;
      return annotation(
        edition,
        {
          id: messageAddress(edition, thread, message),
          motivation: reply ? 'replying' : isQuestion(message.text) ? 'questioning' : 'commenting',
          ...{ reviewer: message.reviewer, created: message.writtenAt },
          body: textual(reply ? 'replying' : 'commenting', message.text),
          target: reply && !opening.withdrawn ? { id: messageAddress(edition, thread, opening) } : about(),
        },
        {
          ...(message.revised && { modified: message.revised.at }),
          ...(message.imported && { 'touchstone:imported': { ...message.imported } }),
          ...(message.mentions.length > 0 && {
            'touchstone:mentions': mentionedIn(message).map((each) => ({
              nickname: each,
              name: nameOf(edition, each),
            })),
          }),
        },
      );
    });
};

/** A suggested correction: its body has the new words, its target is where the old ones stand, or stood. */
const editing = (edition: Edition, correction: Correction, at: Stretch | undefined): Json => {
  const answer = correction.accepted ?? correction.declined;
  return annotation(
    edition,
    {
      id: addressOf(edition, 'corrections', correction.id),
      motivation: 'editing',
      ...{ reviewer: correction.reviewer, created: correction.suggestedAt },
      body: [
        { type: 'TextualBody', value: correction.to, format: 'text/plain', purpose: 'editing' },
        ...textual('describing', correction.why),
        ...textual('commenting', correction.declined?.reason ?? ''),
      ],
      target: wordsAt(edition, correction.quote, at),
    },
    {
      'touchstone:correction': correctionState(edition.article, correction),
      'touchstone:from': quoteSelector(correction.quote),
      ...(correction.imported && { 'touchstone:imported': { ...correction.imported } }),
      ...(answer && {
        'touchstone:answered': { by: nameOf(edition, answer.reviewer), nickname: answer.reviewer, at: answer.at },
      }),
    },
  );
};

const annotationsOf = (edition: Edition): readonly Json[] => {
  const { article } = edition;
  const all = standings(article);
  const at = stretches(article);
  const kept = new Set(all.map(({ claim }) => claim.id));
  const counts = (each: Verdict | Evidence): boolean => !each.withdrawn && kept.has(each.claim);
  return [
    ...all.map((standing) => identifying(edition, standing)),
    ...all.flatMap(({ claim }) => describing(edition, claim.id)),
    ...[...article.evidence.values()].filter(counts).map((evidence) => linking(edition, evidence)),
    ...[...article.threads.values()]
      .filter((thread) => isInSight(article, thread))
      .flatMap((thread) => discussing(edition, thread, thread.quote && at(thread.id))),
    ...[...article.corrections.values()]
      .filter((each) => !each.withdrawn)
      .map((each) => editing(edition, each, at(each.id))),
    ...[...edition.asked.values()]
      .filter((each) => !each.withdrawn)
      .flatMap(askedOf)
      .filter(({ question }) => kept.has(question.claim))
      .flatMap((asked) => replied(edition, asked)),
    ...[...article.verdicts.values()].filter(counts).map((verdict) => assessing(edition, verdict, 'verdicts')),
    ...[...article.decisions.values()].filter(counts).map((each) => assessing(edition, each, 'decisions')),
  ];
};

/**
 * W3C Web Annotation Data Model: a collection with one page, an annotation for each act. Marking a claim is `identifying` and
 * targets the article; attaching evidence is `linking`, giving a verdict `assessing` and the rationale `describing`, and these target
 * the annotation of the claim as it was then. What somebody answered who was asked is `replying` to
 * it, as far as it may be printed. A thread is `questioning` or `commenting` with its answers `replying`, a suggested
 * correction `editing`. Positions count Unicode code points of the article's plain text at `touchstone:version`. Where a claim's
 * words have changed, the selectors are those of the words now, and `touchstone:marked` has them as they were marked.
 */
export const webAnnotation: Format = {
  label: 'Web Annotation (W3C): claims, evidence, verdicts and discussion',
  mediaType: 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"',
  extension: 'jsonld',
  audience: 'public',
  write: (edition) => {
    const items = annotationsOf(edition);
    const id = addressOf(edition);
    const homepage = webAddress(edition.desk.url);
    return JSON.stringify(
      {
        '@context': CONTEXT,
        id,
        type: 'AnnotationCollection',
        label: titleOf(edition.article.doc),
        creator: { type: 'Organization', name: edition.desk.name, ...(homepage !== '' && { homepage }) },
        generated: edition.exportedAt,
        total: items.length,
        'touchstone:version': edition.article.version,
        first: { id: addressOf(edition, 'pages', '1'), type: 'AnnotationPage', partOf: id, startIndex: 0, items },
      },
      null,
      2,
    );
  },
  losses: (edition) =>
    noPlaceFor('Web Annotation', edition, [
      'text',
      'withdrawnClaims',
      'attributionDetails',
      'calculationInputs',
      'withdrawnEvidence',
      'sourceOrigins',
      'sourceDetails',
      'unusedSources',
      'withdrawnVerdicts',
      'rationaleForm',
      'resolutions',
      'withdrawnMessages',
      'withdrawnCorrections',
      'asides',
      'removals',
      'contacts',
      'withdrawnContacts',
      'withdrawnDecisions',
      'workSteps',
      'settings',
      'history',
    ]),
};
