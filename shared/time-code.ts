import type { Field } from './fields.ts';
import { type Parse, text, wrong } from './parsing.ts';

/** A moment or a stretch of a recording, in seconds from its beginning. */
export interface TimeSpan {
  readonly from: number;
  readonly to?: number;
}

const MOMENT = /^(?:(?:(\d{1,3}):)?([0-5]?\d):)([0-5]\d)$/;

const secondsOf = (code: string): number | undefined => {
  const match = MOMENT.exec(code);
  return match ? Number(match[1] ?? 0) * 3_600 + Number(match[2]) * 60 + Number(match[3]) : undefined;
};

const twoDigits = (number: number): string => String(number).padStart(2, '0');

const codeOf = (seconds: number): string =>
  [Math.floor(seconds / 3_600), Math.floor(seconds / 60) % 60, seconds % 60].map(twoDigits).join(':');

/** What a time code says, such as `00:12:30` or `00:12:30–00:12:48`, hours left out or not; nothing when it is none. */
export const timeSpanOf = (code: string): TimeSpan | undefined => {
  const [first = '', second, ...more] = code.split(/\s*[-–—]\s*/).map((each) => each.trim());
  const [from, to] = [secondsOf(first), second === undefined ? undefined : secondsOf(second)];
  if (from === undefined || more.length > 0 || (second !== undefined && (to === undefined || to <= from)))
    return undefined;
  return { from, ...(to !== undefined && { to }) };
};

const parseTimeCode: Parse<string> = (value, where) => {
  const code = text(60)(value, where).trim();
  if (code === '') return '';
  const span = timeSpanOf(code);
  if (!span) throw wrong(where, 'time', { given: code });
  return span.to === undefined ? codeOf(span.from) : `${codeOf(span.from)}–${codeOf(span.to)}`;
};

/** When in a recording something is said: `hh:mm:ss`, or two of them with a dash between; empty for nothing. */
export const timeCode = (label: string, hint: string): Field<string> & { readonly hint: string } => ({
  ...{ label, input: 'time', parse: parseTimeCode, empty: '', show: (code) => code, hint },
});

/** A time code as a media fragment has it (Media Fragments URI 1.0, 4.2.1): `t=750,768`; empty for none. */
export const mediaFragment = (code: string): string => {
  const span = timeSpanOf(code);
  return span ? `t=${[span.from, span.to].filter((each) => each !== undefined).join(',')}` : '';
};
