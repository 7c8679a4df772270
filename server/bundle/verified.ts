import { canonicalJson } from '../../shared/canonical.ts';
import { isAsWritten, type JsonExport, readJsonExport } from '../../shared/export/json.ts';
import { Invalid, own, record } from '../../shared/parsing.ts';
import { sha256 } from '../digest.ts';

/** The first thing in a file that is not what was written, and why. */
export class Broken extends Error {
  /** In words: "entry 17", "captures.json". */
  readonly where: string;

  constructor(where: string, why: string) {
    super(why);
    this.where = where;
  }
}

/** The members of what a file says of its making. */
const EXPORTED = ['address', 'article', 'at', 'desk', 'sha256'];

/** A place in a file as a person says it: `entries[16].at` is entry 17. */
const placeInWords = (where: string): string => {
  const [, index, rest] = /^entries\[(\d+)\](.*)$/.exec(where) ?? [];
  if (index === undefined) return where === '' ? 'the file' : `"${where}"`;
  return `entry ${Number(index) + 1}${rest ? ` (${rest.replace(/^\./, '')})` : ''}`;
};

const parsedJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Broken('the file', `it is not JSON: ${error instanceof Error ? error.message : error}`);
  }
};

const decoded = (bytes: Uint8Array): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new Broken('the file', 'it is not a text in UTF-8');
  }
};

const firstDifference = (one: string, other: string): number => {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at += 1;
  return at;
};

const named = <T>(check: () => T): T => {
  try {
    return check();
  } catch (error) {
    if (error instanceof Invalid) throw new Broken(placeInWords(error.where), error.what);
    throw error;
  }
};

/** What is in an export that holds, and what can be said of it. */
export interface Holds {
  readonly entries: number;
  /** Absent where it is not the whole article: its seals then prove nothing, and it is only what was written. */
  readonly export?: JsonExport;
  /** Whether the head and the names of the file could be checked too. */
  readonly isSealed: boolean;
}

/**
 * Checks an export in JSON: each entry is what was sealed, follows the one before and is there once, all of them replay to the state,
 * and not a byte is otherwise than it was written. Throws `Broken` with the first that is not so.
 */
export const verifiedJson = (bytes: Uint8Array): Holds => {
  const text = decoded(bytes);
  const value = parsedJson(text);
  return named(() => {
    const file = record(value, '');
    const isWhole = own(file, 'whole') !== false;
    const read = isWhole ? readJsonExport(value, sha256) : undefined;
    const stranger = Object.keys(record(file.exported, 'exported')).find((key) => !EXPORTED.includes(key));
    if (stranger !== undefined) throw new Broken('"exported"', `it has no "${stranger}"`);
    const asWritten = isAsWritten(value, sha256);
    if (asWritten === false) throw new Broken('"exported.sha256"', 'is not that of the rest of the file');
    const canonical = canonicalJson(value);
    if (canonical !== text)
      throw new Broken(`character ${firstDifference(canonical, text) + 1}`, 'it is not written as an export writes it');
    return {
      entries: read ? read.entries.length : Array.isArray(file.entries) ? file.entries.length : 0,
      ...(read && { export: read }),
      isSealed: asWritten === true,
    };
  });
};
