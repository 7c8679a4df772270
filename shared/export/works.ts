import type { Article } from '../article.ts';
import { circularFor, claimantsOf } from '../circularity.ts';
import { titleOf } from '../schema.ts';
import { SOURCE_FIELDS, type Source, sourceName } from '../source.ts';
import { collapsed } from '../text.ts';
import { sourcesOf } from './columns.ts';
import { newestCopy, publicCopyAddress } from './copies.ts';
import type { Edition } from './format.ts';
import { webAddress } from './web-address.ts';

/** A thing of schema.org: its type and what of it is known. */
export type Thing = Readonly<Record<string, unknown>>;

export const thing = (type: string, properties: Thing): Thing => ({
  '@type': type,
  ...Object.fromEntries(Object.entries(properties).filter(([, value]) => value !== '' && value !== undefined)),
});

/** What schema.org calls the kinds of sources; what has no word of its own is a CreativeWork. */
const WORKS: Readonly<Record<Source['kind'], string>> = {
  '': 'CreativeWork',
  page: 'WebPage',
  report: 'NewsArticle',
  release: 'CreativeWork',
  document: 'DigitalDocument',
  law: 'Legislation',
  study: 'ScholarlyArticle',
  dataset: 'Dataset',
  interview: 'Conversation',
  book: 'Book',
  broadcast: 'CreativeWork',
  image: 'CreativeWork',
  post: 'SocialMediaPosting',
  message: 'Message',
  calculation: 'CreativeWork',
};

/** An address of the Internet Archive is one of a copy, and says what it is a copy of. */
const ARCHIVED = /^https?:\/\/web\.archive\.org\/web\/\d{4,14}(?:[a-z]{2}_)?\/(https?:\/\/.+)$/;

/** Where everyone can look at the newest frozen copy of a source; empty where nobody outside can. */
const copyOf = (edition: Edition, source: string): string => {
  const copy = newestCopy(edition, source);
  return copy ? publicCopyAddress(edition, copy.id) : '';
};

/** A source as schema.org has it, with where it is kept as it was cited (`archivedAt`). */
export const workOf = (edition: Edition, source: Source): Thing => {
  const [archive, original] = ARCHIVED.exec(source.url) ?? [];
  return thing(WORKS[source.kind], {
    name: collapsed(sourceName(source)),
    url: webAddress(original ?? source.url),
    archivedAt: archive ? webAddress(archive) : copyOf(edition, source.id),
    publisher: source.publisher === '' ? undefined : thing('Organization', { name: source.publisher }),
    author: source.people.length === 0 ? undefined : source.people.map((name) => thing('Person', { name })),
    inLanguage: source.language,
    datePublished: source.date,
    description: SOURCE_FIELDS.calculation.show(source.calculation),
  });
};

/** A time as schema.org takes it: to the day, whatever else was said. */
const dayOf = (said = ''): string => /^\d{4}(-\d\d(-\d\d)?)?/.exec(said)?.[0] ?? '';

const articleAsWork = ({ origin, doc }: Article): Thing | undefined => {
  const url = webAddress(origin.canonical ?? origin.url) || webAddress(origin.url);
  if (url === '') return undefined;
  const { byline, outlet, published, changed, language } = origin;
  return thing('Article', {
    url,
    headline: titleOf(doc),
    inLanguage: language,
    author: byline ? thing('Person', { name: collapsed(byline) }) : undefined,
    publisher: outlet ? thing('Organization', { name: collapsed(outlet) }) : undefined,
    datePublished: dayOf(published),
    dateModified: dayOf(changed),
  });
};

/**
 * Where a claim appeared: in the article, and in those of its sources in which who made it says it themselves. The first is told where
 * more than one is known with its day: of one alone nobody knows that it was the first.
 */
export const appearancesOf = (
  edition: Edition,
  claim: string,
): { readonly all: readonly Thing[]; readonly first?: Thing } => {
  const speaker = claimantsOf(edition.article, claim).find(({ kind }) => kind !== 'dataset')?.name;
  const said = sourcesOf(edition, claim).filter(({ id }) => {
    const circular = speaker === undefined ? undefined : circularFor(edition.article, claim, id);
    return circular?.why === 'claimant' && circular.claimant === speaker;
  });
  const article = articleAsWork(edition.article);
  const all = [...(article ? [article] : []), ...said.map((source) => workOf(edition, source))];
  const dated = all.filter(({ datePublished }) => datePublished !== undefined);
  const [first] = dated.toSorted((one, other) => (String(one.datePublished) < String(other.datePublished) ? -1 : 1));
  return { all, ...(first && dated.length > 1 && { first }) };
};
