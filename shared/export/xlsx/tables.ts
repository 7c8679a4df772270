import { COLUMNS, rowsOf } from '../columns.ts';
import type { Edition } from '../format.ts';
import { type Table, tableOf } from '../table.ts';
import { attributionTable, evidenceTable, sourceTable, verdictTable } from './claim-tables.ts';
import { contactTables, correctionTable, threadTable } from './talk-tables.ts';

/** The tables of an edition, that of its claims first. */
export const tablesOf = (edition: Edition): readonly Table[] => [
  tableOf('Claims', COLUMNS, rowsOf(edition)),
  evidenceTable(edition),
  verdictTable(edition),
  ...contactTables(edition),
  sourceTable(edition),
  attributionTable(edition),
  threadTable(edition),
  correctionTable(edition),
];
