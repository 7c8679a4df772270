import type { Field } from './fields.ts';
import { Invalid, identifier, integer, type Parse, record, text } from './parsing.ts';
import { parseQuote, type Quote } from './quote.ts';

/** A cell of a table of a page: the table's number in it, from 1, and what heads its row and its column. */
export interface Cell {
  readonly table: number;
  /** Empty where nothing does. */
  readonly row: string;
  readonly column: string;
}

/** Where in a frozen copy a passage stands: as safe from the page as from the copy, since either can be asked whether it holds. */
export interface Pin {
  /** The id of the capture. */
  readonly capture: string;
  /** Of the capture's bytes, in hex: the log vouches for what was seen (T9). */
  readonly sha256: string;
  /** Empty words only where a whole page is meant that has none. */
  readonly quote: Quote;
  /** Where the quote begins in the readable text, in UTF-16 units. */
  readonly start: number;
  /** The page of the copy on which it begins, from 1; absent where the copy has no pages. */
  readonly page?: number;
  /** All of that page is meant, its pictures too. */
  readonly isWholePage?: true;
  /** The cell in which it stands; absent where it does not stand in one. */
  readonly cell?: Cell;
}

const HEADING = 500;

const parseCell: Parse<Cell> = (value, where) => {
  const fields = record(value, where);
  return {
    table: integer(1)(fields.table, `${where}.table`),
    row: text(HEADING)(fields.row ?? '', `${where}.row`),
    column: text(HEADING)(fields.column ?? '', `${where}.column`),
  };
};

const parsePin: Parse<Pin> = (value, where) => {
  const fields = record(value, where);
  const sha256 = text(64)(fields.sha256, `${where}.sha256`);
  if (!/^[0-9a-f]{64}$/.test(sha256)) throw new Invalid(`${where}.sha256`, 'a SHA-256 in hex is expected');
  const quote = parseQuote(fields.quote, `${where}.quote`);
  const page = fields.page === undefined ? undefined : integer(1)(fields.page, `${where}.page`);
  const isWholePage = page !== undefined && fields.isWholePage === true;
  if (quote.exact.trim() === '' && !isWholePage) throw new Invalid(`${where}.quote.exact`, 'may not be empty');
  return {
    capture: identifier(fields.capture, `${where}.capture`),
    sha256,
    quote,
    start: integer(0)(fields.start, `${where}.start`),
    ...(page !== undefined && { page }),
    ...(isWholePage && { isWholePage }),
    ...(fields.cell !== undefined && { cell: parseCell(fields.cell, `${where}.cell`) }),
  };
};

/** Where a pin is, besides its words, such as "p. 4" or "Table 2, row Total, column 2024"; empty where only words say it. */
export const placeInWords = ({ page, cell }: Pin): string =>
  [
    ...(page === undefined ? [] : [`p. ${page}`]),
    ...(cell ? [`Table ${cell.table}`] : []),
    ...(cell?.row ? [`row ${cell.row}`] : []),
    ...(cell?.column ? [`column ${cell.column}`] : []),
  ].join(', ');

/** A place in a frozen copy; empty for none. */
export const pinned = (label: string): Field<Pin | ''> => ({
  label,
  input: 'pin',
  parse: (value, where) => (value === '' ? '' : parsePin(value, where)),
  empty: '',
  show: (pin) => (pin === '' ? '' : pin.quote.exact || placeInWords(pin)),
});
