/** What a text of a column is, where it is more than words: a moment (ISO 8601, UTC), a day, a month or a year, or an address. */
export type CellType = 'time' | 'day' | 'address';

/** A column of a table; an empty text is an empty cell. */
export interface Column<Row> {
  readonly label: string;
  readonly as?: CellType;
  readonly value: (row: Row) => string | number;
}

/** A table that is filled in: what its columns are, and the values of each row. */
export interface Table {
  readonly name: string;
  readonly columns: readonly Omit<Column<never>, 'value'>[];
  readonly rows: readonly (readonly (string | number)[])[];
}

/** A table of some things, a row each. */
export const tableOf = <Row>(name: string, columns: readonly Column<Row>[], rows: readonly Row[]): Table => ({
  name,
  columns,
  rows: rows.map((row) => columns.map(({ value }) => value(row))),
});
