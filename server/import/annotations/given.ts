import { isIri, isObject, type Json, listOf, typesOf } from './checks.ts';

/** What an annotation says, in one of its bodies. */
export interface Said {
  readonly purpose: string;
  /** Its words; empty for one that only points at something. */
  readonly text: string;
  /** What it points at, by its IRI; empty for words. */
  readonly link: string;
  /** The words of that which it points at. */
  readonly passage: string;
  /** What else the body says, such as the field of a claim that it is. */
  readonly body: Json;
}

/** What an annotation is about: what stands at an IRI, or what its selectors select there. */
export interface Aim {
  readonly source: string;
  readonly selectors: readonly Json[];
  /** What positions count: Unicode code points, as the model says, or UTF-16 units, as tools that were made for browsers do. */
  readonly counts: 'points' | 'units';
}

/** An annotation as it was brought, whatever file it came in. */
export interface Given {
  /** Its IRI, or its id in the tool that it is from. */
  readonly id: string;
  /** Where in the file it stands. */
  readonly where: string;
  readonly motivation: string;
  readonly says: readonly Said[];
  readonly aims: readonly Aim[];
  /** The one that it replies to, where its file says so. */
  readonly repliesTo?: string;
  readonly author: string;
  /** ISO 8601. */
  readonly at?: string;
  readonly resource: Json;
}

const firstText = (value: unknown): string =>
  listOf(value).find((each): each is string => typeof each === 'string') ?? '';

const idOf = (value: unknown): string => {
  if (typeof value === 'string') return value;
  return isObject(value) ? firstText(value.id) : '';
};

/** An agent by name, by nickname, or by IRI. */
const nameOf = (value: unknown): string => {
  const [agent] = listOf(value);
  if (!isObject(agent)) return idOf(agent);
  return firstText(agent.name) || firstText(agent.nickname) || idOf(agent);
};

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

/** The words of a fragment of HTML. */
const wordsOfHtml = (html: string): string =>
  html
    .replaceAll(/<(br|\/p|\/div|\/li)\b[^>]*>/gi, '\n')
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll(/&(amp|lt|gt|quot|apos|nbsp);/g, (_all, name: string) => NAMED[name] ?? '')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim();

const quoteIn = (selector: unknown): string =>
  listOf(selector)
    .filter(isObject)
    .map((each) => firstText(each.exact) || quoteIn(each.refinedBy))
    .find((exact) => exact !== '') ?? '';

const saidIn = (body: unknown, purpose: string): readonly Said[] => {
  const nothing = { text: '', link: '', passage: '', body: {} };
  if (typeof body === 'string') return [{ ...nothing, purpose, link: body }];
  if (!isObject(body)) return [];
  const own = firstText(body.purpose) || purpose;
  if (Array.isArray(body.items)) {
    // Of a choice one is meant, and which is for who reads it: the first.
    const items = typesOf(body).includes('Choice') ? body.items.slice(0, 1) : body.items;
    return items.flatMap((each) => saidIn(each, own));
  }
  const said = { ...nothing, purpose: own, body };
  if (typeof body.value === 'string') {
    const isHtml = listOf(body.format).some((format) => /html/i.test(String(format)));
    return [{ ...said, text: isHtml ? wordsOfHtml(body.value) : body.value }];
  }
  const link = idOf(body.source) || idOf(body);
  return link === '' ? [] : [{ ...said, link, passage: quoteIn(body.selector) }];
};

const aimsIn = (target: unknown): readonly Aim[] => {
  if (!isObject(target)) return [{ source: idOf(target), selectors: [], counts: 'points' }];
  if (Array.isArray(target.items)) return target.items.flatMap(aimsIn);
  const selectors = listOf(target.selector).map((each) => (isObject(each) ? each : { id: each }));
  return [{ source: idOf(target.source) || idOf(target), selectors, counts: 'points' }];
};

/** An annotation of the W3C's model, which it keeps the MUSTs of. */
const fromModel = (resource: Json, where: string): Given => {
  const motivation = firstText(resource.motivation).replace(/^oa:/, '');
  const bodies = listOf(resource.bodyValue).map((value) => ({ type: 'TextualBody', value }));
  const at = firstText(resource.created) || firstText(resource.modified);
  return {
    id: idOf(resource),
    where,
    motivation,
    says: [...listOf(resource.body), ...bodies].flatMap((body) => saidIn(body, motivation)),
    aims: listOf(resource.target).flatMap(aimsIn),
    author: nameOf(resource.creator),
    ...(at !== '' && { at }),
    resource,
  };
};

/** Annotations that a page or a list has, and the IRIs of those that it only names. */
export interface Listed {
  readonly given: readonly Given[];
  readonly named: readonly string[];
}

/** Annotations of the W3C's model: one, a list, a page, or a collection with its first page in it. */
export const listed = (value: unknown): Listed => {
  if (Array.isArray(value)) return itemsOf(value, '');
  const resource = value as Json;
  const types = typesOf(resource);
  if (types.includes('AnnotationPage')) return itemsOf(resource.items as readonly unknown[], 'items');
  if (!types.includes('AnnotationCollection')) return { given: [fromModel(resource, '')], named: [] };
  const [first] = listOf(resource.first);
  if (!isObject(first)) return { given: [], named: isIri(first) ? [first] : [] };
  const { given, named } = itemsOf(first.items as readonly unknown[], 'first.items');
  return { given, named: [...named, ...listOf(first.next).filter(isIri)] };
};

const itemsOf = (items: readonly unknown[], where: string): Listed => ({
  given: items.flatMap((each, index) => (isObject(each) ? [fromModel(each, `${where}[${index}]`)] : [])),
  named: items.filter(isIri),
});
