import type { Claim } from '../../claim.ts';
import type { Fields, ValuesOf } from '../../fields.ts';
import { type Edition, nameOf } from '../format.ts';
import type { Column } from '../table.ts';

/** What the text of a field is, where it is more than words. */
const AS = { date: 'day', address: 'address' } as const;

/** A column for each field of a record, as its table of fields says. */
export const fieldColumns = <F extends Fields, Row>(fields: F, of: (row: Row) => ValuesOf<F>): readonly Column<Row>[] =>
  Object.entries(fields).map(([key, { label, input, show }]) => {
    const as = AS[input as keyof typeof AS];
    return { label, ...(as && { as }), value: (row) => show(of(row)[key]) };
  });

/** The records that were not withdrawn. */
export const standing = <T extends { readonly withdrawn?: unknown }>(records: Iterable<T>): readonly T[] =>
  [...records].filter(({ withdrawn }) => !withdrawn);

/** A record with the edition it is of. */
export type Of<T> = T & { readonly edition: Edition };

/** What a row says of the claim it belongs to. */
export const claimColumns = <Row extends { readonly edition: Edition }>(
  idOf: (row: Row) => string | undefined,
): readonly Column<Row>[] => {
  const claimOf = (row: Row): Claim | undefined => row.edition.article.claims.get(idOf(row) ?? '');
  return [
    { label: 'Claim', value: (row) => idOf(row) ?? '' },
    { label: 'Statement or words', value: (row) => claimOf(row)?.statement || (claimOf(row)?.quote.exact ?? '') },
  ];
};

/** Who did something, and when. */
export const signature = <Row extends { readonly edition: Edition }>(
  by: readonly [string, (row: Row) => string],
  at: readonly [string, (row: Row) => string],
): readonly Column<Row>[] => [
  { label: by[0], value: (row) => nameOf(row.edition, by[1](row)) },
  { label: at[0], as: 'time', value: at[1] },
];
