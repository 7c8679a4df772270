import type { Pin } from '../shared/pin.ts';
import { t } from './strings/index.ts';

/** Where a pin is, besides its words, such as "p. 4" or "Table 2, row Total, column 2024"; empty where only words say it. */
export const placeWords = (pin: Pick<Pin, 'page' | 'cell'> | ''): string => {
  if (pin === '') return '';
  const { page, cell } = pin;
  return [
    ...(page === undefined ? [] : [t('place.page', { page })]),
    ...(cell ? [t('place.table', { table: cell.table })] : []),
    ...(cell?.row ? [t('place.row', { row: cell.row })] : []),
    ...(cell?.column ? [t('place.column', { column: cell.column })] : []),
  ].join(', ');
};
