import { anchorOf } from '../article.ts';
import type { Claimant } from '../attribution.ts';
import type { Claim } from '../claim.ts';
import { isUnanswered } from '../correction.ts';
import { outcomeOf } from '../outcome.ts';
import { hasForm, isReworded, rationaleWords } from '../rationale.ts';
import { mainOf, parentOf } from '../relations.ts';
import type { Edition, Loss } from './format.ts';

/** A number with its noun. */
export const counted = (number: number, one: string, several = `${one}s`): string =>
  `${number} ${number === 1 ? one : several}`;

const saysMore = (link: Claimant): boolean =>
  [link.role, link.words, link.place, link.date].some((detail) => detail !== '');

const hasWorkDetails = ({ priority, tags, assignee, due }: Claim): boolean =>
  priority !== '' || tags.length > 0 || assignee !== '' || due !== '';

const count = <T>(values: Iterable<T>, counts: (value: T) => boolean): number => [...values].filter(counts).length;

/** Something that a format may have no place for: how many of it an edition has, and what so many are called. */
interface Thing {
  readonly count: (edition: Edition) => number;
  readonly words: (count: number) => string;
}

const number = (of: Thing['count'], one: string, several: string): Thing => ({
  count: of,
  words: (found) => counted(found, one, several),
});

const whole = (isThere: (edition: Edition) => boolean, words: string): Thing => ({
  count: (edition) => Number(isThere(edition)),
  words: () => words,
});

