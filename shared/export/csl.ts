import { evidenceFrom } from '../outcome.ts';
import { titleOf } from '../schema.ts';
import { SOURCE_FIELDS, SOURCE_KINDS, type Source, sourceName } from '../source.ts';
import { collapsed } from '../text.ts';
import type { Edition, Format } from './format.ts';
import { noPlaceFor } from './losses.ts';
import { statedOf } from './stated.ts';
import { webAddress } from './web-address.ts';

type Json = Readonly<Record<string, unknown>>;

/** What CSL 1.0.2 calls the kinds of sources (Appendix III). */
const TYPES: Readonly<Record<Source['kind'], string>> = {
  '': 'document',
  page: 'webpage',
  report: 'article-newspaper',
  release: 'document',
  document: 'document',
  law: 'legislation',
  study: 'article-journal',
  dataset: 'dataset',
  interview: 'interview',
  book: 'book',
  broadcast: 'broadcast',
  image: 'graphic',
  post: 'post',
  message: 'personal_communication',
  calculation: 'document',
};

/** Where who publishes a source is what it stands in: a newspaper, a journal, a site, a network. */
const STANDS_IN: readonly Source['kind'][] = ['page', 'report', 'study', 'post', 'broadcast'];

/** A day, a month or a year as CSL has dates. */
const dateOf = (date: string): Json => ({ 'date-parts': [date.slice(0, 10).split('-').map(Number)] });

const known = (properties: Json): Json =>
  Object.fromEntries(Object.entries(properties).filter(([, value]) => value !== '' && value !== undefined));

/** The SHA-256 of every frozen copy in which evidence is pinned. */
const copiesOf = ({ article }: Edition, source: string): readonly string[] => [
  ...new Set(evidenceFrom(article, source).flatMap(({ pin }) => (pin === '' ? [] : pin.sha256))),
];

const itemOf = (edition: Edition, stated: Json, source: Source): Json => {
  const { kind, publisher, people, date, language } = source;
  const copies = copiesOf(edition, source.id);
  return known({
    id: source.id,
    type: TYPES[kind],
    title: collapsed(sourceName(source)),
    // How a name falls into parts is nobody's to guess.
    author: people.length === 0 ? undefined : people.map((name) => ({ literal: name })),
    [STANDS_IN.includes(kind) ? 'container-title' : 'publisher']: publisher,
    issued: date === '' ? undefined : dateOf(date),
    accessed: dateOf(source.addedAt),
    URL: webAddress(source.url),
    genre: kind === 'release' || kind === 'calculation' ? SOURCE_KINDS[kind] : '',
    language,
    archive: copies.length === 0 ? '' : collapsed(edition.desk.name) || 'Touchstone',
    archive_location: copies.map((sha256) => `sha256:${sha256}`).join(' '),
    note: SOURCE_FIELDS.calculation.show(source.calculation),
    references: `${titleOf(edition.article.doc)}, version ${edition.article.version}, ${edition.address}`,
    custom: {
      touchstone: stated,
      evidence: evidenceFrom(edition.article, source.id).map((each) => `${each.id}#${each.revision}`),
    },
  });
};

/**
 * The sources that evidence rests on as CSL-JSON 1.0.2, for reference managers: who published one, when it is from and when it was put
 * down. `archive_location` has the SHA-256 of each frozen copy; `custom` says of which version of the article it was made.
 */
export const csl: Format = {
  label: 'CSL-JSON: the sources, for reference managers',
  mediaType: 'application/vnd.citationstyles.csl+json',
  extension: 'json',
  purpose: 'data',
  audience: 'public',
  write: (edition) => {
    const sources = [...edition.article.sources.values()];
    const { evidence: _, ...stated } = statedOf(edition);
    const used = sources.filter(({ id }) => evidenceFrom(edition.article, id).length > 0);
    return JSON.stringify(
      used.map((source) => itemOf(edition, stated, source)),
      null,
      2,
    );
  },
  losses: (edition) =>
    noPlaceFor('CSL-JSON', edition, [
      'text',
      'claims',
      'evidenceDetails',
      'sourceOrigins',
      'unusedSources',
      'verdicts',
      'rationales',
      'threads',
      'corrections',
      'asides',
      'contacts',
      'work',
    ]),
};
