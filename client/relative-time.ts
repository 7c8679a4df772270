const SPANS: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
];

const FAR = 30 * 86_400_000;

/** How long ago a time was, as people say it: "3 hours ago", "yesterday"; a date when it is a month or more. */
export const relativeTime = (time: string, now: number, language: string): string => {
  const past = now - Date.parse(time);
  if (Math.abs(past) >= FAR) return new Intl.DateTimeFormat(language, { dateStyle: 'medium' }).format(Date.parse(time));
  const format = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
  for (const [unit, length] of SPANS)
    if (Math.abs(past) >= length) return format.format(-Math.trunc(past / length), unit);
  return format.format(0, 'second');
};

/** The time in full, for who wants to know exactly. */
export const absoluteTime = (time: string, language: string): string =>
  new Intl.DateTimeFormat(language, { dateStyle: 'full', timeStyle: 'short' }).format(Date.parse(time));
