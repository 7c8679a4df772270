import type { Claim, ClaimFields } from '../claim.ts';
import { claimFieldsOf } from '../claim-types.ts';
import { type Asked, askedOf } from '../contact.ts';
import { type Correction, correctionState } from '../correction.ts';
import { type Evidence, STANCES } from '../evidence.ts';
import type { Input } from '../fields.ts';
import type { Imported } from '../imported.ts';
import { ratingOfVerdict, staleness } from '../outcome.ts';
import { type Pin, placeInWords } from '../pin.ts';
import type { Quote } from '../quote.ts';
import { rationaleOf, rationaleWords } from '../rationale.ts';
import { printedReply } from '../reply.ts';
import { SOURCE_FIELDS, sourceName } from '../source.ts';
import { isInSight, type Message, mentionedIn, openingOf, type Thread } from '../thread.ts';
import { mediaFragment } from '../time-code.ts';
import { STALE, type Verdict } from '../verdict.ts';
import { workOf } from '../work-now.ts';
import { type Edition, fieldText, nameOf, textAddress } from './format.ts';
import { type Standing, type Stretch, standings, stretches } from './standing.ts';
import { webAddress } from './web-address.ts';

export type Json = Readonly<Record<string, unknown>>;

/** The standard's context, and a name of ours for what it has no word for; a reader that does not know it loses nothing else. */
export const CONTEXT = ['http://www.w3.org/ns/anno.jsonld', { touchstone: 'urn:touchstone:' }] as const;

/** The standing address of an annotation, or of what several are in. */
export const addressOf = (edition: Edition, ...path: readonly string[]): string =>
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

/** The words that a record stands on, in the text as it is served at this version. */
const wordsAt = (edition: Edition, quote: Quote, at: Stretch | undefined): Json => ({
  ...{ type: 'SpecificResource', source: edition.address, selector: selectorsOf(quote, at) },
  state: {
    type: 'TimeState',
    sourceDate: edition.entries.at(-1)?.at ?? edition.exportedAt,
    cached: textAddress(edition),
  },
});

const personOf = (edition: Edition, reviewer: string): Json => ({
  type: 'Person',
  name: nameOf(edition, reviewer),
  nickname: reviewer,
});

/** Whose a record is that came in with a file, and where an annotation that it was stands (§3.3.7). */
const broughtIn = (imported: Imported | undefined): Json => {
  if (!imported) return {};
  const { as, author, at, id = '' } = imported;
  return {
    'touchstone:imported': {
      'touchstone:as': as,
      ...(author !== '' && { 'touchstone:author': author }),
      ...(at !== undefined && { 'touchstone:at': at }),
    },
    ...(/^(https?:\/\/|urn:)[^\s<>"{}|\\^`]+$/i.test(id) && { via: id }),
  };
};

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
    | 'editing'
    | 'tagging';
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

/** How each way of asking for a field is told: what is chosen classifies, another claim is linked to. */
const bodiesOf: Partial<Record<Input, (edition: Edition, text: string, more: Json) => readonly Json[]>> = {
  choice: (_edition, text, more) => textual('classifying', text, more),
  claim: (edition, text, more) =>
    text === ''
      ? []
      : [{ type: 'SpecificResource', source: addressOf(edition, 'claims', text), purpose: 'linking', ...more }],
};

/** What a field holds where its words do not say all of it: a key of a table, or a list of who said it as JSON. */
const heldBy = (input: Input, value: unknown): Json => {
  if (input === 'choice') return { 'touchstone:value': value };
  return input === 'attribution' ? { 'touchstone:value': JSON.stringify(value) } : {};
};

const fieldBodies = (edition: Edition, claim: Claim): readonly Json[] =>
  Object.entries(claimFieldsOf(edition.article)).flatMap(([key, field]) => {
    const value = claim[key as keyof ClaimFields];
    if (field.input === 'texts') return [];
    const more = { 'touchstone:field': key, ...heldBy(field.input, value) };
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
      target: wordsAt(edition, claim.quote, standing.at),
    },
    {
      'touchstone:anchor': state,
      'touchstone:work': workOf(edition.article, claim.id).state,
      ...otherwise,
      ...broughtIn(claim.imported),
    },
  );
};

/** The tags of a claim, by who changed its record last. */
const tagging = (edition: Edition, { claim }: Standing): readonly Json[] => {
  const body = claim.tags.flatMap((tag) => textual('tagging', tag, { 'touchstone:field': 'tags' }));
  if (body.length === 0) return [];
  const { reviewer, at } = claim.revised ?? { reviewer: claim.reviewer, at: claim.markedAt };
  const target = claimAt(edition, claim.id, at);
  const id = addressOf(edition, 'claims', claim.id, 'tags');
  return [annotation(edition, { id, motivation: 'tagging', reviewer, created: at, body, target })];
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
  const seen = pin !== '' && {
    'touchstone:capture': {
      'touchstone:sha256': pin.sha256,
      ...(pin.cell && { 'touchstone:cell': placeInWords({ cell: pin.cell } as Pin) }),
    },
  };
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
          ...broughtIn(message.imported),
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
      ...broughtIn(correction.imported),
      ...(answer && {
        'touchstone:answered': {
          name: nameOf(edition, answer.reviewer),
          nickname: answer.reviewer,
          'touchstone:at': answer.at,
        },
      }),
    },
  );
};

/** An annotation for each act that stands. */
export const annotationsOf = (edition: Edition): readonly Json[] => {
  const { article } = edition;
  const all = standings(article);
  const at = stretches(article);
  const kept = new Set(all.map(({ claim }) => claim.id));
  const counts = (each: Verdict | Evidence): boolean => !each.withdrawn && kept.has(each.claim);
  return [
    ...all.map((standing) => identifying(edition, standing)),
    ...all.flatMap((standing) => tagging(edition, standing)),
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
