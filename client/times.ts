import { LANGUAGE } from './strings/index.ts';

// Day before month, as in the newsroom's own copy.
const LOCALE = LANGUAGE === 'en' ? 'en-GB' : LANGUAGE;

const clock = new Intl.DateTimeFormat(LOCALE, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
const date = new Intl.DateTimeFormat(LOCALE, { day: 'numeric', month: 'short', year: 'numeric' });
const month = new Intl.DateTimeFormat(LOCALE, { month: 'short', year: 'numeric', timeZone: 'UTC' });
const utcDate = new Intl.DateTimeFormat(LOCALE, { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });

/** A moment as people say it: the time when it is today, else the day and the time. */
export const moment = (iso: string, now: Date = new Date()): string => {
  const at = new Date(iso);
  if (Number.isNaN(at.getTime())) return iso;
  return at.toDateString() === now.toDateString() ? clock.format(at) : `${date.format(at)}, ${clock.format(at)}`;
};

/** The day of a moment. */
export const dayOf = (iso: string): string => date.format(new Date(iso));

/** A day, a month or a year as a record has it, such as `2015-10-22`, in words. */
export const dateInWords = (value: string): string => {
  if (/^\d{4}$/.test(value)) return value;
  if (/^\d{4}-\d{2}$/.test(value)) return month.format(new Date(`${value}-01`));
  return /^\d{4}-\d{2}-\d{2}$/.test(value) ? utcDate.format(new Date(value)) : value;
};
