import { createRequire } from 'node:module';
import { claimreview } from '../../shared/export/claimreview.ts';
import type { Edition } from '../../shared/export/format.ts';
import { webAnnotation } from '../../shared/export/web-annotation.ts';
import { plainText } from '../../shared/text.ts';
import { ANNO } from './annotations.ts';
import { at, GOOGLE_RECOMMENDED, GOOGLE_REQUIRED, vocabulary } from './claimreview-vocabulary.ts';
import { readMaterial } from './material.ts';
import { hasPython, python } from './python.ts';
import { assertionsOf, brokenBy } from './web-annotation-schemas.ts';

type Json = Readonly<Record<string, unknown>>;

/** What is found wrong with the ClaimReview of editions, by schema.org's vocabulary and by Google's rules: a line each. */
export const reviewFindings = (): ((edition: Edition) => readonly string[]) => {
  const faultsOf = vocabulary();
  return (edition) => {
    const written = claimreview.write(edition) as string;
    const reviews: readonly Json[] = JSON.parse(written)['@graph'];
    const addresses = new Set(reviews.map(({ url }) => url));
    return [
      ...reviews.flatMap(faultsOf),
      ...reviews.flatMap(({ url, ...review }) =>
        [...GOOGLE_REQUIRED, ...GOOGLE_RECOMMENDED]
          .filter((path) => ['', undefined].includes(at({ url, ...review }, path) as string))
          .map((path) => `${url} has no ${path}`),
      ),
      ...reviews.flatMap((review) => numbersWrong(review)),
      ...(addresses.size === reviews.length ? [] : ['two reviews have one address']),
      ...(/<|\u2028|\u2029/.test(written) ? ['it cannot stand in a page as it is'] : []),
    ];
  };
};

/** A rating is within its bounds, by numbers, or has none at all. */
const numbersWrong = (review: Json): readonly string[] => {
  const [value, best, worst] = ['ratingValue', 'bestRating', 'worstRating'].map((key) =>
    at(review, `reviewRating.${key}`),
  );
  if (value === undefined && best === undefined && worst === undefined) return [];
  const isWithin = Number(worst) <= Number(value) && Number(value) <= Number(best) && Number(worst) < Number(best);
  return isWithin ? [] : [`${review.url}: ${value} is not from ${worst} to ${best}`];
};

/** The annotations of an edition as they are written. */
export const writtenAnnotations = (edition: Edition): Json & { readonly first: { readonly items: readonly Json[] } } =>
  JSON.parse(webAnnotation.write(edition) as string);

/** Which MUSTs of the W3C's test suite the annotations of editions break, their collection and its page too. */
export const mustFindings = (): ((edition: Edition) => readonly string[]) => {
  const annotation = assertionsOf('annotations/annotationMusts.test');
  const around = ['collections/collectionMusts.test', 'collections/pages/pageMusts.test'].flatMap(assertionsOf);
  return (edition) => {
    const whole = writtenAnnotations(edition);
    const context = whole['@context'];
    return [
      ...whole.first.items.flatMap((each) => brokenBy({ '@context': context, ...each }, annotation)),
      ...brokenBy(whole, around),
    ];
  };
};

interface Processor {
  expand(document: object, options: object): Promise<readonly object[]>;
}

let context: unknown;

/** Expands a document as a JSON-LD 1.1 processor does; rejects when one of its keys would be dropped. The W3C's context is the one beside us. */
export const expanded = (document: object): Promise<readonly object[]> => {
  const jsonld: Processor = createRequire(import.meta.url)('jsonld');
  context ??= JSON.parse(readMaterial('03-web-annotation/open/jsonld/anno.jsonld'));
  const documentLoader = async (url: string): Promise<object> => {
    if (url !== ANNO) throw new Error(`${url} is not fetched`);
    return { contextUrl: null, documentUrl: url, document: context };
  };
  return jsonld.expand(document, { safe: true, documentLoader });
};

interface Selected {
  readonly start: number;
  readonly end: number;
  readonly exact: string;
}

const selectedIn = (edition: Edition): readonly Selected[] =>
  writtenAnnotations(edition).first.items.flatMap((each) => {
    const selectors = (at(each, 'target.selector') ?? []) as readonly Json[];
    if (!Array.isArray(selectors)) return [];
    const [quote, position] = ['TextQuoteSelector', 'TextPositionSelector'].map((type) =>
      selectors.find((selector) => selector.type === type),
    );
    return quote && position
      ? [{ start: Number(position.start), end: Number(position.end), exact: String(quote.exact) }]
      : [];
  });

const PROGRAM = `
import json, sys
wrong = 0
for each in json.load(sys.stdin):
    for one in each["selected"]:
        wrong += each["text"][one["start"]:one["end"]] != one["exact"]
print(wrong)
`;

/** How many positions of editions are not those of their words, by code points: as Python counts them too, where there is one. */
export const misplaced = (editions: readonly Edition[]): { readonly checked: number; readonly wrong: number } => {
  const all = editions.map((edition) => ({ text: plainText(edition.article.doc).text, selected: selectedIn(edition) }));
  const checked = all.reduce((sum, { selected }) => sum + selected.length, 0);
  const wrong = all.reduce((sum, { text, selected }) => {
    const points = [...text];
    return sum + selected.filter(({ start, end, exact }) => points.slice(start, end).join('') !== exact).length;
  }, 0);
  return { checked, wrong: wrong + (hasPython() ? Number(python(PROGRAM, JSON.stringify(all))) : 0) };
};
