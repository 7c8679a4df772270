import { Invalid, integer, text } from '../../shared/parsing.ts';
import type { Asked } from './route.ts';

/** A whole number in the query, `otherwise` where it is not asked for. */
export const numberIn = (
  query: Asked['query'],
  name: string,
  least: number,
  most: number,
  otherwise: number,
): number => {
  const given = query[name];
  if (given === undefined) return otherwise;
  if (typeof given !== 'string' || !/^\d{1,16}$/.test(given)) {
    throw new Invalid(name, `a whole number from ${least} to ${most} is expected`);
  }
  return integer(least, most)(Number(given), name);
};

/** A text in the query, if it is asked for. */
export const textIn = (query: Asked['query'], name: string): string | undefined =>
  query[name] === undefined ? undefined : text(200)(query[name], name);
