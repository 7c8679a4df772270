import { dayIn, dayInAddress } from './days.ts';
import { type articlesIn, saidIn } from './linked-data.ts';
import type { Piece } from './pieces.ts';
import { single } from './titles.ts';
import { attribute, type Element, elementsOf, hasAttribute, type TreeNode, textIn } from './tree.ts';
import { wordsOfName } from './zones.ts';

const PUBLISHED = [
  ...['article:published_time', 'article:published', 'og:published_time', 'og:article:published_time', 'datepublished'],
  ...[
    'parsely-pub-date',
    'sailthru.date',
    'pubdate',
    'publishdate',
    'publish-date',
    'publish_date',
    'article_date_original',
  ],
  ...[
    'article.published',
    'dcterms.created',
    'dcterms.issued',
    'dc.date.issued',
    'dc.date.created',
    'dcterms.date',
    'dc.date',
  ],
  ...['cxenseparse:recs:publishtime', 'date', 'last-modified-date', 'originalpublicationdate', 'rnews:datepublished'],
  ...[
    'bt:pubdate',
    'citation_publication_date',
    'citation_date',
    'prism.publicationdate',
    'shareaholic:article_published_time',
  ],
];
const CHANGED = [
  'article:modified_time',
  'og:updated_time',
  'article:updated_time',
  'datemodified',
  'dcterms.modified',
  'dc.date.modified',
  'last-modified',
  'lastmod',
  'revised',
];
const firstDay = (said: readonly (string | undefined)[], monthFirst: boolean): string | undefined => {
  for (const each of said) {
    const day = each === undefined ? undefined : dayIn(each, monthFirst);
    if (day) return day;
  }
  return undefined;
};

const timeElements = (root: TreeNode): readonly string[] => {
  const found: { readonly rank: number; readonly day: string }[] = [];
  for (const element of elementsOf(root)) {
    const prop = attribute(element, 'itemprop').toLowerCase();
    const isTime = element.tagName === 'time' || element.tagName === 'relative-time';
    if (!isTime && !/datepublished|datecreated/.test(prop)) continue;
    const day =
      attribute(element, 'datetime') || attribute(element, 'content') || attribute(element, 'title') || textIn(element);
    const words = wordsOfName(`${attribute(element, 'class')} ${prop}`);
    const isChanged = words.some((word) => ['updated', 'modified', 'update', 'datemodified'].includes(word));
    const isPublished = /datepublished/.test(prop) || hasAttribute(element, 'pubdate') || words.includes('published');
    found.push({ rank: isPublished ? 0 : isChanged ? 2 : 1, day });
  }
  return found.toSorted((one, other) => one.rank - other.rank).map(({ day }) => day);
};

const HEADED = 12;

/** Words near the headline that say when: pieces that are little else than a day. */
const writtenDays = (pieces: readonly Piece[], title: string): readonly string[] => {
  const start = pieces.findIndex(({ text }) => title !== '' && single(text) === title);
  const near = start < 0 ? [] : pieces.slice(Math.max(0, start - 4), start + HEADED);
  const dated = (piece: Piece): boolean =>
    piece.text.length <= 120 || piece.path.slice(-2).some((element) => isDated(element));
  return [...near, ...pieces].filter((piece) => !piece.hidden && dated(piece)).map(({ text }) => text);
};

const isDated = (element: Element): boolean =>
  wordsOfName(`${attribute(element, 'class')} ${attribute(element, 'id')}`).some((word) =>
    [
      'date',
      'dates',
      'published',
      'timestamp',
      'datum',
      'fecha',
      'posted',
      'pubdate',
      'time',
      'meta',
      'postmeta',
      'datetime',
      'byline',
    ].includes(word),
  );

/** What days are looked for in. */
interface Dated {
  readonly root: TreeNode;
  readonly pieces: readonly Piece[];
  readonly things: ReturnType<typeof articlesIn>;
  readonly meta: ReadonlyMap<string, string>;
  readonly language: string;
  readonly address: string;
  readonly title: string;
}

/** When a page says that its article was published and changed: in its data, its elements, its address, or beside its headline. */
export const daysOf = (
  dated: Dated,
): { readonly published?: string | undefined; readonly changed?: string | undefined } => {
  const { root, pieces, things, meta, language, address, title } = dated;
  const monthFirst = /^en(?:-us)?$/i.test(language);
  const saidFirst = (name: string, names: readonly string[], more: readonly string[] = []): string | undefined =>
    firstDay(
      [...things.map((thing) => saidIn(thing, name)), ...names.map((each) => meta.get(each)), ...more],
      monthFirst,
    );
  return {
    published:
      saidFirst('datePublished', PUBLISHED, timeElements(root)) ??
      dayInAddress(address) ??
      firstDay(writtenDays(pieces, title), monthFirst),
    changed: saidFirst('dateModified', CHANGED),
  };
};
