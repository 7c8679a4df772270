import type { Archive } from '../format.ts';
import { type About, type OfficePart, officePackage } from '../ooxml/package.ts';
import { tag } from '../ooxml/xml.ts';
import type { Table } from '../table.ts';
import { cellText } from './cells.ts';
import { SharedTexts, sheetOf } from './sheet.ts';
import { styleSheet } from './styles.ts';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** A workbook (ECMA-376, Part 1, §18) with a sheet for each table, in their order. */
export const workbookOf = (tables: readonly Table[], about: About, isRightToLeft: boolean): Archive => {
  const texts = new SharedTexts();
  const sheets = tables.map((table) => ({
    name: table.name,
    ...sheetOf(table, { namespace: MAIN, relations: RELATIONS, texts, isRightToLeft }),
  }));
  const part = (path: string, type: string, content: string): OfficePart => ({
    ...{ path: `xl/${path}`, mediaType: `${TYPES}.${type}+xml`, content },
  });
  const filters = sheets.flatMap(({ name, filter }, index) =>
    filter
      ? [
          tag(
            'definedName',
            { name: '_xlnm._FilterDatabase', localSheetId: index, hidden: 1 },
            cellText(`'${name}'!${filter}`),
          ),
        ]
      : [],
  );
  const workbook: OfficePart = {
    ...part(
      'workbook.xml',
      'sheet.main',
      tag(
        'workbook',
        { xmlns: MAIN, 'xmlns:r': RELATIONS },
        tag('bookViews', {}, tag('workbookView', { activeTab: 0 })),
        tag(
          'sheets',
          {},
          ...sheets.map(({ name }, index) => tag('sheet', { name, sheetId: index + 1, 'r:id': `rId${index + 1}` })),
        ),
        filters.length > 0 ? tag('definedNames', {}, ...filters) : '',
      ),
    ),
    relations: [
      ...sheets.map((_, index) => ({
        id: `rId${index + 1}`,
        type: 'worksheet',
        target: `worksheets/sheet${index + 1}.xml`,
      })),
      { id: `rId${sheets.length + 1}`, type: 'styles', target: 'styles.xml' },
      { id: `rId${sheets.length + 2}`, type: 'sharedStrings', target: 'sharedStrings.xml' },
    ],
  };
  return officePackage(
    about,
    [
      workbook,
      ...sheets.map(({ root, relations }, index) => ({
        ...part(`worksheets/sheet${index + 1}.xml`, 'worksheet', root),
        relations,
      })),
      part('styles.xml', 'styles', styleSheet(MAIN)),
      part('sharedStrings.xml', 'sharedStrings', texts.part(MAIN)),
    ],
    cellText,
  );
};
