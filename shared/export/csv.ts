import { COLUMNS, rowsOf } from './columns.ts';
import type { Format } from './format.ts';
import { noPlaceFor } from './losses.ts';

/** What makes a spreadsheet calculate where a text begins, full-width and small forms too, behind white space or nothing visible. */
const FORMULA = String.raw`'*(?:(?![\t\r\n])[\p{Z}\p{Cc}\p{Cf}])*(?:[=+\-@＝＋－＠﹦﹢﹣﹫]|DDE\s*\()`;

/** A cell begins at its first character; and, for a reader that takes other separators than ours, behind each of those. */
const ARMED = new RegExp(String.raw`^(?='*[\t\r\n])|(?<=^|[;\t\r\n])(?=${FORMULA})`, 'giu');
const DISARMED = new RegExp(String.raw`^'(?='*[\t\r\n])|(?<=^|[;\t\r\n])'(?=${FORMULA})`, 'giu');

/** A text that no spreadsheet takes for a formula: an apostrophe before whatever could be one (OWASP, CSV Injection). */
export const disarmed = (text: string): string => text.replaceAll(ARMED, "'");

/** The text that was disarmed: one apostrophe before whatever could be a formula was put there by us, so nothing is lost. */
export const rearmed = (text: string): string => text.replaceAll(DISARMED, '');

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
  audience: 'desk',
  write: (edition) => {
    const rows = rowsOf(edition).map((row) => COLUMNS.map((column) => column.value(row)));
    return `\ufeff${[COLUMNS.map((column) => column.label), ...rows].map(lineOf).join('')}`;
  },
  losses: (edition) =>
    noPlaceFor('CSV', edition, [
      'text',
      'withdrawnClaims',
      'attributionDetails',
      'evidenceDetails',
      'calculationInputs',
      'withdrawnEvidence',
      'sourceOrigins',
      'sourceDetails',
      'unusedSources',
      'otherVerdicts',
      'rationaleForm',
      'withdrawnVerdicts',
      'threads',
      'withdrawnMessages',
      'corrections',
      'withdrawnCorrections',
      'asides',
      'removals',
      'contacts',
      'withdrawnContacts',
      'withdrawnDecisions',
      'workSteps',
      'settings',
      'history',
    ]),
};
