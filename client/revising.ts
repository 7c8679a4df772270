import { canonicalJson } from '../shared/canonical.ts';

/** Fields of a record as a form is changing them, and what stood in them when it began. */
export interface Revision<T extends object> {
  readonly values: Partial<T>;
  readonly from: Partial<T>;
  /** Kept, and not on screen. */
  readonly isAside?: boolean;
}

type Name<T> = keyof T & string;

const same = (one: unknown, other: unknown): boolean => canonicalJson(one ?? null) === canonicalJson(other ?? null);

/** Of a record, the fields that are named. */
export const picked = <T extends object>(from: Partial<T>, names: readonly Name<T>[]): Partial<T> =>
  Object.fromEntries(names.map((name) => [name, from[name]])) as Partial<T>;

const named = <T extends object>(values: Partial<T>): readonly Name<T>[] => Object.keys(values) as Name<T>[];

/** The revision with more filled in. */
export const filledIn = <T extends object>(
  revision: Revision<T> | undefined,
  record: T,
  values: Partial<T>,
): Revision<T> => ({
  values: { ...revision?.values, ...values },
  from: { ...picked<T>(record, named<T>(values)), ...revision?.from },
});

/** The fields that somebody else changed to something else since they were begun here. */
export const overtaken = <T extends object>({ values, from }: Revision<T>, record: T): readonly Name<T>[] =>
  named<T>(values).filter((name) => !same(record[name], from[name]) && !same(record[name], values[name]));

/** The fields that say something else here than in the record. */
export const changed = <T extends object>({ values }: Revision<T>, record: T): readonly Name<T>[] =>
  named<T>(values).filter((name) => !same(record[name], values[name]));

/** The revision without some fields; nothing when none is left. */
export const without = <T extends object>(
  { values, from }: Revision<T>,
  names: readonly Name<T>[],
): Revision<T> | undefined => {
  const left = named<T>(values).filter((name) => !names.includes(name));
  return left.length > 0 ? { values: picked<T>(values, left), from: picked<T>(from, left) } : undefined;
};
