import type { RemovalReason } from '../reading.ts';
import { dayIn, dayInAddress } from './days.ts';
import { type articlesIn, saidIn } from './linked-data.ts';
import { attribute, type Element, elementsOf, hasAttribute, isElement, type TreeNode, textIn } from './tree.ts';
import { asWritten, dayInTitles, OF_OTHERS, type Where, writtenDays } from './written-days.ts';
import { wordsOfName, zoneOf } from './zones.ts';

const PUBLISHED = [
  ...['article:published_time', 'article:published', 'og:published_time', 'og:article:published_time', 'datepublished'],
  ...[
    'parsely-pub-date',
    'sailthru.date',
    'pubdate',
    'publishdate',
    'published_time',
    'publication_date',
    'publication-date',
    'pub_date',
    'release_date',
    'date.available',
    'date.created',
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

/** The part of a page in which the day of an element is hardly the article's. */
const partOf = (element: Element): RemovalReason | undefined => {
  for (let node = element.parentNode; node && isElement(node); node = node.parentNode) {
    if (node.tagName === 'article' || node.tagName === 'main') return undefined;
    const zone = zoneOf(node);
    if (zone && OF_OTHERS.has(zone)) return zone;
  }
  return undefined;
};

/** The days of elements that say some, the likeliest first; `ofOthers` are those in parts that are hardly the article. */
const timeElements = (root: TreeNode): { readonly own: readonly string[]; readonly ofOthers: readonly string[] } => {
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
    const part = partOf(element);
    if (!isPublished && (part === 'comments' || part === 'advertisement')) continue;
    found.push({ rank: isPublished ? 0 : part ? 3 : isChanged ? 2 : 1, day });
  }
  const days = (all: typeof found): readonly string[] =>
    all.toSorted((one, other) => one.rank - other.rank).map(({ day }) => day);
  return { own: days(found.filter(({ rank }) => rank < 3)), ofOthers: days(found.filter(({ rank }) => rank === 3)) };
};

/** What a page says of its days outside of its words. */
export interface SaidDays {
  readonly root: TreeNode;
  readonly things: ReturnType<typeof articlesIn>;
  readonly meta: ReadonlyMap<string, string>;
  readonly language: string;
  readonly address: string;
  readonly titles: readonly string[];
}

const KEYS =
  /\\?["'](?:datePublished|(?:first_?)?(?:publi(?:shed|cation|sh)|pub)_?(?:at|on|date|time|ed_?at|date_?time)?|release_?date)\\?["']\s*:\s*\\?["']([^"'\\]{8,40})/gi;
const LONGEST_SCRIPT = 2_000_000;

/** Days that a page's own programs have under a name that says so. */
const scriptDays = (root: TreeNode): readonly string[] => {
  const found: string[] = [];
  for (const element of elementsOf(root)) {
    if (element.tagName !== 'script') continue;
    for (const [, day = ''] of textIn(element).slice(0, LONGEST_SCRIPT).matchAll(KEYS)) found.push(day);
  }
  return found;
};

/** When a page says that its article was published and changed: in its data, its elements, its address, or beside its headline. */
export const daysOf = (
  { root, things, meta, language, address, titles }: SaidDays,
  where: Where,
): { readonly published?: string | undefined; readonly changed?: string | undefined } => {
  const monthFirst = /^en(?:-us)?$/i.test(language);
  const saidFirst = (name: string, names: readonly string[], more: readonly string[] = []): string | undefined =>
    firstDay(
      [...things.map((thing) => saidIn(thing, name)), ...names.map((each) => meta.get(each)), ...more],
      monthFirst,
    );
  const written = writtenDays(where, monthFirst);
  const times = timeElements(root);
  const said = saidFirst('datePublished', PUBLISHED, times.own);
  const changed = saidFirst('dateModified', CHANGED);
  return {
    published: said
      ? asWritten(said, changed, written.beside)
      : (dayInAddress(address) ??
        dayInTitles(titles, monthFirst) ??
        written.published ??
        firstDay(times.ofOthers, monthFirst) ??
        firstDay(scriptDays(root), monthFirst)),
    changed: changed ?? written.changed,
  };
};
