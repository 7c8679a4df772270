import type { RemovalReason } from '../reading.ts';
import { attribute, type Element } from './tree.ts';

const TAGS: Readonly<Record<string, RemovalReason>> = {
  nav: 'navigation',
  menu: 'navigation',
  search: 'navigation',
  aside: 'aside',
  footer: 'notice',
  button: 'widget',
  dialog: 'widget',
  form: 'subscription',
  fieldset: 'widget',
  label: 'widget',
};

const ROLES: Readonly<Record<string, RemovalReason>> = {
  navigation: 'navigation',
  menu: 'navigation',
  menubar: 'navigation',
  tablist: 'navigation',
  search: 'navigation',
  banner: 'navigation',
  complementary: 'aside',
  contentinfo: 'notice',
  dialog: 'widget',
  alertdialog: 'widget',
  alert: 'widget',
  button: 'widget',
  tooltip: 'widget',
};

// Words that sites of all kinds call their parts by, in classes and ids; the first row that has one names the part.
const ROWS: readonly (readonly [RemovalReason, string])[] = [
  ['comments', 'comments|comment|commentlist|disqus|respond|reactions|kommentare|commentaires|comentarios|livefyre'],
  ['cookie', 'cookie|cookies|consent|gdpr|onetrust'],
  [
    'advertisement',
    'ad|ads|adv|advert|adverts|advertisement|advertising|adslot|adunit|adbox|adsense|dfp|gpt|sponsor|sponsored|sponsors|promoted|anzeige|werbung|publicidad|pub',
  ],
  [
    'sharing',
    'share|sharing|shares|sharebar|sharethis|social|socials|socialmedia|addthis|addtoany|sharedaddy|follow|teilen|partage',
  ],
  [
    'subscription',
    'newsletter|newsletters|subscribe|subscription|subscriptions|signup|login|signin|register|registration|membership|donate|donation|abo|inscription|optin',
  ],
  [
    'related',
    'related|recommended|recommendation|recommendations|recirc|recirculation|trending|popular|mostread|mostpopular|readmore|teaser|teasers|promo|promos|outbrain|taboola|upnext|similar|linklist|onward|relacionadas|relacionados|similarlinks|suggested|suggestions|seealso|rail|carousel|crosslinks|ticker',
  ],
  [
    'navigation',
    'nav|navbar|navigation|topnav|subnav|menu|submenu|breadcrumb|breadcrumbs|pagination|pager|paging|skip|skiplink|toc|tags|taglist|tag|topics|topic|keywords|categories|category|cats|masthead',
  ],
  [
    'byline',
    'byline|bylines|author|authors|authorbio|bio|dateline|date|dates|datetime|timestamp|time|pubdate|published|postmeta|entrymeta|metadata|meta|postinfo|readtime|readingtime|autor|auteur|contributors',
  ],
  ['notice', 'footer|copyright|legal|disclaimer|colophon'],
  [
    'widget',
    'toolbar|tools|tool|widget|widgets|player|jwplayer|rating|ratings|poll|quiz|modal|popup|popover|overlay|tooltip|visuallyhidden|hide|hidden|noprint|controls|buttons|button|btn|print|views|counter|sidebar|loading|spinner|weather',
  ],
];

const BY_WORD = new Map(ROWS.flatMap(([reason, words]) => words.split('|').map((word) => [word, reason] as const)));

/** Words in which a part is called after what it is not: `no-sidebar`, `has-comments`, `ad-free`. */
const SAYS_OTHERWISE = new Set(['no', 'not', 'has', 'with', 'without', 'free', 'enabled', 'disabled', 'is', 'js']);

const PAIRS: Readonly<Record<string, RemovalReason>> = {
  'read more': 'related',
  'read also': 'related',
  'more from': 'related',
  'most read': 'related',
  'most popular': 'related',
  'see also': 'related',
  'also read': 'related',
  'sign up': 'subscription',
  'sign in': 'subscription',
  'log in': 'subscription',
  'visually hidden': 'widget',
  'screen reader': 'widget',
  'sr only': 'widget',
  'read time': 'byline',
  'reading time': 'byline',
  'post info': 'byline',
};

/** The words of a class or an id: `postMeta`, `post-meta` and `post_meta` are two. */
export const wordsOfName = (name: string): readonly string[] =>
  name
    .replaceAll(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter((word) => word.length > 1);

const byName = (name: string): RemovalReason | undefined => {
  const words = wordsOfName(name);
  if (words.length > 6 || words.some((word) => SAYS_OTHERWISE.has(word))) return undefined;
  for (let at = 1; at < words.length; at += 1) {
    const pair = PAIRS[`${words[at - 1]} ${words[at]}`];
    if (pair) return pair;
  }
  for (const word of words) {
    const reason = BY_WORD.get(word);
    if (reason) return reason;
  }
  return undefined;
};

/** What part of a page an element is, by its tag, its role, or what its site calls it; nothing when it may be part of the article. */
export const zoneOf = (element: Element): RemovalReason | undefined => {
  const { tagName } = element;
  if (Object.hasOwn(TAGS, tagName)) return TAGS[tagName];
  const role = attribute(element, 'role').trim().toLowerCase();
  if (Object.hasOwn(ROLES, role)) return ROLES[role];
  if (tagName === 'body' || tagName === 'html' || tagName === 'main' || tagName === 'article') return undefined;
  for (const name of attribute(element, 'class').split(/\s+/)) {
    const reason = byName(name);
    if (reason) return reason;
  }
  return byName(attribute(element, 'id'));
};