/** What a format may have no place for, by name. */
const THINGS = {
  text: whole(() => true, 'the text of the article'),
  claims: number(
    ({ article }) => count(article.claims.values(), (claim) => claim.withdrawn === undefined),
    'claim',
    'claims',
  ),
  orphans: number(
    ({ article }) =>
      count(article.claims.values(), ({ id, withdrawn }) => !withdrawn && anchorOf(article, id).state === 'orphaned'),
    'claim whose words are gone from the article',
    'claims whose words are gone from the article',
  ),
  withdrawnClaims: number(
    ({ article }) => count(article.claims.values(), (claim) => claim.withdrawn !== undefined),
    'withdrawn claim',
    'withdrawn claims',
  ),
  attributionChains: number(
    ({ article }) => count(article.claims.values(), (claim) => claim.attribution.length > 1),
    'attribution beyond the one who said it',
    'attributions beyond the one who said it',
  ),
  attributionDetails: number(
    ({ article }) => count(article.claims.values(), (claim) => claim.attribution.some(saysMore)),
    'attribution that says more than names',
    'attributions that say more than names',
  ),
  workDetails: number(
    ({ article }) => count(article.claims.values(), hasWorkDetails),
    'claim with a priority, tags, an assignee or a due day',
    'claims with a priority, tags, an assignee or a due day',
  ),
  parts: number(
    ({ article }) => count(article.claims.keys(), (claim) => parentOf(article.claims, claim) !== undefined),
    'claim that is a part of another',
    'claims that are parts of another',
  ),
  evidenceDetails: number(
    ({ article }) => count(article.evidence.values(), (each) => each.withdrawn === undefined),
    'stance of evidence with its passage and note',
    'stances of evidence with their passages and notes',
  ),
  calculationInputs: number(
    ({ article }) => count(article.sources.values(), ({ calculation }) => calculation !== ''),
    'calculation in its form (inputs, units, rounding, where each is from)',
    'calculations in their form (inputs, units, rounding, where each is from)',
  ),
  withdrawnEvidence: number(
    ({ article }) => count(article.evidence.values(), (each) => each.withdrawn !== undefined),
    'withdrawn piece of evidence',
    'withdrawn pieces of evidence',
  ),
  sourceOrigins: number(
    ({ article }) => count(article.sources.values(), ({ derivesFrom }) => derivesFrom.length > 0),
    'source that comes from another',
    'sources that come from others',
  ),
  sourceDetails: number(
    ({ article }) => count(article.sources.values(), ({ people, language }) => people.length > 0 || language !== ''),
    'source with its people or its language',
    'sources with their people or their language',
  ),
  unusedSources: number(
    ({ article }) => {
      const used = new Set([...article.evidence.values()].filter((each) => !each.withdrawn).map((each) => each.source));
      return count(article.sources.keys(), (source) => !used.has(source));
    },
    'source that no evidence rests on',
    'sources that no evidence rests on',
  ),
  verdicts: number(
    ({ article }) => count(article.verdicts.values(), (verdict) => verdict.withdrawn === undefined),
    'verdict',
    'verdicts',
  ),
  scale: whole(({ article }) => article.verdicts.size > 0, 'the scale'),
  otherVerdicts: number(
    ({ article }) =>
      count(
        article.verdicts.values(),
        (each) =>
          !each.withdrawn &&
          (outcomeOf(article, each.claim)?.verdict !== each || mainOf(article.claims, each.claim) !== each.claim),
      ),
    'verdict that did not decide',
    'verdicts that did not decide',
  ),
  withdrawnVerdicts: number(
    ({ article }) => count(article.verdicts.values(), (verdict) => verdict.withdrawn !== undefined),
    'verdict that was taken back or replaced',
    'verdicts that were taken back or replaced',
  ),
  threads: number(
    ({ article }) => count(article.threads.values(), (thread) => thread.messages.some((each) => !each.withdrawn)),
    'thread of the discussion',
    'threads of the discussion',
  ),
  resolutions: number(
    ({ article }) => count(article.threads.values(), (thread) => thread.resolved !== undefined),
    'resolution of a thread',
    'resolutions of threads',
  ),
  withdrawnMessages: number(
    ({ article }) =>
      [...article.threads.values()].flatMap(({ messages }) => messages.filter((each) => each.withdrawn)).length,
    'withdrawn message',
    'withdrawn messages',
  ),
  corrections: number(
    ({ article }) => count(article.corrections.values(), (each) => each.withdrawn === undefined),
    'suggested correction',
    'suggested corrections',
  ),
  withdrawnCorrections: number(
    ({ article }) => count(article.corrections.values(), (each) => each.withdrawn !== undefined),
    'withdrawn correction',
    'withdrawn corrections',
  ),
  rationales: number(
    ({ article }) => count(article.rationales.values(), (rationale) => rationaleWords(rationale) !== ''),
    'rationale',
    'rationales',
  ),
  answeredCorrections: number(
    ({ article }) => count(article.corrections.values(), (each) => !each.withdrawn && !isUnanswered(each)),
    'correction that was accepted or declined',
    'corrections that were accepted or declined',
  ),
  pictures: number(
    ({ article }) => {
      let pictures = 0;
      article.doc.descendants(({ attrs }) => {
        if (attrs.src) pictures += 1;
      });
      return pictures;
    },
    'picture, of which the caption stays',
    'pictures, of which the captions stay',
  ),
  rationaleForm: number(
    ({ article }) => count(article.rationales.values(), hasForm),
    'rationale in its form (lists, emphasis, links)',
    'rationales in their form (lists, emphasis, links)',
  ),
  signedRationales: number(
    ({ article }) =>
      count(article.verdicts.values(), (verdict) => !verdict.withdrawn && isReworded(article.rationales, verdict)),
    'rationale as it was signed, which has been reworded since',
    'rationales as they were signed, which have been reworded since',
  ),
  asides: number(
    ({ article }) => count(article.asides.values(), (aside) => aside.withdrawn === undefined),
    'passage with nothing to check',
    'passages with nothing to check',
  ),
  contacts: number(
    ({ article }) => count(article.contacts.values(), (contact) => contact.withdrawn === undefined),
    'contact log',
    'contact logs',
  ),
  withdrawnContacts: number(
    ({ article }) => count(article.contacts.values(), (contact) => contact.withdrawn !== undefined),
    'withdrawn contact',
    'withdrawn contacts',
  ),
  removals: number(
    ({ article }) => article.removals.size,
    'passage that import cleaned away',
    'passages that import cleaned away',
  ),
  withdrawnDecisions: number(
    ({ article }) => count(article.decisions.values(), (decision) => decision.withdrawn !== undefined),
    'decision that was taken back or replaced',
    'decisions that were taken back or replaced',
  ),
  work: number(({ article }) => article.work.size, 'claim’s checks and signature', 'claims’ checks and signatures'),
  workSteps: number(
    ({ article }) => [...article.work.values()].reduce((sum, { steps }) => sum + steps.length, 0),
    'step of the work with what it was bound to',
    'steps of the work with what they were bound to',
  ),
  settings: whole(({ article }) => article.settings !== undefined, 'what the desk decided for the article'),
  history: number(({ entries }) => entries.length, 'entry of the history', 'entries of the history'),
} as const satisfies Readonly<Record<string, Thing>>;

type ThingName = keyof typeof THINGS;

/** What is for the record alone: it stands in our own JSON and the bundle, and in no other format. */
const FOR_THE_RECORD: readonly ThingName[] = [
  'withdrawnClaims',
  'calculationInputs',
  'withdrawnEvidence',
  'withdrawnVerdicts',
  'withdrawnMessages',
  'withdrawnCorrections',
  'removals',
  'withdrawnContacts',
  'withdrawnDecisions',
  'settings',
  'history',
];

/** What is in an edition and finds no place in a format, of what is for the record and of some things besides; nothing when none is. */
export const noPlaceFor = (format: string, edition: Edition, besides: readonly ThingName[]): readonly Loss[] => {
  const without = new Set([...FOR_THE_RECORD, ...besides]);
  const things = Object.entries<Thing>(THINGS).filter(([name]) => without.has(name as ThingName));
  const lost = things
    .map(([name, thing]) => ({ name, thing, count: thing.count(edition) }))
    .filter(({ count }) => count > 0);
  if (lost.length === 0) return [];
  const words = lost.map(({ thing, count }) => thing.words(count)).join(', ');
  return [
    {
      kind: 'no-place',
      words: `${format} has no place for: ${words}.`,
      things: Object.fromEntries(lost.map(({ name, count }) => [name, count])),
    },
  ];
};
