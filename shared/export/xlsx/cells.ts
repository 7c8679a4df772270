import { disarmed } from '../disarmed.ts';
import { BEYOND_XML, escaped } from '../ooxml/xml.ts';
import type { CellType } from '../table.ts';

/** The longest text that a cell holds, in UTF-16 units. */
export const CELL_LIMIT = 32_767;

const CUT = ' […]';

const hex = (sign: string): string => `_x${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;

/** A text as it stands in a workbook: what XML cannot hold, and what looks like that, as `_xHHHH_` (ECMA-376, Part 1, §22.4.2.4, bstr). */
export const cellText = (text: string): string =>
  escaped(
    text
      .toWellFormed()
      .replaceAll(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_')
      .replaceAll(BEYOND_XML, hex)
      .replaceAll('\r', '_x000D_'),
  );

/** A text as long as a cell may be; `isCut` when it was longer. */
export const fitting = (text: string): { readonly text: string; readonly isCut: boolean } => {
  const safe = disarmed(text);
  if (safe.length <= CELL_LIMIT) return { text: safe, isCut: false };
  const kept = safe.slice(0, CELL_LIMIT - CUT.length).replace(/[\ud800-\udbff]$/, '');
  return { text: `${kept}${CUT}`, isCut: true };
};

const DAY = 86_400_000;

/** The first day that every spreadsheet counts alike: before it Excel has a 29 February 1900. */
const FIRST = Date.UTC(1900, 2, 1);

/** The days since the end of 1899 (1900 date system, §18.17.4.1); nothing for what is no whole day, no moment, or before March 1900. */
export const serialOf = (text: string, as: CellType | undefined): number | undefined => {
  const pattern = as === 'day' ? /^\d{4}-\d\d-\d\d$/ : as === 'time' ? /^\d{4}-\d\d-\d\dT.*Z$/ : undefined;
  if (!pattern?.test(text)) return undefined;
  const time = Date.parse(text);
  return time >= FIRST && time < Date.UTC(10_000, 0) ? (time - Date.UTC(1899, 11, 30)) / DAY : undefined;
};
