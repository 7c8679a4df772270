import { language } from './strings/index.ts';
import { perLanguage } from './strings/message.ts';

// Day before month, as in the newsroom's own copy.
const dates = (options: Intl.DateTimeFormatOptions) => {
  const inLanguage = perLanguage((tag) => new Intl.DateTimeFormat(tag === 'en' ? 'en-GB' : tag, options));
  return (date: Date): string => inLanguage(language()).format(date);
};

const clock = dates({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
const date = dates({ day: 'numeric', month: 'short', year: 'numeric' });
const month = dates({ month: 'short', year: 'numeric', timeZone: 'UTC' });
const utcDate = dates({ day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });

/** A moment as people say it: the time when it is today, else the day and the time. */
export const moment = (iso: string, now: Date = new Date()): string => {
  const at = new Date(iso);
  if (Number.isNaN(at.getTime())) return iso;
  return at.toDateString() === now.toDateString() ? clock(at) : `${date(at)}, ${clock(at)}`;
};

/** The day of a moment. */
export const dayOf = (iso: string): string => date(new Date(iso));

/** A day, a month or a year as a record has it, such as `2015-10-22`, in words. */
export const dateInWords = (value: string): string => {
  if (/^\d{4}$/.test(value)) return value;
  if (/^\d{4}-\d{2}$/.test(value)) return month(new Date(`${value}-01`));
  return /^\d{4}-\d{2}-\d{2}$/.test(value) ? utcDate(new Date(value)) : value;
};
