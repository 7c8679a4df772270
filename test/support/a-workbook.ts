import assert from 'node:assert/strict';
import { posix } from 'node:path';
import { type Element, elementAt, elementsIn, textIn } from '../../server/import/xml.ts';
import type { Written } from './export-contract.ts';
import { openPackage } from './office-package.ts';

/** A cell as a spreadsheet has it: its value, what sort of value, and where its link leads. */
export interface ReadCell {
  readonly value: string | number;
  readonly type: 'text' | 'number' | 'date';
  readonly link?: string;
}

/** A sheet as a spreadsheet has it: its rows by the heads of their columns. */
export interface ReadSheet {
  readonly name: string;
  readonly root: Element;
  readonly heads: readonly string[];
  readonly rows: readonly Readonly<Record<string, ReadCell>>[];
}

const unescaped = (text: string): string =>
  text.replaceAll(/_x([0-9a-f]{4})_/gi, (_, code) => String.fromCharCode(Number.parseInt(code, 16)));

const ORDER = [
  ...['sheetPr', 'dimension', 'sheetViews', 'sheetFormatPr', 'cols', 'sheetData', 'autoFilter', 'mergeCells'],
  ...['hyperlinks', 'pageMargins', 'pageSetup'],
];

const inOrder = (names: readonly string[], order: readonly string[]): void => {
  const places = names.map((name) => order.indexOf(name));
  for (const [index, place] of places.entries())
    assert.ok(place >= 0 && place > (places[index - 1] ?? -1), `${names[index]} stands in the wrong place`);
};

/** Reads a workbook as ECMA-376, Part 1, §18 has it, and holds it to that. */
export const readWorkbook = async (written: Written): Promise<readonly ReadSheet[]> => {
  const { part, targets } = await openPackage(written);
  const top = targets('xl/workbook.xml');
  const shared = part('xl/sharedStrings.xml');
  const texts = elementsIn(shared, 'si').map((each) => unescaped(textIn(elementAt(each, 't')!)));
  assert.equal(Number(shared.attributes.uniqueCount), texts.length);
  const styles = part('xl/styles.xml');
  const formats = elementsIn(elementAt(styles, 'cellXfs'), 'xf').map(({ attributes }) => Number(attributes.numFmtId));
  let uses = 0;
  const cellOf = (element: Element, links: ReadonlyMap<string, string>): ReadCell => {
    const { r: at = '', t: type, s: style } = element.attributes;
    assert.deepEqual(
      elementsIn(element).map(({ name }) => name),
      ['v'],
      `${at} holds more than a value`,
    );
    const value = textIn(elementAt(element, 'v')!);
    const format = formats[Number(style)] ?? assert.fail(`${at} has a format that is not there`);
    const link = links.get(at);
    if (type === undefined) {
      assert.ok(Number.isFinite(Number(value)), at);
      return { value: Number(value), type: format >= 164 ? 'date' : 'number' };
    }
    assert.equal(type, 's', `${at} is neither a text nor a number`);
    uses += 1;
    const text = texts[Number(value)] ?? assert.fail(`${at} has a text that is not there`);
    assert.ok(text.length <= 32_767, `${at} is longer than a cell may be`);
    return { value: text, type: 'text', ...(link && { link }) };
  };
  const sheets = elementsIn(elementAt(part('xl/workbook.xml'), 'sheets')).map(
    ({ attributes: { name = '', id = '' } }) => {
      assert.match(name, /^[^\\/?*[\]:]{1,31}$/);
      const path = posix.join('xl', top.get(id) ?? assert.fail(`the sheet ${name} is nowhere`));
      const root = part(path);
      inOrder(
        elementsIn(root).map((each) => each.name),
        ORDER,
      );
      const addresses = targets(path);
      const links = new Map(
        elementsIn(elementAt(root, 'hyperlinks')).map(({ attributes }) => [
          attributes.ref ?? '',
          addresses.get(attributes.id ?? '') ?? assert.fail(`a link of ${name} leads nowhere`),
        ]),
      );
      const rows = elementsIn(elementAt(root, 'sheetData'), 'row').map((row, index) => {
        assert.equal(Number(row.attributes.r), index + 1);
        const cells = elementsIn(row, 'c').map((each) => [each.attributes.r ?? '', cellOf(each, links)] as const);
        return new Map(
          cells.map(([at, cell]) => [
            at.replace(/\d+$/, (number) => {
              assert.equal(Number(number), index + 1);
              return '';
            }),
            cell,
          ]),
        );
      });
      const [head = new Map<string, ReadCell>(), ...body] = rows;
      const heads = [...head].map(([column, { value }]) => [column, String(value)] as const);
      return {
        name,
        root,
        heads: heads.map(([, value]) => value),
        rows: body.map((row) =>
          Object.fromEntries(heads.flatMap(([column, label]) => (row.has(column) ? [[label, row.get(column)!]] : []))),
        ),
      };
    },
  );
  assert.equal(Number(shared.attributes.count), uses);
  assert.equal(new Set(sheets.map(({ name }) => name)).size, sheets.length);
  return sheets;
};
