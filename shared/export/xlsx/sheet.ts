import type { Relation } from '../ooxml/package.ts';
import { tag } from '../ooxml/xml.ts';
import type { CellType, Table } from '../table.ts';
import { webAddress } from '../web-address.ts';
import { cellText, fitting, serialOf } from './cells.ts';
import { STYLES } from './styles.ts';

/** The texts of a workbook, each once and as a cell may hold it, in the order in which they first stand in it (§18.4.9). */
export class SharedTexts {
  readonly #places = new Map<string, number>();
  #uses = 0;

  /** The place of a text among them. */
  placeOf(text: string): number {
    this.#uses += 1;
    const known = this.#places.get(text);
    if (known !== undefined) return known;
    this.#places.set(text, this.#places.size);
    return this.#places.size - 1;
  }

  /** The root of their part. */
  part(namespace: string): string {
    const texts = [...this.#places.keys()].map((text) =>
      tag('si', {}, tag('t', { 'xml:space': 'preserve' }, cellText(fitting(text).text))),
    );
    return tag('sst', { xmlns: namespace, count: this.#uses, uniqueCount: texts.length }, ...texts);
  }
}

/** The letters of a column, from 0: A, B, … Z, AA. */
export const lettersOf = (column: number): string =>
  column < 26
    ? String.fromCharCode(65 + column)
    : `${lettersOf(Math.floor(column / 26) - 1)}${String.fromCharCode(65 + (column % 26))}`;

/** So many links Excel opens on one sheet, and an address may be so long. */
const LINKS = { most: 65_530, length: 2_079 } as const;

const WIDTHS = { time: 19, day: 11, address: 32, least: 8, most: 60 } as const;

/** As wide as its longest line, within bounds, in characters. */
const widthOf = (label: string, as: CellType | undefined, values: readonly (string | number)[]): number => {
  if (as) return Math.max(WIDTHS[as], Math.min(label.length + 4, WIDTHS.most));
  let longest = label.length + 4;
  for (const value of values)
    for (const line of String(value).slice(0, 500).split('\n')) longest = Math.max(longest, line.length + 2);
  return Math.min(WIDTHS.most, Math.max(WIDTHS.least, longest));
};

/** In points: of a line, and of the most lines that a row opens with. */
const LINE = 15;
const MOST_LINES = 12;

/** As high as the longest of its texts in lines of their columns, within bounds; programs that lay out by themselves may do better. */
const heightOf = (row: readonly (string | number)[], widths: readonly number[]): number => {
  let most = 1;
  for (const [column, value] of row.entries()) {
    if (typeof value === 'number') continue;
    const width = widths[column] ?? 1;
    const lines = value.slice(0, 2_000).split('\n');
    most = Math.max(
      most,
      lines.reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / width)), 0),
    );
  }
  return LINE * Math.min(most, MOST_LINES);
};

/** A sheet of a workbook, and where its links lead. */
export interface Sheet {
  readonly root: string;
  readonly relations: readonly Relation[];
  /** Of its filter; absent where it has no rows to filter. */
  readonly filter?: string;
}

/** How sheets are written. */
export interface SheetParts {
  readonly namespace: string;
  readonly relations: string;
  readonly texts: SharedTexts;
  readonly isRightToLeft: boolean;
}

/** A table as a sheet: its heads stand still and can be filtered by; texts are texts, numbers numbers, days and moments dates, addresses links. */
export const sheetOf = (
  { columns, rows }: Table,
  { namespace, relations, texts, isRightToLeft }: SheetParts,
): Sheet => {
  const links: { readonly at: string; readonly address: string }[] = [];
  const textCell = (at: string, text: string, style: number): string =>
    tag('c', { r: at, s: style, t: 's' }, tag('v', {}, String(texts.placeOf(text))));
  const cell = (value: string | number, at: string, as: CellType | undefined): string => {
    if (value === '') return '';
    if (typeof value === 'number') return tag('c', { r: at, s: STYLES.number }, tag('v', {}, String(value)));
    const serial = serialOf(value, as);
    if (serial !== undefined && (as === 'day' || as === 'time'))
      return tag('c', { r: at, s: STYLES[as] }, tag('v', {}, String(serial)));
    const address = as === 'address' ? webAddress(value) : '';
    if (address === '' || address.length > LINKS.length || links.length >= LINKS.most)
      return textCell(at, value, STYLES.text);
    links.push({ at, address });
    return textCell(at, value, STYLES.link);
  };
  const widths = columns.map(({ label, as }, column) =>
    widthOf(
      label,
      as,
      rows.map((row) => row[column] ?? ''),
    ),
  );
  const heads = columns.map(({ label }, column) => textCell(`${lettersOf(column)}1`, label, STYLES.head));
  const body = rows.map((row, index) =>
    tag(
      'row',
      { r: index + 2, ht: heightOf(row, widths) },
      ...row.map((value, column) => cell(value, `${lettersOf(column)}${index + 2}`, columns[column]?.as)),
    ),
  );
  const all = `A1:${lettersOf(Math.max(0, columns.length - 1))}${rows.length + 1}`;
  const root = tag(
    'worksheet',
    { xmlns: namespace, 'xmlns:r': relations },
    tag('dimension', { ref: all }),
    tag(
      'sheetViews',
      {},
      tag(
        'sheetView',
        { rightToLeft: isRightToLeft ? 1 : undefined, workbookViewId: 0 },
        tag('pane', { ySplit: 1, topLeftCell: 'A2', activePane: 'bottomLeft', state: 'frozen' }),
        tag('selection', { pane: 'bottomLeft', activeCell: 'A2', sqref: 'A2' }),
      ),
    ),
    tag('sheetFormatPr', { defaultRowHeight: 15 }),
    tag(
      'cols',
      {},
      ...widths.map((width, column) => tag('col', { min: column + 1, max: column + 1, width, customWidth: 1 })),
    ),
    tag('sheetData', {}, tag('row', { r: 1 }, ...heads), ...body),
    rows.length > 0 ? tag('autoFilter', { ref: all }) : '',
    links.length === 0
      ? ''
      : tag(
          'hyperlinks',
          {},
          ...links.map(({ at }, index) => tag('hyperlink', { ref: at, 'r:id': `rId${index + 1}` })),
        ),
    tag('pageMargins', { left: 0.5, right: 0.5, top: 0.5, bottom: 0.5, header: 0.3, footer: 0.3 }),
    tag('pageSetup', { orientation: 'landscape' }),
  );
  return {
    root,
    relations: links.map(({ address }, index) => ({
      ...{ id: `rId${index + 1}`, type: 'hyperlink', target: address, isOutside: true },
    })),
    ...(rows.length > 0 && { filter: all.replaceAll(/[A-Z]+|\d+/g, '$$$&') }),
  };
};
