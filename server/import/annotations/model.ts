import {
  type Check,
  fieldsOf,
  iri,
  isIri,
  isObject,
  type Json,
  listOf,
  type ModelFault,
  needs,
  single,
  some,
  string,
  type Tell,
  typesOf,
  wholeNumber,
  within,
} from './checks.ts';
import { COMMON, iriOrObject, resource } from './resources.ts';

/** The context that every annotation, page and collection that stands by itself must name (§3.1). */
export const ANNO = 'http://www.w3.org/ns/anno.jsonld';

const context: Check = (value, where, tell) => {
  if (!listOf(value).includes(ANNO)) tell(where, `"${ANNO}" is expected`, '3.1');
};

const stylesheet: Check = (value, where, tell) => {
  if (isIri(value)) return;
  if (!isObject(value)) tell(where, 'an IRI or a CssStylesheet is expected', '4.4');
  else if ((value.id === undefined) === (value.value === undefined))
    tell(where, 'exactly one of id, value is expected', '4.4');
};

const ANNOTATION = fieldsOf({
  ...COMMON,
  id: single(iri('3.1'), '3.1'),
  body: some(resource('body'), '3.2'),
  bodyValue: single(string('3.2.5'), '3.2.5'),
  target: some(resource('target'), '3.1'),
  motivation: some(string('3.3.5'), '3.3.5'),
  stylesheet: single(stylesheet, '4.4'),
});

const typed = (value: Json, type: string, where: string, tell: Tell, section: string): void => {
  if (!typesOf(value).includes(type)) tell(within(where, 'type'), `"${type}" is expected`, section);
};

/** What must be there where a resource stands by itself: inside another it has that one's context. */
const standing = (value: Json, where: string, tell: Tell, isWithin: boolean): void => {
  if (!isWithin || value['@context'] !== undefined) context(value['@context'], within(where, '@context'), tell);
};

const checkAnnotation = (value: unknown, where: string, tell: Tell, isWithin: boolean): void => {
  if (!isObject(value)) {
    tell(where, 'an annotation is expected', '3.1');
    return;
  }
  standing(value, where, tell, isWithin);
  needs(value, 'id', where, tell, '3.1');
  typed(value, 'Annotation', where, tell, '3.1');
  needs(value, 'target', where, tell, '3.1');
  // An empty list of bodies says that there is none.
  const { body, ...rest } = value;
  ANNOTATION(Array.isArray(body) && body.length === 0 ? rest : value, where, tell);
  if (value.body !== undefined && value.bodyValue !== undefined)
    tell(where, 'has both "body" and "bodyValue"', '3.2.5');
};

const PAGE = fieldsOf({
  ...COMMON,
  id: single(iri('5.2'), '5.2'),
  label: some(string('5.2'), '5.2'),
  partOf: single(iriOrObject('5.2'), '5.2'),
  next: single(iri('5.2'), '5.2'),
  prev: single(iri('5.2'), '5.2'),
  startIndex: single(wholeNumber('5.2'), '5.2'),
});

const checkPage = (value: Json, where: string, tell: Tell, isWithin: boolean): void => {
  standing(value, where, tell, isWithin);
  needs(value, 'id', where, tell, '5.2');
  typed(value, 'AnnotationPage', where, tell, '5.2');
  PAGE(value, where, tell);
  const { items } = value;
  if (!Array.isArray(items)) tell(within(where, 'items'), 'a list of annotations is expected', '5.2');
  else
    for (const [index, each] of items.entries())
      if (!isIri(each)) checkAnnotation(each, `${within(where, 'items')}[${index}]`, tell, true);
};

const COLLECTION = fieldsOf({
  ...COMMON,
  id: single(iri('5.1'), '5.1'),
  label: some(string('5.1'), '5.1'),
  total: single(wholeNumber('5.1'), '5.1'),
  last: single(iriOrObject('5.1'), '5.1'),
});

const checkCollection = (value: Json, tell: Tell): void => {
  standing(value, '', tell, false);
  needs(value, 'id', '', tell, '5.1');
  typed(value, 'AnnotationCollection', '', tell, '5.1');
  COLLECTION(value, '', tell);
  const [first] = listOf(value.first);
  if (isObject(first)) checkPage(first, 'first', tell, true);
  else if (first !== undefined) iri('5.1')(first, 'first', tell);
  else if (Number(listOf(value.total)[0]) > 0) tell('first', 'is expected where there are annotations', '5.1');
};

/** Which MUSTs of the Web Annotation Data Model something breaks, as an annotation, a page, a collection or a list of annotations. */
export const faultsOf = (value: unknown): readonly ModelFault[] => {
  const faults: ModelFault[] = [];
  const tell: Tell = (where, what, section) => void faults.push({ where, what, section });
  const types = isObject(value) ? typesOf(value) : [];
  if (Array.isArray(value))
    for (const [index, each] of value.entries()) checkAnnotation(each, `[${index}]`, tell, false);
  else if (types.includes('AnnotationCollection')) checkCollection(value as Json, tell);
  else if (types.includes('AnnotationPage')) checkPage(value as Json, '', tell, false);
  else checkAnnotation(value, '', tell, false);
  return faults;
};
