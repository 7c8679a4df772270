import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { isSameSite } from '../../shared/canonical-address.ts';
import type { Field } from '../../shared/fields.ts';
import type { PageDetails } from '../../shared/page-details.ts';
import { Invalid } from '../../shared/parsing.ts';
import { SOURCE_FIELDS } from '../../shared/source.ts';

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;
type Thing = Readonly<Record<string, unknown>>;

/** What stands in a page for machines. */
interface Metadata {
  /** What is said under a name, all of it, by `name`, `property`, `itemprop` or `http-equiv` in lower case. */
  readonly meta: ReadonlyMap<string, readonly string[]>;
  readonly things: readonly Thing[];
  readonly title: string;
  readonly language: string;
  /** What it calls its own address; empty when nothing. */
  readonly canonical: string;
}

const attribute = (element: Element, name: string): string =>
  element.attrs.find((each) => each.name === name)?.value ?? '';

const textIn = (element: Element): string =>
  element.childNodes.map((child) => ('value' in child ? child.value : '')).join('');

/** The elements of a page in their order. Not by recursion: pages nest as deep as they like. */
function* elementsOf(root: Node): Generator<Element> {
  const waiting: Node[] = [root];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if ('tagName' in node) yield node;
    if ('childNodes' in node) waiting.push(...node.childNodes.toReversed());
  }
}

const isThing = (value: unknown): value is Thing =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The things of a JSON-LD script, at its top and in its graphs; what is no JSON holds none. */
const thingsIn = (json: string): readonly Thing[] => {
  try {
    const top = [JSON.parse(json)].flat().filter(isThing);
    return top.flatMap((thing) => [thing, ...[thing['@graph'] ?? []].flat().filter(isThing)]);
  } catch {
    return [];
  }
};

const metadataOf = (html: string): Metadata => {
  const meta = new Map<string, string[]>();
  const things: Thing[] = [];
  let [title, language, canonical] = ['', '', ''];
  for (const element of elementsOf(parse(html))) {
    if (element.tagName === 'html') language = attribute(element, 'lang');
    if (element.tagName === 'title') title ||= textIn(element);
    if (element.tagName === 'link' && /(^|\s)canonical(\s|$)/i.test(attribute(element, 'rel')))
      canonical ||= attribute(element, 'href');
    if (element.tagName === 'script' && /^application\/ld\+json/i.test(attribute(element, 'type')))
      things.push(...thingsIn(textIn(element)));
    if (element.tagName !== 'meta') continue;
    const name = ['property', 'name', 'itemprop', 'http-equiv'].map((each) => attribute(element, each)).find(Boolean);
    if (name) meta.set(name.toLowerCase(), [...(meta.get(name.toLowerCase()) ?? []), attribute(element, 'content')]);
  }
  return { meta, things, title, language, canonical };
};

/** What schema.org calls what is cited, and what we do; the first that a page has decides. */
const KINDS: readonly (readonly [RegExp, NonNullable<PageDetails['kind']>])[] = [
  [
    /^(ReportageNewsArticle|AnalysisNewsArticle|OpinionNewsArticle|BackgroundNewsArticle|NewsArticle|LiveBlogPosting)$/,
    'report',
  ],
  [/^(ScholarlyArticle|MedicalScholarlyArticle)$/, 'study'],
  [/^Dataset$/, 'dataset'],
  [/^(Legislation|LegislationObject)$/, 'law'],
  [/^SocialMediaPosting$/, 'post'],
  [/^Book$/, 'book'],
  [/^(Article|BlogPosting|Report|TechArticle|WebPage)$/, 'page'],
];

const typesOf = (thing: Thing): readonly string[] => [thing['@type'] ?? []].flat().map(String);

const kindOf = (thing: Thing): PageDetails['kind'] =>
  KINDS.find(([pattern]) => typesOf(thing).some((type) => pattern.test(type)))?.[1];

const named = (value: unknown): readonly string[] =>
  [value ?? []].flat().flatMap((each) => {
    if (typeof each === 'string') return [each];
    return isThing(each) && typeof each.name === 'string' ? [each.name] : [];
  });

const peopleNamed = (value: unknown): readonly string[] =>
  named(
    [value ?? []].flat().filter((each) => !(isThing(each) && typesOf(each).some((type) => /Organization$/.test(type)))),
  );

/** The people of a byline: "By Ada Stein and Ben Ito". A comma within a name divides nobody. */
const peopleIn = (byline: string): readonly string[] => {
  const names = byline
    .replace(/^\s*(by|von|par|por|di|door|av)\s+/i, '')
    .split(/\s+(?:and|und|et|y|e|en|och|&)\s+|\s*;\s*/);
  const parts = names.flatMap((each) => each.split(/\s*,\s*/));
  return parts.every((part) => /\S\s\S/.test(part.trim())) ? parts : names;
};

