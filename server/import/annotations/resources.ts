import {
  among,
  type Check,
  type Fields,
  fieldsOf,
  iri,
  isIri,
  isObject,
  type Json,
  moment,
  needs,
  single,
  some,
  string,
  type Tell,
  typesOf,
  within,
} from './checks.ts';
import { checkSelector, checkState } from './selectors.ts';

/** As what a resource stands in an annotation. */
type Role = 'body' | 'target';

/** An agent by its IRI or as an object (§3.3.2). */
const agent: Check = (value, where, tell) => {
  if (isIri(value)) return;
  if (!isObject(value)) tell(where, 'an IRI or an object that describes somebody is expected', '3.3.1');
  else
    fieldsOf({
      id: single(iri('3.3.2'), '3.3.2'),
      name: some(string('3.3.2'), '3.3.2'),
      nickname: single(string('3.3.2'), '3.3.2'),
      homepage: some(iriOrObject('3.3.2'), '3.3.2'),
    })(value, where, tell);
};

/** Something by its IRI, or described. */
export const iriOrObject =
  (section: string): Check =>
  (value, where, tell) => {
    if (!isObject(value)) iri(section)(value, where, tell);
  };

/** What annotations, bodies and targets alike may say of themselves (§3.3). */
export const COMMON: Fields = {
  creator: some(agent, '3.3.1'),
  generator: some(agent, '3.3.1'),
  created: single(moment('3.3.1'), '3.3.1'),
  modified: single(moment('3.3.1'), '3.3.1'),
  generated: single(moment('3.3.1'), '3.3.1'),
  audience: some(iriOrObject('3.3.3'), '3.3.3'),
  accessibility: some(string('3.3.4'), '3.3.4'),
  rights: some(iri('3.3.6'), '3.3.6'),
  canonical: single(iri('3.3.7'), '3.3.7'),
  via: some(iri('3.3.7'), '3.3.7'),
};

const RESOURCE: Fields = {
  ...COMMON,
  id: single(iri('3.2.1'), '3.2.1'),
  type: some(string('3.2.2'), '3.2.2'),
  format: some(string('3.2.1'), '3.2.1'),
  language: some(string('3.2.1'), '3.2.1'),
  processingLanguage: single(string('3.2.1'), '3.2.1'),
  textDirection: among(['ltr', 'rtl', 'auto'], '3.2.1'),
  purpose: some(string('3.3.5'), '3.3.5'),
};

const checkResource = fieldsOf(RESOURCE);

/** The types of which one resource stands for several (§3.2.7, and the sets of earlier drafts). */
const SETS = ['Choice', 'List', 'Composite', 'Independents'] as const;

const setsOf = (value: Json): readonly string[] =>
  typesOf(value).filter((type) => (SETS as readonly string[]).includes(type));

const without = (value: Json, keys: readonly string[], what: string, where: string, tell: Tell, section: string) => {
  for (const key of keys) if (value[key] !== undefined) tell(within(where, key), `does not belong on ${what}`, section);
};

const checkSet = (value: Json, role: Role, where: string, tell: Tell): void => {
  const { items } = value;
  if (setsOf(value).length !== 1) tell(within(where, 'type'), `exactly one of ${SETS.join(', ')} is expected`, '3.2.7');
  without(value, ['source', 'value', 'purpose'], 'a choice', where, tell, '3.2.7');
  if (!Array.isArray(items) || items.length === 0)
    tell(within(where, 'items'), 'a list of some items is expected', '3.2.7');
  else for (const [index, each] of items.entries()) checkOne(each, role, `${where}.items[${index}]`, tell);
};

const SPECIFIC = fieldsOf({
  selector: some(checkSelector, '4.2'),
  state: some(checkState, '4.3'),
  styleClass: some(string('4.4'), '4.4'),
  renderedVia: some(iriOrObject('4.5'), '4.5'),
  scope: some(iriOrObject('4.6'), '4.6'),
});

const checkSource: Check = (value, where, tell) => {
  if (isIri(value)) return;
  if (!isObject(value)) {
    tell(where, 'exactly one IRI, or an object with an "id", is expected', '4');
    return;
  }
  needs(value, 'id', where, tell, '4');
  checkResource(value, where, tell);
  without(value, ['items', 'purpose'], 'a resource of the web', where, tell, '3.2.7');
};

const checkSpecific = (value: Json, where: string, tell: Tell): void => {
  if (needs(value, 'source', where, tell, '4')) checkSource(value.source, within(where, 'source'), tell);
  without(value, ['value', 'items'], 'a specific resource', where, tell, '4');
  SPECIFIC(value, where, tell);
};

const checkText = (value: Json, where: string, tell: Tell): void => {
  if (needs(value, 'value', where, tell, '3.2.4')) string('3.2.4')(value.value, within(where, 'value'), tell);
  without(value, ['items', 'source'], 'a textual body', where, tell, '3.2.4');
};

const isText = (value: Json): boolean => value.value !== undefined || typesOf(value).includes('TextualBody');

const checkOne = (value: unknown, role: Role, where: string, tell: Tell): void => {
  if (isIri(value)) return;
  if (!isObject(value)) {
    tell(where, `the IRI of a ${role}, or an object that describes it, is expected`, '3.2');
    return;
  }
  checkResource(value, where, tell);
  if (setsOf(value).length > 0 || (value.items !== undefined && value.id === undefined && value.source === undefined))
    checkSet(value, role, where, tell);
  else if (value.source !== undefined || typesOf(value).includes('SpecificResource')) checkSpecific(value, where, tell);
  else if (role === 'body' && isText(value)) checkText(value, where, tell);
  else if (role === 'target' && typesOf(value).includes('TextualBody'))
    tell(where, 'a textual body is no target', '3.2.4');
  else if (value.id === undefined)
    tell(where, `has neither "id" nor "source"${role === 'body' ? ' nor "value"' : ''}`, '3.2');
  else without(value, ['items', 'purpose'], 'a resource of the web', where, tell, '3.3.5');
};

/** A body or a target of an annotation (§3.2, §4). */
export const resource =
  (role: Role): Check =>
  (value, where, tell) =>
    checkOne(value, role, where, tell);
