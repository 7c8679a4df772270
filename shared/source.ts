import { type Calculation, calculated } from './calculation.ts';
import { canonicalJson } from './canonical.ts';
import type { Signature } from './claim.ts';
import { derivations, sourcesIn } from './derivation.ts';
import { day, languageTag, line, link, oneOf, texts, type ValuesOf } from './fields.ts';
import { type Shown, visibleTo } from './visibility.ts';

/** What sort of thing is cited. */
export const SOURCE_KINDS = {
  page: 'Web page',
  report: 'News report',
  release: 'Press release',
  document: 'Document',
  law: 'Law or ruling',
  study: 'Study',
  dataset: 'Data set',
  interview: 'Interview',
  book: 'Book',
  broadcast: 'Broadcast',
  image: 'Picture or film',
  post: 'Post on a network',
  message: 'Message',
  calculation: 'Own calculation',
} as const;

/** The fields of a source: a row here is all that a new field takes. */
export const SOURCE_FIELDS = {
  title: line('Title', 500),
  url: link('Address'),
  kind: oneOf('Kind', SOURCE_KINDS),
  publisher: line('Publisher', 200),
  people: texts('People', 200, 30, 'such as: Jane Doe, Wei Zhang'),
  date: day('Date'),
  language: languageTag('Language', 'such as: en, de'),
  primary: oneOf('Primary or secondary', { primary: 'Primary', secondary: 'Secondary' }),
  derivesFrom: derivations('Comes from'),
  apartFrom: sourcesIn('Not from the same root as'),
  calculation: calculated('Calculation'),
  visibility: visibleTo('public', 'Who sees the source'),
} as const;

export type SourceFields = ValuesOf<typeof SOURCE_FIELDS>;

/** Somebody's word that a source no longer stands: withdrawn by who published it, forged, or corrected in what it was cited for. */
export interface RetractedSource extends Signature {
  readonly reason: string;
}

/** A thing cited. */
export interface Source extends SourceFields, Pick<Shown, 'visibilities'> {
  readonly id: string;
  readonly reviewer: string;
  /** ISO 8601, UTC. */
  readonly addedAt: string;
  /** Who last changed its fields; absent while they are as they were added. */
  readonly revised?: Signature;
  /** Present while it is retracted. */
  readonly retracted?: RetractedSource;
  /** Of an own calculation: how often that was revised, and what it was before, the oldest first. */
  readonly worked?: { readonly revision: number; readonly before: readonly Calculation[] };
}

/** So many earlier calculations are kept with a source; the log has them all. */
const EARLIER = 20;

/** A source with other fields; whether its calculation became another is counted, so that a verdict knows which one it judged. */
export const withFields = (source: Source, fields: Partial<SourceFields>): Source => {
  const { calculation } = source;
  const changed = { ...source, ...fields };
  if (fields.calculation === undefined || canonicalJson(fields.calculation) === canonicalJson(calculation))
    return changed;
  const { revision, before } = source.worked ?? { revision: -1, before: [] };
  const earlier = calculation === '' ? before : [...before, calculation].slice(-EARLIER);
  return { ...changed, worked: { revision: revision + 1, before: earlier } };
};

/** Whether an address is one of a page on the web, which can be fetched. */
export const isWebAddress = (address: string): boolean => /^https?:/i.test(address);

/** What a source is called where there is little room. */
export const sourceName = (source: Source): string => source.title || source.url || 'Untitled source';
