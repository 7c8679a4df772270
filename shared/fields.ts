import {
  address,
  choice,
  date,
  filledText,
  Invalid,
  identifier,
  language,
  list,
  own,
  type Parse,
  record,
  text,
} from './parsing.ts';

/** How a form asks for a field. */
export type Input =
  | 'line'
  | 'paragraph'
  | 'date'
  /** A moment or a stretch of a recording. */
  | 'time'
  | 'address'
  | 'choice'
  | 'attribution'
  | 'switch'
  | 'scale'
  | 'types'
  | 'hedges'
  /** A place in a frozen copy. */
  | 'pin'
  /** A formula with its inputs. */
  | 'calculation'
  /** Several short texts. */
  | 'texts'
  /** The id of a reviewer; shown by name. */
  | 'reviewer'
  /** The id of another claim of the article. */
  | 'claim'
  /** Who sees the record. */
  | 'visibility'
  /** A language as BCP 47 writes it. */
  | 'language'
  /** Other sources of the article, by id. */
  | 'sources';

/**
 * All there is to know about one field of a record: the parser, the form, the CSV column and the JSON key follow from it.
 * An absent field and an empty one are the same.
 */
export interface Field<T> {
  readonly label: string;
  readonly input: Input;
  readonly parse: Parse<T>;
  readonly empty: T;
  /** The value as one line of text, for tables and for reading aloud. */
  readonly show: (value: T) => string;
  /** For a choice: its values with their labels. */
  readonly choices?: Readonly<Record<string, string>>;
  /** What a person may want to know before filling it in. */
  readonly hint?: string;
}

/** A field with one value of a small table. */
export interface Choice<T, K extends string> extends Field<T> {
  readonly choices: Readonly<Record<K, string>>;
}

// biome-ignore lint/suspicious/noExplicitAny: a register holds fields of every type; ValuesOf gives each its own back.
export type Fields = Readonly<Record<string, Field<any>>>;

/** The values of a table of fields, all of them there. */
export type ValuesOf<F extends Fields> = { readonly [K in keyof F]: F[K] extends Field<infer T> ? T : never };

const asIs = (value: string): string => value;

type Hint = string | undefined;

type Hinted<F, H extends Hint> = F & (H extends string ? { readonly hint: string } : unknown);

/** A field that has a hint where one is given; its type says whether it has. */
const hinted = <T, H extends Hint>(field: Field<T>, hint: H): Hinted<Field<T>, H> =>
  (hint === undefined ? field : { ...field, hint }) as Hinted<Field<T>, H>;

/** One line of text. */
export const line = <H extends Hint = undefined>(label: string, limit = 500, hint?: H): Hinted<Field<string>, H> =>
  hinted({ label, input: 'line', parse: text(limit), empty: '', show: asIs }, hint as H);

/** Several lines of text. */
export const paragraph = <H extends Hint = undefined>(
  label: string,
  limit = 5_000,
  hint?: H,
): Hinted<Field<string>, H> => ({
  ...line(label, limit, hint),
  input: 'paragraph',
});

/** A day, a month or a year. */
export const day = (label: string): Field<string> => ({ label, input: 'date', parse: date, empty: '', show: asIs });

/** The address of a page. */
export const link = (label: string): Field<string> => ({
  label,
  input: 'address',
  parse: address,
  empty: '',
  show: asIs,
});

/** The language that something is in, as BCP 47 writes it: `de`, `zh-Hant`. */
export const languageTag = <H extends Hint = undefined>(label: string, hint?: H): Hinted<Field<string>, H> =>
  hinted({ label, input: 'language', parse: language, empty: '', show: asIs }, hint as H);

/** One value of a small table; empty when not chosen. */
export const oneOf = <K extends string>(label: string, choices: Readonly<Record<K, string>>): Choice<K | '', K> => ({
  label,
  input: 'choice',
  parse: (value, where) => (value === '' ? '' : choice(choices)(value, where)),
  empty: '',
  show: (value) => (value === '' ? '' : choices[value]),
  choices,
});

/** Several short texts, such as tags; none is empty, and none stands there twice. */
export const texts = <H extends Hint = undefined>(
  label: string,
  each: number,
  limit: number,
  hint?: H,
): Hinted<Field<readonly string[]>, H> =>
  hinted<readonly string[], H>(
    {
      label,
      input: 'texts',
      parse: (value, where) => [...new Set(list(filledText(each), limit)(value, where))],
      empty: [],
      show: (items) => items.join(', '),
    },
    hint as H,
  );

const idOr = (input: 'reviewer' | 'claim', label: string): Field<string> => ({
  label,
  input,
  parse: (value, where) => (value === '' ? '' : identifier(value, where)),
  empty: '',
  show: asIs,
});

/** Somebody who works on the article, by id; empty for nobody. */
export const reviewer = (label: string): Field<string> => idOr('reviewer', label);

/** Another claim of the article, by id; empty for none. */
export const claimIn = (label: string): Field<string> => idOr('claim', label);

/** Reads some fields of a table; a key that the table does not have is refused. */
export const parseSome =
  <F extends Fields>(fields: F): Parse<Partial<ValuesOf<F>>> =>
  (value, where) => {
    const given = record(value, where);
    const read: Record<string, unknown> = {};
    for (const key of Object.keys(given)) {
      const field = Object.hasOwn(fields, key) ? fields[key] : undefined;
      if (!field)
        throw new Invalid(`${where}.${key}`, `there is no such field; there are ${Object.keys(fields).join(', ')}`);
      read[key] = field.parse(own(given, key), `${where}.${key}`);
    }
    return read as Partial<ValuesOf<F>>;
  };

/** Every field of a table, the given values where there are some and empty ones elsewhere. */
export const withEmpty = <F extends Fields>(fields: F, values: Partial<ValuesOf<F>>): ValuesOf<F> => {
  const all: Record<string, unknown> = {};
  for (const key of Object.keys(fields)) all[key] = values[key] ?? fields[key]?.empty;
  return all as ValuesOf<F>;
};

/** Of a record, the values of the fields that are named. */
export const someOf = <T extends object>(from: T, named: Partial<T>): Partial<T> =>
  Object.fromEntries(Object.keys(named).map((key) => [key, from[key as keyof T]])) as Partial<T>;
