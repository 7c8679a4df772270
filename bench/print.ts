import { type Found, isReached, type Ratio, type Row } from './results.ts';

const written = (value: number): string => {
  if (!Number.isFinite(value)) return '–';
  return value >= 100 ? Math.round(value).toLocaleString('en') : value.toFixed(value >= 10 ? 1 : 2);
};

const table = (lines: readonly (readonly string[])[]): string => {
  const widths = lines[0]?.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0))) ?? [];
  const padded = (cell: string, column: number): string =>
    column < 2 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0);
  return lines.map((line) => `  ${line.map(padded).join('  ').trimEnd()}`).join('\n');
};

const tableOf = (rows: readonly Row[]): string => {
  const names = [...new Set(rows.flatMap((row) => Object.keys(row.figures)))];
  const lines = rows.map(({ setting, subject, figures }) => [
    setting,
    subject,
    ...names.map((name) => (name in figures ? written(figures[name] ?? Number.NaN) : '')),
  ]);
  return table([['', '', ...names], ...lines]);
};

const sentenceOf = (ratio: Ratio): string => {
  const { of, value, most, least } = ratio;
  const target = most === undefined ? `≥ ${least}` : `≤ ${most}`;
  const reached = isReached(ratio);
  const asked = most === undefined && least === undefined ? '' : `, target ${target}`;
  const verdict = reached === undefined ? '' : reached ? ': reached' : ': MISSED';
  return `  → ${of}: ${written(value)}${asked}${verdict}`;
};

/** What a measure found, as a person reads it. */
export const printed = (name: string, { rows, ratios, notes = [] }: Found): string =>
  [`\n${name}`, tableOf(rows), ...ratios.map(sentenceOf), ...notes.map((note) => `  ${note}`)].join('\n');
