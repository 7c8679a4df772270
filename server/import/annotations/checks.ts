/** What breaks a MUST of the Web Annotation Data Model (W3C, 2017): where in the annotation, what, and the section that says so. */
export interface ModelFault {
  readonly where: string;
  readonly what: string;
  readonly section: string;
}

/** Takes a fault in. */
export type Tell = (where: string, what: string, section: string) => void;

/** Looks at one value and tells what is wrong with it. */
export type Check = (value: unknown, where: string, tell: Tell) => void;

export type Json = Readonly<Record<string, unknown>>;

export const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** One value or several as a list; nothing where there is none. */
export const listOf = (value: unknown): readonly unknown[] => {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
};

/** The types that something says of itself. */
export const typesOf = (value: Json): readonly string[] =>
  listOf(value.type).filter((each): each is string => typeof each === 'string');

/** Whether a text is an absolute IRI (RFC 3987): a scheme, and nothing in it that would have to be escaped. */
export const isIri = (value: unknown): value is string =>
  typeof value === 'string' && /^[a-z][a-z0-9+.-]*:[^\s<>"{}|\\^`\p{Cc}]+$/iu.test(value);

const shown = (value: unknown): string => {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
};

const oneOf =
  (is: (value: unknown) => boolean, what: string, section: string): Check =>
  (value, where, tell) => {
    if (!is(value)) tell(where, `${what} is expected, not ${shown(value)}`, section);
  };

export const iri = (section: string): Check => oneOf(isIri, 'an IRI', section);

export const string = (section: string): Check => oneOf((value) => typeof value === 'string', 'a text', section);

export const wholeNumber = (section: string): Check =>
  oneOf((value) => Number.isSafeInteger(value) && (value as number) >= 0, 'a whole number from 0', section);

const TIME = /^-?\d{4,}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)?$/i;

/** A moment as xsd:dateTime has it. The model asks for UTC as `Z`; an offset says no less, so it is taken too. */
export const moment = (section: string): Check =>
  oneOf(
    (value) => typeof value === 'string' && TIME.test(value) && !Number.isNaN(Date.parse(value)),
    'a date and time such as 2026-03-01T09:00:00Z',
    section,
  );

export const among = (names: readonly string[], section: string): Check =>
  oneOf((value) => names.includes(value as string), `one of ${names.join(', ')}`, section);

/** Any of several values, at least one. */
export const some =
  (check: Check, section: string): Check =>
  (value, where, tell) => {
    if (!Array.isArray(value)) check(value, where, tell);
    else if (value.length === 0) tell(where, 'is empty', section);
    else for (const [index, each] of value.entries()) check(each, `${where}[${index}]`, tell);
  };

/** One value, by itself or as a list of one. */
export const single =
  (check: Check, section: string): Check =>
  (value, where, tell) => {
    if (!Array.isArray(value)) check(value, where, tell);
    else if (value.length === 1) check(value[0], `${where}[0]`, tell);
    else tell(where, `exactly one is expected, not ${value.length}`, section);
  };

/** A field of an object by the name of its key, and how it is checked where it is there. */
export type Fields = Readonly<Record<string, Check>>;

/** The path of a field; the outermost object has no name. */
export const within = (where: string, key: string): string => (where === '' ? key : `${where}.${key}`);

/** Checks the fields that are there; a key that the model does not know is somebody's extension, and nothing is said of it. */
export const fieldsOf =
  (fields: Fields): ((value: Json, where: string, tell: Tell) => void) =>
  (value, where, tell) => {
    for (const [key, check] of Object.entries(fields))
      if (value[key] !== undefined) check(value[key], within(where, key), tell);
  };

/** That a key is there. */
export const needs = (value: Json, key: string, where: string, tell: Tell, section: string): boolean => {
  if (value[key] !== undefined) return true;
  tell(where, `has no "${key}"`, section);
  return false;
};

/** Whether a value is a key of a table. */
export const isOfKey = <K extends string>(table: Readonly<Record<K, unknown>>, value: unknown): value is K =>
  typeof value === 'string' && Object.hasOwn(table, value);
