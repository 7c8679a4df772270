import type { Cell } from '../../shared/pin.ts';

const words = (element: Element | null | undefined): string =>
  (element?.textContent ?? '').replaceAll(/\s+/g, ' ').trim();

const span = (cell: Element): number => Math.max(1, Number(cell.getAttribute('colspan')) || 1);

/** Where a cell stands in its row, cells that span others counted as so many. */
const columnOf = (cell: Element): number => {
  let column = 0;
  for (let before = cell.previousElementSibling; before; before = before.previousElementSibling) column += span(before);
  return column;
};

const cellAt = (row: Element | undefined, column: number): Element | undefined => {
  let at = 0;
  for (const cell of row?.children ?? []) {
    at += span(cell);
    if (at > column) return cell;
  }
  return undefined;
};

const HEADING = 200;

/** The cell of a table in which a node stands, by what heads its row and its column; nothing when it stands in none. */
export const cellOf = (node: Node): Cell | undefined => {
  const element = node.nodeType === 1 ? (node as Element) : node.parentElement;
  const cell = element?.closest('td, th');
  const row = cell?.closest('tr');
  const table = row?.closest('table');
  if (!cell || !row || !table) return undefined;
  const tables = [...table.ownerDocument.querySelectorAll('table')];
  const rows = [...table.querySelectorAll('tr')].filter((each) => each.closest('table') === table);
  const heading = row.querySelector('th') ?? row.firstElementChild;
  const top = cellAt(rows[0], columnOf(cell));
  return {
    table: tables.indexOf(table) + 1,
    row: heading === cell ? '' : words(heading).slice(0, HEADING),
    column: row === rows[0] ? '' : words(top).slice(0, HEADING),
  };
};
