import { html as vocabulary } from 'parse5';
import { isSafeAddress } from '../../../shared/parsing.ts';
import type { About } from '../reading.ts';
import { articlesIn, metaOf, namesIn, saidIn } from './linked-data.ts';
import type { SaidDays } from './said-days.ts';
import { bare } from './sights.ts';
import { isOfSite, siteNames } from './site-names.ts';
import { decoded, single } from './titles.ts';
import { attribute, firstOf, hasAttribute, type TreeNode, textIn } from './tree.ts';
import { withoutSection, withoutSite } from './without-site.ts';

/** What a page says of its article outside of the article's text. */
export interface PageData {
  readonly about: About;
  /** What its days are read from. */
  readonly days: SaidDays;
  readonly language: string;
  /** Names of its site, bare of signs. */
  readonly sites: ReadonlySet<string>;
  /** Titles that it goes by, the likeliest first, with and without the name of the site. */
  readonly titles: readonly string[];
  /** The likeliest of them, without the name of the site. */
  readonly title: string;
  /** The words of the article as its data has them; empty when it has none. */
  readonly body: string;
}

const BYLINE = [
  'author',
  'article:author_name',
  'dc.creator',
  'dcterms.creator',
  'parsely-author',
  'sailthru.author',
  'byl',
  'citation_author',
  'twitter:creator:name',
];

/** By these names pages say what part of their site an article stands in. */
const SECTION = [
  'article:section',
  'section',
  'category',
  'content_category',
  'parsely-section',
  'cxenseparse:section',
];

const bylineOf = (things: ReturnType<typeof articlesIn>, meta: ReadonlyMap<string, string>, root: TreeNode): string => {
  const named = things
    .map((thing) => [...namesIn(thing, 'author'), ...namesIn(thing, 'creator')])
    .find((names) => names.length > 0);
  if (named) return [...new Set(named)].join(', ');
  const said = BYLINE.map((name) => meta.get(name)).find((each) => each !== undefined && !/^https?:/.test(each));
  if (said) return single(said);
  const element = firstOf(
    root,
    (each) =>
      /\bauthor\b/.test(`${attribute(each, 'rel')} ${attribute(each, 'itemprop')}`) ||
      attribute(each, 'class')
        .split(/\s+/)
        .some((name) => /^(?:byline|author|byline-name|author-name)$/.test(name)),
  );
  const text = element ? single(textIn(element)) : '';
  return text.length <= 120 ? text.replace(/^(?:by|von|par|por|di|da|автор:?)\s+/i, '') : '';
};

const addressOf = (root: TreeNode, meta: ReadonlyMap<string, string>, base: string): string => {
  const link = firstOf(root, (each) => each.tagName === 'link' && /\bcanonical\b/i.test(attribute(each, 'rel')));
  for (const said of [link && attribute(link, 'href'), meta.get('og:url')]) {
    if (!said || !URL.canParse(said, base || undefined)) continue;
    const { href } = new URL(said, base || undefined);
    if (isSafeAddress(href) && href.length <= 2_000) return href;
  }
  return '';
};

const LANGUAGE = /^[a-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*$/;

const languageOf = (root: TreeNode, meta: ReadonlyMap<string, string>, said: string): string => {
  const html = firstOf(root, ({ tagName }) => tagName === 'html');
  for (const each of [
    html ? attribute(html, 'lang') || attribute(html, 'xml:lang') : '',
    said,
    meta.get('og:locale'),
    meta.get('content-language'),
  ])
    if (each && LANGUAGE.test(each.trim())) return each.trim().replaceAll('_', '-');
  return '';
};

const directionOf = (root: TreeNode): 'ltr' | 'rtl' | undefined => {
  const element = firstOf(
    root,
    (each) => ['html', 'body', 'article', 'main'].includes(each.tagName) && hasAttribute(each, 'dir'),
  );
  const said = element ? attribute(element, 'dir').toLowerCase() : '';
  return said === 'rtl' || said === 'ltr' ? said : undefined;
};

const longest = (texts: readonly string[]): string =>
  texts.reduce((most, text) => (text.length > most.length ? text : most), '');

/** Reads what a page says of its article: in JSON-LD (schema.org), meta elements, and where it stands. `address` is where it was fetched. */
export const pageData = (root: TreeNode, address: string): PageData => {
  const things = articlesIn(root);
  const meta = metaOf(root);
  const canonical = addressOf(root, meta, address);
  const language = languageOf(root, meta, longest(things.map((thing) => saidIn(thing, 'inLanguage'))));
  const publishers = things.flatMap((thing) => namesIn(thing, 'publisher'));
  // One that stands behind the head by mistake counts (HTML, "in body"); that of a drawing is its own.
  const element = firstOf(
    root,
    ({ tagName, namespaceURI }) => tagName === 'title' && namespaceURI === vocabulary.NS.HTML,
  );
  const named = element ? single(textIn(element)) : '';
  const titles = [
    ...things.map((thing) => saidIn(thing, 'headline')),
    meta.get('og:title'),
    meta.get('twitter:title'),
    meta.get('dc.title'),
    named,
  ]
    .map((title) => single(decoded(title ?? '')))
    .filter((title) => title !== '');
  const names = siteNames(
    root,
    { address: canonical || address, application: meta.get('application-name') },
    [meta.get('og:site_name'), ...publishers],
    titles,
  );
  const sites = new Set(names.map(bare));
  const outlet =
    meta.get('og:site_name') ?? publishers[0] ?? names.find((name) => name === meta.get('application-name')) ?? '';
  const sections = [...things.map((thing) => saidIn(thing, 'articleSection')), ...SECTION.map((name) => meta.get(name))]
    .map((name) => bare(decoded(name ?? '')))
    .filter((name) => name !== '');
  const short = titles.map((title) => withoutSection(withoutSite(title, sites), new Set(sections)));
  const own = [...new Set([...titles, ...short])].filter((title) => !isOfSite(title, sites));
  const byline = decoded(bylineOf(things, meta, root)).slice(0, 300);
  const direction = directionOf(root);
  return {
    about: {
      ...(byline && { byline }),
      ...(outlet && { outlet: single(decoded(outlet)).slice(0, 200) }),
      ...(direction && { direction }),
      ...(canonical && { address: canonical }),
    },
    days: { root, things, meta, language, address: canonical || address, titles },
    language,
    titles: own,
    sites,
    title: short.find((title) => own.includes(title)) ?? short[0] ?? '',
    body: decoded(longest(things.map((thing) => saidIn(thing, 'articleBody')))),
  };
};
