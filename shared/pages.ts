import type { Mappable } from 'prosemirror-transform';
import { integer, list, own, type Parse, record } from './parsing.ts';

/** Where a page of the file that the text was read from begins, as a position of the text. */
export interface PageStart {
  /** Counted from 1. */
  readonly page: number;
  readonly at: number;
  /** The words around it were cut at once: what stands behind it may be of this page or the one before. */
  readonly isUnsure?: true;
}

/** The pages that words stand on; between the two where it is not sure. */
export interface Pages {
  readonly first: number;
  readonly last: number;
}

/** At most so many pages. */
const MOST = 10_000;

const parsePageStart: Parse<PageStart> = (value, where) => {
  const fields = record(value, where);
  return {
    page: integer(1, MOST)(own(fields, 'page'), `${where}.page`),
    at: integer(0, 8_000_000)(own(fields, 'at'), `${where}.at`),
  };
};

/** Reads where pages begin. */
export const parsePages: Parse<readonly PageStart[]> = list(parsePageStart, MOST);

/** The pages that the words between two positions stand on; nothing where none is known. */
export const pagesBetween = (starts: readonly PageStart[] = [], from: number, to: number): Pages | undefined => {
  const first = starts.findLast(({ at, isUnsure }) => at <= from && !isUnsure);
  const last = starts.findLast(({ at }) => at <= from || at < to);
  return first && last && { first: Math.min(first.page, last.page), last: Math.max(first.page, last.page) };
};

/** Where pages begin after changes of the text. */
export const followPages = (starts: readonly PageStart[], maps: readonly Mappable[]): readonly PageStart[] =>
  starts.map((start) => {
    let { at, isUnsure = false } = start as PageStart & { isUnsure?: boolean };
    for (const map of maps) {
      const found = map.mapResult(at, -1);
      at = found.pos;
      isUnsure ||= found.deletedAcross;
    }
    return at === start.at && isUnsure === (start.isUnsure ?? false)
      ? start
      : { page: start.page, at, ...(isUnsure && { isUnsure }) };
  });

/** Pages as they are cited. */
export const pagesInWords = ({ first, last }: Pages): string =>
  first === last ? `p. ${first}` : `pp. ${first}–${last}`;
