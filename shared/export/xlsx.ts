import { isRightToLeft } from '../direction.ts';
import { titleOf } from '../schema.ts';
import { aboutEdition } from './about-edition.ts';
import type { Edition, Format, Loss } from './format.ts';
import { counted, noPlaceFor } from './losses.ts';
import type { Table } from './table.ts';
import { CELL_LIMIT, fitting } from './xlsx/cells.ts';
import { mayBeCut } from './xlsx/may-be-cut.ts';
import { tablesOf } from './xlsx/tables.ts';
import { workbookOf } from './xlsx/workbook.ts';

const aboutTable = (edition: Edition): Table => ({
  name: 'About',
  columns: [{ label: 'What' }, { label: 'Value' }],
  rows: aboutEdition(edition),
});

const allTables = (edition: Edition): readonly Table[] => [...tablesOf(edition), aboutTable(edition)];

const cutTexts = (edition: Edition): readonly Loss[] => {
  const tables = mayBeCut(edition) ? allTables(edition) : [aboutTable(edition)];
  const cut = tables
    .flatMap(({ rows }) => rows.flat())
    .filter((value) => typeof value === 'string' && value.length > CELL_LIMIT / 2 && fitting(value).isCut).length;
  const most = CELL_LIMIT.toLocaleString('en');
  const words = `${counted(cut, 'text')} longer than the ${most} characters that a cell holds: cut, and marked as cut.`;
  return cut === 0 ? [] : [{ kind: 'cut', words, things: { texts: cut } }];
};

/**
 * A workbook (ECMA-376, SpreadsheetML): a row a claim on its first sheet, and sheets for what stands behind. No cell is a formula, and no
 * text becomes one where the workbook is saved as CSV: texts are disarmed as in `csv`, and `rearmed` gives them back.
 */
export const xlsx: Format = {
  label: 'Excel workbook (XLSX): claims, evidence, verdicts, contacts',
  mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  extension: 'xlsx',
  purpose: 'office',
  audience: 'desk',
  write: (edition) => {
    const { article, desk, exportedAt } = edition;
    const about = { title: titleOf(article.doc), by: desk.name, at: exportedAt };
    return workbookOf(allTables(edition), about, isRightToLeft(article.doc.textContent));
  },
  losses: (edition) => [
    ...noPlaceFor('XLSX', edition, ['text', 'rationaleForm', 'asides', 'workSteps']),
    ...cutTexts(edition),
  ],
};
