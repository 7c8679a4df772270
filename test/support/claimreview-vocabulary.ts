import { readMaterial } from './material.ts';

/** Where schema.org's own vocabulary is, beside the repository. */
export const VOCABULARY = '04-claimreview/open/schema.org-30.0/schemaorg-all-https.jsonld.gz';

interface Term {
  readonly '@id': string;
  readonly 'rdfs:subClassOf'?: Reference;
  readonly 'schema:domainIncludes'?: Reference;
  readonly 'schema:rangeIncludes'?: Reference;
}

type Reference = { readonly '@id': string } | readonly { readonly '@id': string }[] | undefined;

type Thing = Readonly<Record<string, unknown>>;

const named = (reference: Reference): readonly string[] => [reference ?? []].flat().map((each) => each['@id']);

const DATE = /^\d{4}(-\d{2}(-\d{2}(T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2}))?)?)?$/;

/** What a plain value must be to be of a data type; Text takes everything that is text. */
const VALUES: Readonly<Record<string, (value: unknown) => boolean>> = {
  'schema:Text': (value) => typeof value === 'string',
  'schema:URL': (value) => typeof value === 'string' && /^https?:\/\/\S+$/.test(value) && URL.canParse(value),
  'schema:Number': (value) => typeof value === 'number',
  'schema:Date': (value) => typeof value === 'string' && DATE.test(value),
  'schema:DateTime': (value) => typeof value === 'string' && DATE.test(value),
};

/** Checks things against schema.org's vocabulary: that every type and property exists, belongs there and has a value it may have. */
export const vocabulary = (): ((thing: Thing) => readonly string[]) => {
  const graph: readonly Term[] = JSON.parse(readMaterial(VOCABULARY))['@graph'];
  const terms = new Map(graph.map((term) => [term['@id'], term]));
  const kindsOf = (type: string): readonly string[] => [
    type,
    ...named(terms.get(type)?.['rdfs:subClassOf']).flatMap(kindsOf),
  ];

  const faultsOf = (thing: Thing, where: string): readonly string[] => {
    const type = `schema:${thing['@type']}`;
    if (!terms.has(type)) return [`${where}: there is no type ${type}`];
    const kinds = kindsOf(type);
    return Object.entries(thing).flatMap(([key, value]) => {
      if (key.startsWith('@')) return [];
      const property = terms.get(`schema:${key}`);
      const place = `${where}.${key}`;
      if (!property) return [`${place}: there is no such property`];
      if (!named(property['schema:domainIncludes']).some((each) => kinds.includes(each)))
        return [`${place}: is no property of ${type}`];
      const range = named(property['schema:rangeIncludes']);
      return [value].flat().flatMap((each, index) => faultsOfValue(each, range, `${place}[${index}]`));
    });
  };

  const faultsOfValue = (value: unknown, range: readonly string[], where: string): readonly string[] => {
    if (typeof value !== 'object' || value === null)
      return range.some((each) => VALUES[each]?.(value)) ? [] : [`${where}: ${value} is none of ${range.join(', ')}`];
    const kinds = kindsOf(`schema:${(value as Thing)['@type']}`);
    const fits = range.some((each) => kinds.includes(each));
    return [
      ...(fits ? [] : [`${where}: ${kinds[0]} is none of ${range.join(', ')}`]),
      ...faultsOf(value as Thing, where),
    ];
  };

  return (thing) => faultsOf(thing, String(thing['@type']));
};

/** What Google asks of a fact check, read off its page "Fact check (ClaimReview) structured data": paths that must be there. */
export const GOOGLE_REQUIRED = ['claimReviewed', 'reviewRating', 'reviewRating.alternateName', 'url'] as const;

/** And what it recommends, as far as we always have it. */
export const GOOGLE_RECOMMENDED = ['author', 'author.name', 'author.url', 'datePublished', 'itemReviewed'] as const;

/** What stands at a path of a thing. */
export const at = (thing: unknown, path: string): unknown =>
  path.split('.').reduce<unknown>((current, key) => (current as Thing | undefined)?.[key], thing);
