// Month names by their beginnings, in the languages that pages write dates in.
const MONTHS: readonly string[] = [
  'jan|ene|gen|янв|sty|oca',
  'feb|fév|fev|фев|lut|şub',
  'mar|mär|мар',
  'apr|avr|abr|апр|kwi|nis',
  'may|mai|mag|май|мая|maj|mei',
  'jun|juin|giu|июн|cze|haz',
  'jul|juil|lug|июл|lip|tem',
  'aug|aoû|aou|ago|авг|sie|ağu',
  'sep|set|сен|wrz|eyl',
  'oct|okt|ott|out|окт|paź|eki',
  'nov|ноя|lis|kas',
  'dec|dez|déc|dic|дек|gru|ara',
];

const monthOf = (name: string): number => {
  const lower = name.toLowerCase();
  return MONTHS.findIndex((beginnings) => beginnings.split('|').some((beginning) => lower.startsWith(beginning))) + 1;
};

const isoOf = (year: number, month: number, day: number): string | undefined => {
  if (year < 1_990 || year > 2_100 || month < 1 || month > 12 || day < 1 || day > 31) return undefined;
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${year}-${two(month)}-${two(day)}`;
};

const ISO = /\b((?:19|20)\d\d)-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:[.,]\d+)?)?\s*(Z|[+-]\d\d:?\d\d)?)?/;
const EASTERN = /((?:19|20)\d\d)\s*[年년.]\s*(\d{1,2})\s*[月월.]\s*(\d{1,2})/;
const YEAR_FIRST = /\b((?:19|20)\d\d)[./](\d{1,2})[./](\d{1,2})\b/;
const DAY_MONTH =
  /(?<!\d)(\d{1,2})(?:st|nd|rd|th|er|\.|º)?\s*(?:de\s+|of\s+)?[ -]?(\p{L}{3,})\.?,?\s*(?:de\s+)?[ -]?((?:19|20)\d\d)\b/u;
const MONTH_DAY = /(\p{L}{3,})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+((?:19|20)\d\d)\b/u;
const NUMBERS = /(?<![\d./])(\d{1,2})([./-])(\d{1,2})\2((?:19|20)\d\d)(?!\d)/;
const COMPACT = /^((?:19|20)\d\d)(\d\d)(\d\d)(?:T?\d{4,6}Z?)?$/;

const withTime = (match: RegExpExecArray, day: string): string => {
  const [, , , , hour, minute, second, zone] = match;
  if (hour === undefined || minute === undefined) return day;
  const offset = zone === undefined ? '' : zone.replace(/^([+-]\d\d):?(\d\d)$/, '$1:$2');
  return `${day}T${hour}:${minute}:${second ?? '00'}${offset}`;
};

/**
 * A day, with its time where there is one, in whatever way a page writes it, as ISO 8601; nothing when there is none. Of `3/4/2015` nobody
 * knows which is the month: where neither is over twelve, `monthFirst` says.
 */
export const dayIn = (text: string, monthFirst = false): string | undefined => {
  const trimmed = text.trim().slice(0, 400);
  const iso = ISO.exec(trimmed);
  if (iso) {
    const day = isoOf(Number(iso[1]), Number(iso[2]), Number(iso[3]));
    return day && withTime(iso, day);
  }
  const compact = COMPACT.exec(trimmed) ?? EASTERN.exec(trimmed) ?? YEAR_FIRST.exec(trimmed);
  if (compact) return isoOf(Number(compact[1]), Number(compact[2]), Number(compact[3]));
  const dayMonth = DAY_MONTH.exec(trimmed);
  if (dayMonth && monthOf(dayMonth[2]!) > 0)
    return isoOf(Number(dayMonth[3]), monthOf(dayMonth[2]!), Number(dayMonth[1]));
  const monthDay = MONTH_DAY.exec(trimmed);
  if (monthDay && monthOf(monthDay[1]!) > 0)
    return isoOf(Number(monthDay[3]), monthOf(monthDay[1]!), Number(monthDay[2]));
  const numbers = NUMBERS.exec(trimmed);
  if (!numbers) return undefined;
  const [one, other, year] = [Number(numbers[1]), Number(numbers[3]), Number(numbers[4])];
  const american = other > 12 || (one <= 12 && monthFirst && numbers[2] === '/');
  return american ? isoOf(year, one, other) : isoOf(year, other, one);
};

/** The day in the path of an address, as many sites file their articles. */
export const dayInAddress = (address: string): string | undefined => {
  const found = /[/_-]((?:19|20)\d\d)[/_-]?(\d\d)[/_-]?(\d\d)(?:[/_.-]|$)/.exec(address);
  return found ? isoOf(Number(found[1]), Number(found[2]), Number(found[3])) : undefined;
};
