import { titleOf } from '../schema.ts';
import { addressOf, CONTEXT, type Json } from './annotations/annotation.ts';
import { annotationsOf } from './annotations.ts';
import type { Edition, Format } from './format.ts';
import { noPlaceFor } from './losses.ts';
import { selectionInWords } from './selected.ts';
import { webAddress } from './web-address.ts';

/** So many annotations a page, where a collection is read page by page. */
const PAGE_SIZE = 100;

const collectionOf = (edition: Edition, total: number): Json => {
  const homepage = webAddress(edition.desk.url);
  return {
    id: addressOf(edition),
    type: 'AnnotationCollection',
    label: titleOf(edition.article.doc),
    creator: { type: 'Organization', name: edition.desk.name, ...(homepage !== '' && { homepage }) },
    generated: edition.exportedAt,
    total,
    'touchstone:version': edition.article.version,
    ...(edition.selection && { 'touchstone:selection': selectionInWords(edition) }),
  };
};

const pageAddress = (edition: Edition, page: number): string => addressOf(edition, 'pages', String(page));

/** The collection of an article's annotations, to be read page by page (§5.1). */
export const collection = (edition: Edition): Json => {
  const total = annotationsOf(edition).length;
  const last = Math.max(1, Math.ceil(total / PAGE_SIZE));
  return {
    '@context': CONTEXT,
    ...collectionOf(edition, total),
    first: pageAddress(edition, 1),
    last: pageAddress(edition, last),
  };
};

/** One page of the collection, from 1 (§5.2); nothing where there is none. */
export const page = (edition: Edition, number: number): Json | undefined => {
  const items = annotationsOf(edition);
  const last = Math.max(1, Math.ceil(items.length / PAGE_SIZE));
  if (!Number.isInteger(number) || number < 1 || number > last) return undefined;
  const startIndex = (number - 1) * PAGE_SIZE;
  return {
    '@context': CONTEXT,
    id: pageAddress(edition, number),
    type: 'AnnotationPage',
    partOf: collectionOf(edition, items.length),
    startIndex,
    ...(number > 1 && { prev: pageAddress(edition, number - 1) }),
    ...(number < last && { next: pageAddress(edition, number + 1) }),
    items: items.slice(startIndex, startIndex + PAGE_SIZE),
  };
};

/** The annotation at an address, as it stands by itself; nothing where there is none. */
export const annotationAt = (edition: Edition, ...path: readonly string[]): Json | undefined => {
  const id = addressOf(edition, ...path);
  const found = annotationsOf(edition).find((each) => each.id === id);
  return found && { '@context': CONTEXT, ...found };
};

/**
 * W3C Web Annotation Data Model: a collection with one page, an annotation for each act. Marking a claim is `identifying` and
 * targets the article; its tags `tagging`, attaching evidence `linking`, giving a verdict `assessing` and the rationale `describing`, and these target
 * the annotation of the claim as it was then. What somebody answered who was asked is `replying` to
 * it, as far as it may be printed. A thread is `questioning` or `commenting` with its answers `replying`, a suggested
 * correction `editing`. Positions count Unicode code points of the article's plain text at `touchstone:version`. Where a claim's
 * words have changed, the selectors are those of the words now, and `touchstone:marked` has them as they were marked.
 */
export const webAnnotation: Format = {
  label: 'Web Annotation (W3C): claims, evidence, verdicts and discussion',
  mediaType: 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"',
  extension: 'jsonld',
  purpose: 'data',
  audience: 'public',
  write: (edition) => {
    const items = annotationsOf(edition);
    const whole = collectionOf(edition, items.length);
    const first = {
      id: addressOf(edition, 'pages', 'all'),
      type: 'AnnotationPage',
      partOf: whole.id,
      startIndex: 0,
      items,
    };
    return JSON.stringify({ '@context': CONTEXT, ...whole, first }, null, 2);
  },
  losses: (edition) =>
    noPlaceFor('Web Annotation', edition, [
      'text',
      'attributionDetails',
      'sourceOrigins',
      'sourceDetails',
      'unusedSources',
      'rationaleForm',
      'resolutions',
      'asides',
      'contacts',
      'workSteps',
    ]),
};
