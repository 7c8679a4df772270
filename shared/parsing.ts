import { type WrongName, type WrongValues, wrongWords } from './wrong.ts';

/** What came from outside and is not what it should be; `where` is a path such as `parts[0].claim`. Caught once, at the door. */
export class Invalid extends Error {
  readonly where: string;
  /** What it is, without its place. */
  readonly what: string;
  /** By what name a person is told of it in their own language; absent where only a program can have sent it. */
  readonly wrong: Wrong | undefined;
  constructor(where: string, what: string | Wrong) {
    const words = typeof what === 'string' ? what : wrongWords(what.name, what.values);
    super(where === '' ? words : `${where}: ${words}`);
    this.name = 'Invalid';
    this.where = where;
    this.what = words;
    this.wrong = typeof what === 'string' ? undefined : what;
  }
}

/** Something wrong by its name, with the values that are told of it. */
export interface Wrong {
  readonly name: WrongName;
  readonly values: WrongValues;
}

/** Something that a person typed is wrong. */
export const wrong = (where: string, name: WrongName, values: WrongValues = {}): Invalid =>
  new Invalid(where, { name, values });

/** Reads an unknown value into a T or throws `Invalid` naming the place. */
export type Parse<T> = (value: unknown, where: string) => T;

/** The longest text any single field may hold, in UTF-16 units. */
export const FIELD_LIMIT = 20_000;

const shown = (value: unknown): string => {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'an array';
  return typeof value === 'object' ? 'an object' : `${typeof value} ${String(value).slice(0, 40)}`;
};

/** A plain object, its own keys only. */
export const record: Parse<Readonly<Record<string, unknown>>> = (value, where) => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new Invalid(where, `an object is expected, not ${shown(value)}`);
  }
  return value as Readonly<Record<string, unknown>>;
};

/** An own property, `undefined` when absent; what an object inherits does not count. */
export const own = (object: Readonly<Record<string, unknown>>, key: string): unknown =>
  Object.hasOwn(object, key) ? object[key] : undefined;

/** Text of at most `limit` UTF-16 units, without lone surrogates, so that it is stored and sent as it is. */
export const text =
  (limit: number = FIELD_LIMIT): Parse<string> =>
  (value, where) => {
    if (typeof value !== 'string') throw new Invalid(where, `text is expected, not ${shown(value)}`);
    if (value.length > limit) throw wrong(where, 'too-long', { most: limit, given: value.length });
    if (!value.isWellFormed()) throw new Invalid(where, 'holds half a character (a lone surrogate)');
    return value;
  };

/** Text with something in it besides white space. */
export const filledText =
  (limit: number = FIELD_LIMIT): Parse<string> =>
  (value, where) => {
    const read = text(limit)(value, where);
    if (read.trim() === '') throw wrong(where, 'empty');
    return read;
  };

/** An identifier: 1 to 64 of letters, digits, `_`, `-`, `.`, `:`. */
export const identifier: Parse<string> = (value, where) => {
  if (typeof value !== 'string' || !/^[\w.:-]{1,64}$/.test(value)) {
    throw new Invalid(where, `an id of 1 to 64 letters, digits, "_", "-", ".", ":" is expected, not ${shown(value)}`);
  }
  return value;
};

/** A whole number in [least, most]. */
export const integer =
  (least: number, most: number = Number.MAX_SAFE_INTEGER): Parse<number> =>
  (value, where) => {
    if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < least || value > most) {
      throw new Invalid(where, `a whole number from ${least} to ${most} is expected, not ${shown(value)}`);
    }
    return value;
  };

/** True or false, and nothing that merely looks like it. */
export const flag: Parse<boolean> = (value, where) => {
  if (typeof value !== 'boolean') throw new Invalid(where, `true or false is expected, not ${shown(value)}`);
  return value;
};

/** One of the keys of a table. */
export const choice =
  <K extends string>(table: Readonly<Record<K, unknown>>): Parse<K> =>
  (value, where) => {
    if (typeof value !== 'string' || !Object.hasOwn(table, value)) {
      throw new Invalid(where, `one of ${Object.keys(table).join(', ')} is expected, not ${shown(value)}`);
    }
    return value as K;
  };

/** An array of at most `limit` items, each read by `item`. */
export const list =
  <T>(item: Parse<T>, limit: number): Parse<readonly T[]> =>
  (value, where) => {
    if (!Array.isArray(value)) throw new Invalid(where, `an array is expected, not ${shown(value)}`);
    if (value.length > limit) throw wrong(where, 'too-many', { most: limit, given: value.length });
    return value.map((each, index) => item(each, `${where}[${index}]`));
  };

/** The same, or nothing where the key is absent. */
export const optional =
  <T>(parse: Parse<T>): Parse<T | undefined> =>
  (value, where) =>
    value === undefined ? undefined : parse(value, where);

/** A date as ISO 8601 writes it, to the day, the month or the year: `2015-10-22`, `2015-10`, `2015`; empty when unknown. */
export const date: Parse<string> = (value, where) => {
  const read = text()(value, where);
  if (read === '') return read;
  const found = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(read);
  const month = Number(found?.[2] ?? 1);
  const day = Number(found?.[3] ?? 1);
  const leap = Number(found?.[1]) % 4 === 0 && (Number(found?.[1]) % 100 !== 0 || Number(found?.[1]) % 400 === 0);
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
  if (!found || day < 1 || day > days) throw wrong(where, 'date', { given: read.slice(0, 40) });
  return read;
};

/** A language as BCP 47 writes it: `de`, `en-GB`, `zh-Hant`; empty when unknown. */
export const language: Parse<string> = (value, where) => {
  const read = text(40)(value, where).trim();
  if (read !== '' && !/^[a-z]{2,8}(-[a-z\d]{1,8})*$/i.test(read)) throw wrong(where, 'language', { given: read });
  return read;
};

/** Whether an address is absolute and of a scheme that may be opened. */
export const isSafeAddress = (address: string): boolean =>
  /^(https?:\/\/[^\s/]|mailto:[^\s])/i.test(address) && !/[\s\p{Cc}]/u.test(address);

/** An absolute http, https or mailto address; empty when there is none. */
export const address: Parse<string> = (value, where) => {
  const read = text(4_000)(value, where).trim();
  if (read !== '' && !isSafeAddress(read)) {
    throw wrong(where, 'address', { given: read.slice(0, 60) });
  }
  return read;
};
