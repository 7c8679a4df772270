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