/** A name as it is said: "Stein, Ada" is Ada Stein, and "Ada Stein, Jr." stays. */
const asSaid = (name: string): string =>
  name.replace(/^([^,]+),\s+(?!(?:[js]r|m\.?d|ph\.?d|i{2,3})\b)([^,]+)$/i, '$2 $1');

/** A day, as it stands where it was written, of the ways in which pages write one. */
const dayIn = (text: string): string => {
  const [, year, month, day] = /^\s*(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?(?![\d])/.exec(text) ?? [];
  const compact = /^\s*(\d{4})(\d{2})(\d{2})(?:\D|$)/.exec(text);
  if (compact) return compact.slice(1, 4).join('-');
  return [year, month?.padStart(2, '0'), day?.padStart(2, '0')].filter(Boolean).join('-');
};

const plain = (text: string): string =>
  text
    .toWellFormed()
    .replaceAll(/[\s\p{Cc}]+/gu, ' ')
    .trim();

const isAddress = (text: string): boolean => /^(https?:)?\/\//i.test(text);

/** The first of some values that a field takes and that is not empty. */
const firstFor = <T>(field: Field<T>, values: readonly unknown[]): T | undefined => {
  for (const value of values) {
    try {
      const read = field.parse(value, '');
      if (read !== '' && !(Array.isArray(read) && read.length === 0)) return read;
    } catch (error) {
      if (!(error instanceof Invalid)) throw error;
    }
  }
  return undefined;
};

/** What an HTML page says of itself in JSON-LD (schema.org), OpenGraph, Dublin Core, Highwire's and plain `meta`, in that order. */
const detailsIn = ({ meta, things, title, language }: Metadata): PageDetails => {
  const said = (...names: readonly string[]): readonly string[] =>
    names.flatMap((name) => meta.get(name) ?? []).map(plain);
  const typed = things.filter((thing) => kindOf(thing) !== undefined);
  const thing = typed.find((each) => kindOf(each) !== 'page') ?? typed[0] ?? {};
  const isStudy = said('citation_title').length > 0 && said('citation_doi', 'citation_journal_title').length > 0;
  const authors = peopleNamed(thing.author ?? thing.creator).map(plain);
  const bylines = said('author', 'article:author', 'dc.creator', 'dcterms.creator').filter((each) => !isAddress(each));
  const people = [authors, said('citation_author'), bylines.flatMap(peopleIn)].map((names) =>
    [...new Set(names.map((name) => asSaid(name).slice(0, 200)))]
      .filter((name) => name !== '' && !isAddress(name))
      .slice(0, 30),
  );
  const titles = [...named(thing.headline ?? thing.name), ...said('og:title', 'citation_title', 'dc.title'), title];
  const publishers = [
    ...named(thing.publisher),
    ...said('og:site_name', 'citation_publisher', 'citation_journal_title', 'dc.publisher', 'dcterms.publisher'),
  ];
  const dates = [
    ...named(thing.datePublished),
    ...said('article:published_time', 'citation_publication_date', 'citation_date', 'datepublished'),
    ...said('dc.date', 'dcterms.date', 'dcterms.created', 'date'),
  ];
  const languages = [language, ...named(thing.inLanguage), ...said('og:locale', 'content-language', 'dc.language')];
  const found = {
    title: firstFor(
      SOURCE_FIELDS.title,
      titles.map((each) => plain(each).slice(0, 500)),
    ),
    kind: isStudy ? 'study' : kindOf(thing),
    publisher: firstFor(
      SOURCE_FIELDS.publisher,
      publishers.map((each) => plain(each).slice(0, 200)),
    ),
    people: firstFor(SOURCE_FIELDS.people, people),
    date: firstFor(SOURCE_FIELDS.date, dates.map(dayIn)),
    language: firstFor(
      SOURCE_FIELDS.language,
      languages.map((each) => plain(each).replaceAll('_', '-')),
    ),
  };
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined));
};

/** The address that a page gives as its own, as far as it is of the same site and not its front page, which many name by mistake. */
const canonicalIn = ({ canonical }: Metadata, address: string): string | undefined => {
  if (canonical === '' || !URL.canParse(canonical, address) || !URL.canParse(address)) return undefined;
  const [own, from] = [new URL(canonical, address), new URL(address)];
  const isPage = /^https?:$/.test(own.protocol) && (own.pathname !== '/' || own.search !== '');
  return isPage && isSameSite(own.hostname, from.hostname) ? own.href.slice(0, 4_000) : undefined;
};

/** What a page that came from an address says of itself and of its own address. */
export const pageDetails = (
  html: string,
  address = '',
): { readonly details: PageDetails; readonly canonical?: string } => {
  const metadata = metadataOf(html);
  const canonical = canonicalIn(metadata, address);
  return { details: detailsIn(metadata), ...(canonical !== undefined && { canonical }) };
};
