import { Invalid } from '../../shared/parsing.ts';
import { numberIn, textIn } from './query.ts';
import type { Answer, Asked } from './route.ts';

/**
 * A page of a list, with the address of the next one where there is one (RFC 8288, rel="next"): the same as it was asked for, after
 * `cursor` in the parameter of that name.
 */
export const pageOf = (
  { path, query }: Pick<Asked, 'path' | 'query'>,
  body: object,
  name: string,
  cursor: string | undefined,
): Answer => {
  if (cursor === undefined) return { status: 200, body };
  const asked = Object.entries(query).flatMap(([key, value]) => (typeof value === 'string' ? [[key, value]] : []));
  const next = new URLSearchParams({ ...Object.fromEntries(asked), [name]: cursor });
  return { status: 200, headers: { Link: `<${path}?${next}>; rel="next"` }, body };
};

/** A place in a list that is ordered by time, then by id. */
export interface Place {
  readonly at: string;
  readonly id: string;
}

/** How many things a page of such a list has. */
const LIST_PAGE = { usual: 200, most: 1_000 } as const;

/** How many things are asked for. */
export const limitIn = (query: Asked['query']): number => numberIn(query, 'limit', 1, LIST_PAGE.most, LIST_PAGE.usual);

/** The place that a page begins after, in a parameter; nothing for the first page. */
export const placeIn = (query: Asked['query'], name: string): Place | undefined => {
  const given = textIn(query, name);
  if (given === undefined) return undefined;
  const [, at, id] = /^([\w.:-]{1,64})~([\w.:-]{1,64})$/.exec(given) ?? [];
  if (!at || !id) throw new Invalid(name, `the "${name}" of an earlier page is expected`);
  return { at, id };
};

/** A place as it stands in the address of a page. */
const placeText = ({ at, id }: Place): string => `${at}~${id}`;

/** What has been asked for one thing more than a page has: whether there is another page. */
export const pageOfMore = <T>(
  asked: Pick<Asked, 'path' | 'query'>,
  rows: readonly T[],
  body: (shown: readonly T[]) => object,
  name: 'before' | 'after',
  placeOf: (row: T) => Place,
): Answer => {
  const limit = limitIn(asked.query);
  const shown = rows.slice(0, limit);
  const last = rows.length > limit ? shown.at(-1) : undefined;
  return pageOf(asked, body(shown), name, last && placeText(placeOf(last)));
};

/** A page of a list that is at hand whole, the oldest first: `placeOf` says where a thing stands in it. */
export const pageOfAll = <T>(
  asked: Pick<Asked, 'path' | 'query'>,
  all: readonly T[],
  body: (shown: readonly T[]) => object,
  placeOf: (row: T) => Place,
): Answer => {
  const after = placeIn(asked.query, 'after');
  const rows = all
    .map((row) => ({ row, place: placeText(placeOf(row)) }))
    .filter(({ place }) => after === undefined || place > placeText(after))
    .sort((one, other) => (one.place < other.place ? -1 : 1))
    .map(({ row }) => row);
  return pageOfMore(asked, rows, body, 'after', placeOf);
};
