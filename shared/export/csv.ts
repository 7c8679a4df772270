import { COLUMNS, rowsOf } from './columns.ts';
import { disarmed } from './disarmed.ts';
import type { Format } from './format.ts';
import { noPlaceFor } from './losses.ts';

const cellOf = (value: string | number): string => {
  if (value === '' || typeof value === 'number') return String(value);
  return `"${disarmed(value).replaceAll('"', '""')}"`;
};

const lineOf = (cells: readonly (string | number)[]): string => `${cells.map(cellOf).join(',')}\r\n`;

/**
 * A row a claim (RFC 4180: commas, CRLF, every text in quotes), in UTF-8 with a byte order mark, so that Excel reads it right.
 * Texts are disarmed; `rearmed` gives them back.
 */
export const csv: Format = {
  label: 'Spreadsheet (CSV): a row a claim',
  mediaType: 'text/csv; charset=utf-8; header=present',
  extension: 'csv',
  purpose: 'office',
  audience: 'desk',
  write: (edition) => {
    const rows = rowsOf(edition).map((row) => COLUMNS.map((column) => column.value(row)));
    return `\ufeff${[COLUMNS.map((column) => column.label), ...rows].map(lineOf).join('')}`;
  },
  losses: (edition) =>
    noPlaceFor('CSV', edition, [
      'text',
      'attributionDetails',
      'sourceOrigins',
      'sourceDetails',
      'unusedSources',
      'otherVerdicts',
      'rationaleForm',
      'threads',
      'corrections',
      'asides',
      'contacts',
      'workSteps',
    ]),
};
