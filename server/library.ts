import type { Article } from '../shared/article.ts';
import { canonicalJson } from '../shared/canonical.ts';
import { canonicalAddress } from '../shared/canonical-address.ts';
import type { Role } from '../shared/roles.ts';
import { titleOf } from '../shared/schema.ts';
import { seenArticle, sightOf } from '../shared/sight.ts';
import { isWebAddress, type Source, type SourceFields } from '../shared/source.ts';
import { Follower, type FollowerParts } from './follower.ts';
import type { LibraryRow, LibraryStore } from './storage/library-store.ts';

/** What the library is kept with. */
export interface LibraryParts extends Omit<FollowerParts, 'store' | 'pace' | 'draw'> {
  readonly store: LibraryStore;
}

/** What the library says of a source: what it is wherever it is cited, nothing that is about an article or about who sees it there. */
export type CarriedFields = Pick<
  SourceFields,
  'title' | 'url' | 'kind' | 'publisher' | 'people' | 'date' | 'language' | 'primary'
>;

/** Text without accents, case and double spaces, to be searched. */
export const folded = (text: string): string =>
  text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase().replaceAll(/\s+/g, ' ').trim();

/** The most of a key that is kept. */
const KEY = 2_000;

/** What a page on the web is known by. */
export const keyOfAddress = (address: string): string => canonicalAddress(address).slice(0, KEY);

/** What two sources have in common that are one thing: their address or, without one, their kind and all that names them. */
export const libraryKey = ({ url, kind, title, publisher, date }: CarriedFields): string =>
  isWebAddress(url) ? keyOfAddress(url) : `~${[kind, title, publisher, date].map(folded).join('~')}`.slice(0, KEY);

const rowOf = (article: string, source: Source, open: 0 | 1): LibraryRow => {
  const { title, url, kind, publisher, people, date, language, primary } = source;
  const fields: CarriedFields = { title, url, kind, publisher, people, date, language, primary };
  const { reason = '', at = '' } = source.retracted ?? {};
  return {
    ...{ article, open, source: source.id, kind, key: libraryKey(fields) },
    at: source.addedAt,
    words: [title, url, publisher, ...people].map(folded).join(' '),
    body: JSON.stringify({ ...fields, ...(source.retracted && { retracted: { reason, at } }) }),
  };
};

/** That a thing was retracted where it is cited, and why; nothing where it stands. */
export const retractionIn = ({
  body,
}: Pick<LibraryRow, 'body'>): { readonly reason: string; readonly at: string } | undefined =>
  JSON.parse(body).retracted;

/** The sources as somebody sees them who is nobody in particular, in a role. */
const seenBy = (article: Article, role: Role): Article['sources'] => {
  const sight = sightOf(article, { id: '', role });
  return (sight ? seenArticle(article, sight) : article).sources;
};

/** What of an article stands in the library (T11): what everyone sees, and what all of the desk do; nothing else. */
const libraryRows = (id: string, article: Article): readonly LibraryRow[] => {
  const open = seenBy(article, 'viewer');
  return [...seenBy(article, 'annotator').values()].map((source) => rowOf(id, source, open.has(source.id) ? 1 : 0));
};

const isUntouched = (id: string, before: Article, after: Article, rows: readonly LibraryRow[]): boolean =>
  (before.sources === after.sources && before.settings === after.settings) ||
  canonicalJson(libraryRows(id, before)) === canonicalJson(rows);

/** New entries of an article wait so many milliseconds for more of them. */
const PACE = 400;

/** The sources of all articles of the desk, kept up with the logs off the way of acknowledgements, as news are. */
export const libraryOf = ({ store, ...parts }: LibraryParts): Follower =>
  new Follower({
    ...parts,
    store,
    pace: PACE,
    draw: (id, { before, after }, from) => {
      const rows = libraryRows(id, after);
      const isSame = from === before.version && isUntouched(id, before, after, rows);
      return store.advance({
        ...{ article: id, from, to: after.version, title: titleOf(after.doc) },
        ...(!isSame && { rows }),
      });
    },
  });
