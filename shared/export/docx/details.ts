import type { Field, Fields } from '../../fields.ts';
import { Invalid } from '../../parsing.ts';

/** The labels and choices of a field in another language; absent where they are the field's own. */
export interface FieldWords {
  readonly label: string;
  readonly choices?: Readonly<Record<string, string>>;
}

/** The words for the fields of a table in another language, by the field's name. */
export type TableWords = Readonly<Record<string, FieldWords>>;

/** The label of a field, in each language in which it is read. */
export const labelsFor = (
  name: string,
  { label }: Pick<Field<unknown>, 'label'>,
  others: TableWords,
): readonly string[] => {
  const other = others[name]?.label;
  return other === undefined || other === label ? [label] : [label, other];
};

const chosen = (field: Field<unknown>, words: string, other: FieldWords | undefined): string | undefined =>
  [field.choices, other?.choices]
    .flatMap((choices) => Object.entries(choices ?? {}))
    .find(([, label]) => label === words)?.[0];

const meantBy = (field: Field<unknown>, words: string, other: FieldWords | undefined): unknown => {
  if (field.input === 'choice') return chosen(field, words, other);
  if (field.input === 'texts') return words.split(', ');
  return ['line', 'paragraph', 'date', 'address', 'time', 'language'].includes(field.input) ? words : undefined;
};

/** What a field holds that is written as words; nothing where they are none that it can hold. */
export const readField = <T>(field: Field<T>, words: string, other?: FieldWords): T | undefined => {
  try {
    const value = meantBy(field as Field<unknown>, words, other);
    return value === undefined ? undefined : field.parse(value, '');
  } catch (error) {
    if (error instanceof Invalid) return undefined;
    throw error;
  }
};

const labelPattern = (fields: Fields, others: TableWords): string =>
  `(?:${Object.entries(fields)
    .flatMap(([key, field]) => labelsFor(key, field, others))
    .join('|')}): `;

/** Fields of a record in brackets behind what it is called: "Ada (Kind: Person; Role: minister)"; of several texts each by itself. */
export const withDetails = (
  name: string,
  fields: Fields,
  values: Readonly<Record<string, unknown>>,
  others: TableWords,
): string => {
  const label = labelPattern(fields, others);
  // What looks like the beginning of a detail, and is none, gets a space that tells it from one.
  const guard = (words: string, sign: string): string =>
    words.replaceAll(new RegExp(`${sign}( *)(?=${label})`, 'g'), (found) => `${found} `);
  const details = Object.entries(fields).flatMap(([key, field]) => {
    const value = values[key] ?? field.empty;
    const all = field.input === 'texts' ? (value as readonly string[]) : [field.show(value)];
    return all.filter((each) => each !== '').map((each) => `${field.label}: ${guard(each, '; ')}`);
  });
  const called = guard(name, ' \\(');
  return details.length === 0 ? called : `${called} (${details.join('; ')})`;
};

/** A name and the details behind it, as `withDetails` writes them; nothing where they are written otherwise. */
export const readDetails = (
  words: string,
  fields: Fields,
  others: TableWords,
): { readonly name: string; readonly values: Readonly<Record<string, unknown>> } | undefined => {
  const label = labelPattern(fields, others);
  const unguard = (guarded: string, sign: string): string =>
    guarded.replaceAll(new RegExp(`(${sign} *) (?=${label})`, 'g'), '$1');
  const [, name = '', details = ''] = new RegExp(`^(.*?)(?: \\((${label}.*)\\))?$`, 's').exec(words) ?? [];
  const values: Record<string, unknown> = {};
  for (const detail of details === '' ? [] : details.split(new RegExp(`; (?=${label})`))) {
    for (const [key, field] of Object.entries(fields)) {
      const begins = labelsFor(key, field, others).find((each) => detail.startsWith(`${each}: `));
      if (begins === undefined) continue;
      const text = unguard(detail.slice(begins.length + 2), '; ');
      const value = field.input === 'texts' ? [text] : readField(field, text, others[key]);
      if (value === undefined) return undefined;
      values[key] = field.input === 'texts' ? [...((values[key] ?? []) as readonly string[]), text] : value;
      break;
    }
  }
  return { name: unguard(name, ' \\('), values };
};
