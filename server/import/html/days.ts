// Month names by their beginnings, in the languages that pages write dates in; the longest beginning that fits says which month it is.
const MONTHS: readonly string[] = [
  'jan|ene|gen|ian|янв|січ|sty|oca|tammi|ledn|ιαν|يناير',
  'feb|fév|fev|фев|лют|lut|şub|helmi|úno|φεβ|فبراير',
  'mar|mär|мар|бер|maalis|břez|μαρ|مارس',
  'apr|avr|abr|апр|кві|kwi|nis|huhti|dubn|απρ|أبريل',
  'may|mai|mag|май|мая|тра|maj|mei|touko|kvě|μαΐ|μαϊ|μάι|مايو',
  'jun|juin|giu|июн|чер|cze|haz|iun|kesä|červen|červn|ιουν|يونيو',
  'jul|juil|lug|июл|лип|lip|tem|iul|heinä|červenc|ιουλ|يوليو',
  'aug|aoû|aou|ago|agu|авг|сер|sie|ağu|elok|srp|αυγ|أغسطس',
  'sep|set|сен|вер|wrz|eyl|syys|zář|σεπ|سبتمبر',
  'oct|okt|ott|out|окт|жов|paź|eki|loka|říj|οκτ|أكتوبر',
  'nov|ноя|лис|lis|kas|noi|noe|marras|νοε|نوفمبر',
  'dec|dez|déc|dic|des|дек|гру|gru|ara|joulu|pros|δεκ|ديسمبر',
];

const BEGINNINGS = MONTHS.flatMap((all, at) =>
  all.split('|').map((beginning) => [beginning, at + 1] as const),
).toSorted(([one], [other]) => other.length - one.length);

const monthOf = (name: string): number => {
  const lower = name.toLowerCase();
  return BEGINNINGS.find(([beginning]) => lower.startsWith(beginning))?.[1] ?? 0;
};

const isoOf = (year: number, month: number, day: number): string | undefined => {
  if (year < 1_990 || year > 2_100 || month < 1 || month > 12 || day < 1 || day > 31) return undefined;
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${year}-${two(month)}-${two(day)}`;
};

// Some pages leave out the noughts.
const ISO =
  /(?<!\d)((?:19|20)\d\d)-(\d{1,2})-(\d{1,2})(?:[T ](\d{1,2}):(\d\d)(?::(\d\d)(?:[.,]\d+)?)?\s*(Z|[+-]\d\d:?\d\d)?)?(?!\d)/;
const EASTERN = /((?:19|20)\d\d)\s*[年년.]\s*(\d{1,2})\s*[月월.]\s*(\d{1,2})/;
const YEAR_FIRST = /\b((?:19|20)\d\d)[./](\d{1,2})[./](\d{1,2})\b/;
const DAY_MONTH =
  /(?<!\d)(\d{1,2})(?:st|nd|rd|th|er|\.|º)?\s*(?:de\s+|of\s+)?[ -]?(\p{L}{3,})\.?,?\s*(?:de\s+)?[ -]?((?:19|20)\d\d)\b/u;
const MONTH_DAY = /(\p{L}{3,})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+((?:19|20)\d\d)\b/u;
// As Hungarians write it.
const YEAR_MONTH_DAY = /\b((?:19|20)\d\d)\.\s+(\p{L}{3,})\s+(\d{1,2})\b/u;
const NUMBERS = /(?<![\d./])(\d{1,2})([./-])(\d{1,2})\2((?:19|20)\d\d)(?!\d)/;
const COMPACT = /^((?:19|20)\d\d)(\d\d)(\d\d)(?:T?\d{4,6}Z?)?$/;

const withTime = (match: RegExpExecArray, day: string): string => {
  const [, , , , hour, minute, second, zone] = match;
  if (hour === undefined || minute === undefined) return day;
  const offset = zone === undefined ? '' : zone.replace(/^([+-]\d\d):?(\d\d)$/, '$1:$2');
  return `${day}T${hour.padStart(2, '0')}:${minute}:${second ?? '00'}${offset}`;
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
  const yearFirst = YEAR_MONTH_DAY.exec(trimmed);
  if (yearFirst && monthOf(yearFirst[2]!) > 0)
    return isoOf(Number(yearFirst[1]), monthOf(yearFirst[2]!), Number(yearFirst[3]));
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

/** The day in the path of an address, as many sites file their articles, or at the beginning of the long number that they give them. */
export const dayInAddress = (address: string): string | undefined => {
  // An archive has the address of the page behind the day on which it took its copy.
  const own = address.slice(Math.max(0, address.search(/(?<=.)https?:\/\/(?!.*https?:\/\/)/)));
  const found =
    /[/_-]((?:19|20)\d\d)[/_-]?(\d\d)[/_-]?(\d\d)(?:[/_.-]|$)/.exec(own) ??
    /(?<!\d)(20\d\d)(\d\d)(\d\d)(?:[01]\d|2[0-3])[0-5]\d\d*(?!\d)/.exec(own);
  return found ? isoOf(Number(found[1]), Number(found[2]), Number(found[3])) : undefined;
};

const CLOCK = /(?<![\d.:/-])(\d{1,2})(?:[:.h]|Uhr )(\d\d)(?::\d\d)?(?!\.?\d|[/-])\s*(?:([ap])\.?m\b)?/i;

/** The minutes after midnight of a time of day; nothing when a text has none. */
export const clockIn = (text: string): number | undefined => {
  const found = CLOCK.exec(text);
  if (!found) return undefined;
  const [hour, minute, half] = [Number(found[1]), Number(found[2]), found[3]?.toLowerCase()];
  if (hour > 23 || minute > 59) return undefined;
  return ((half ? (hour % 12) + (half === 'p' ? 12 : 0) : hour) % 24) * 60 + minute;
};
