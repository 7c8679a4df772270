import type { Field, Fields } from '../../shared/fields.ts';
import { messageFor } from './index.ts';

/** A table of fields that both sides share, as the catalogue calls it. */
export type TableName =
  | 'claim'
  | 'claimant'
  | 'source'
  | 'evidence'
  | 'contact'
  | 'question'
  | 'answer'
  | 'attempt'
  | 'setting';

const wordedField = <T>(prefix: string, field: Field<T>): Field<T> => {
  const { label, hint, choices } = field;
  const said = (id: string, otherwise: string): string => messageFor(`${prefix}.${id}`) ?? otherwise;
  const labels = choices && Object.fromEntries(Object.entries(choices).map(([id, words]) => [id, said(id, words)]));
  return {
    ...field,
    label: messageFor(prefix) ?? label,
    ...(hint !== undefined && { hint: said('hint', hint) }),
    ...(labels && {
      choices: labels,
      show: (value) => labels[Array.isArray(value) ? 'named' : String(value)] ?? field.show(value),
    }),
  };
};

/** The same fields with their labels in the language of the screen; what a desk added to a table stays as it wrote it. */
export const worded = <F extends Fields>(table: TableName, fields: F): F =>
  Object.fromEntries(
    Object.entries(fields).map(([name, field]) => [name, wordedField(`field.${table}.${name}`, field)]),
  ) as unknown as F;
