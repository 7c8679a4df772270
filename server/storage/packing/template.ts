import { type ColumnReader, type ColumnWriter, MOST_NUMBER } from './columns.ts';

/** What a text is likely to say again: known before it is read, so it need not be written. */
export type Known = Readonly<Record<string, string | undefined>>;

/** Where something stands that is written elsewhere. A text that holds one of these is not taken apart. */
const PLACES = { number: '\ue001', text: '\ue002', time: '\ue003', known: '\ue004' } as const;
const ANY_PLACE = /[\ue001-\ue004]/;

/** Texts that say what something is: one of few, and with a shape of its own, so that they are a part of the shape. */
const NAMES: ReadonlySet<string> = new Set(['kind', 'stepType', 'target', 'type']);

const IS_NAME = /^[\w.]{1,40}$/;
const IS_PLACE = /^[\ue001-\ue004]$/;

const TOKENS = /"((?:[^"\\]|\\.)*)"(:?)|-?\d+/gs;
const SHAPE_TOKENS = /"((?:[^"\\]|\\.)*)"(:?)|[\ue001\ue002]/gs;

const timeOf = (text: string): number | undefined => {
  if (text.length !== 24 || !text.endsWith('Z')) return undefined;
  const time = Date.parse(text);
  return !Number.isNaN(time) && new Date(time).toISOString() === text ? time : undefined;
};

const isKept = (number: number, text: string): boolean =>
  Math.abs(number) <= MOST_NUMBER && Number.isInteger(number) && String(number) === text;

/** A position is near the one that it makes a stretch with. */
const nearOf = (key: string, last: ReadonlyMap<string, number>): number | undefined =>
  key === 'to' ? last.get('from') : undefined;

/**
 * Takes a text of JSON apart: its shape is returned, its numbers and texts go to the columns of their keys. Any other text is one
 * value without a shape.
 */
export const takeApart = (text: string, known: Known, columns: ColumnWriter): string => {
  if (ANY_PLACE.test(text)) {
    columns.string('', text);
    return PLACES.text;
  }
  const last = new Map<string, number>();
  let key = '';
  return text.replace(TOKENS, (token: string, inner: string | undefined, colon: string | undefined) => {
    if (inner === undefined) {
      const number = Number(token);
      if (!isKept(number, token)) return token;
      columns.number(key, number, nearOf(key, last));
      last.set(key, number);
      return PLACES.number;
    }
    if (colon === ':') {
      key = inner;
      return token;
    }
    if (Object.hasOwn(known, key) && known[key] === inner) return `"${PLACES.known}"`;
    if (NAMES.has(key) && IS_NAME.test(inner)) return token;
    const time = timeOf(inner);
    if (time === undefined) columns.string(key, inner);
    else columns.number(key, time);
    return `"${time === undefined ? PLACES.text : PLACES.time}"`;
  });
};

interface Place {
  readonly before: string;
  readonly kind: string;
  readonly key: string;
}

/** A shape made ready to be filled again and again. */
export interface Shape {
  readonly places: readonly Place[];
  readonly end: string;
}

/** Reads a shape that `takeApart` returned. */
export const readShape = (shape: string): Shape => {
  const places: Place[] = [];
  let from = 0;
  let key = '';
  for (const { 0: token, 1: inner, 2: colon, index } of shape.matchAll(SHAPE_TOKENS)) {
    if (colon === ':') key = inner ?? '';
    const kind = inner ?? token;
    if (colon === ':' || !IS_PLACE.test(kind)) continue;
    const at = index + token.indexOf(kind);
    places.push({ before: shape.slice(from, at), kind, key });
    from = at + 1;
  }
  return { places, end: shape.slice(from) };
};

/** The text that was taken apart. */
export const putTogether = ({ places, end }: Shape, known: Known, columns: ColumnReader): string => {
  const last = new Map<string, number>();
  let text = '';
  for (const { before, kind, key } of places) {
    text += before;
    if (kind === PLACES.number) {
      const number = columns.number(key, nearOf(key, last));
      last.set(key, number);
      text += number;
    } else if (kind === PLACES.text) text += columns.string(key);
    else if (kind === PLACES.time) text += new Date(columns.number(key)).toISOString();
    else text += known[key] ?? '';
  }
  return text + end;
};
