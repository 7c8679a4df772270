import { html, type Piece } from './markup.ts';
import type { Report } from './report.ts';

const FORMS: Readonly<Record<number, Intl.DateTimeFormatOptions>> = {
  4: { year: 'numeric' },
  7: { year: 'numeric', month: 'long' },
  10: { year: 'numeric', month: 'long', day: 'numeric' },
};

const isDay = (date: string): boolean => /^\d{4}(-\d\d(-\d\d)?)?$/.test(date) && !Number.isNaN(Date.parse(date));

/** A day, a month or a year as the page's language writes it; what is none, as it is. */
export const dateWords = ({ words }: Pick<Report, 'words'>, date: string): string =>
  isDay(date)
    ? new Intl.DateTimeFormat(words.language, { ...FORMS[date.length], timeZone: 'UTC' }).format(new Date(date))
    : date;

/** A day, a month or a year that programs can read too; nothing for an empty one. */
export const dateOf = (report: Pick<Report, 'words'>, date: string): Piece =>
  date === '' ? '' : isDay(date) ? html`<time datetime="${date}">${dateWords(report, date)}</time>` : date;

/** The day of a moment (ISO 8601, UTC). */
export const dayOf = (report: Pick<Report, 'words'>, at: string): Piece => dateOf(report, at.slice(0, 10));
