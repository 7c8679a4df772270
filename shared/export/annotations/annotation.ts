import type { Imported } from '../../imported.ts';
import type { Quote } from '../../quote.ts';
import { type Edition, nameOf, textAddress } from '../format.ts';
import type { Stretch } from '../standing.ts';

export type Json = Readonly<Record<string, unknown>>;

/** The standard's context, and a name of ours for what it has no word for; a reader that does not know it loses nothing else. */
export const CONTEXT = ['http://www.w3.org/ns/anno.jsonld', { touchstone: 'urn:touchstone:' }] as const;

/** The standing address of an annotation, or of what several are in. */
export const addressOf = (edition: Edition, ...path: readonly string[]): string =>
  [edition.address, 'annotations', ...path].join('/');

/** Text as a body (Web Annotation §3.2.4); none for an empty text. */
export const textual = (purpose: string, value: string, more: Json = {}): readonly Json[] =>
  value === '' ? [] : [{ type: 'TextualBody', value, format: 'text/plain', purpose, ...more }];

export const quoteSelector = ({ exact, prefix, suffix }: Quote): Json => ({
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
export const wordsAt = (edition: Edition, quote: Quote, at: Stretch | undefined): Json => ({
  ...{ type: 'SpecificResource', source: edition.address, selector: selectorsOf(quote, at) },
  state: {
    type: 'TimeState',
    sourceDate: edition.entries.at(-1)?.at ?? edition.exportedAt,
    cached: textAddress(edition),
  },
});

export const personOf = (edition: Edition, reviewer: string): Json => ({
  type: 'Person',
  name: nameOf(edition, reviewer),
  nickname: reviewer,
});

/** Whose a record is that came in with a file, and where an annotation that it was stands (§3.3.7). */
export const broughtIn = (imported: Imported | undefined): Json => {
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

export interface Act {
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

export const annotation = (edition: Edition, act: Act, more: Json = {}): Json => ({
  id: act.id,
  type: 'Annotation',
  motivation: act.motivation,
  creator: personOf(edition, act.reviewer),
  created: act.created,
  ...(act.body.length > 0 && { body: act.body }),
  target: act.target,
  ...more,
});

/** The annotation of a claim as it was at a time (Web Annotation §4.3.1): what a verdict or evidence was about. */
export const claimAt = (edition: Edition, claim: string, at: string): Json => ({
  type: 'SpecificResource',
  source: addressOf(edition, 'claims', claim),
  state: { type: 'TimeState', sourceDate: at },
});
