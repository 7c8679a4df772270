/** A record of a table that can be withdrawn. */
interface Withdrawable {
  readonly id: string;
  readonly withdrawn?: unknown;
}

type Table<T> = ReadonlyMap<string, T>;

const NONE: readonly never[] = [];

// By time and id, never by the table's own order: JSON does not keep that for ids that are numbers, and the newest decides.
const inOrder = (one: readonly [string, string], other: readonly [string, string]): number => {
  const [first, second] = one[0] === other[0] ? [one[1], other[1]] : [one[0], other[0]];
  return first < second ? -1 : 1;
};

const grouped = <T extends Withdrawable>(table: Table<T>, owner: (record: T) => string): ReadonlyMap<string, T[]> => {
  const groups = new Map<string, T[]>();
  for (const record of table.values()) {
    if (record.withdrawn) continue;
    const group = groups.get(owner(record));
    if (group) group.push(record);
    else groups.set(owner(record), [record]);
  }
  return groups;
};

/**
 * A function from a table and an owner, such as a claim, to the owner's records that stand, oldest first. A table is gone through
 * once, whoever asks for however many owners, and the same question has the very same list for an answer.
 */
export const recordsBy = <T extends Withdrawable>(owner: (record: T) => string, time: (record: T) => string) => {
  const known = new WeakMap<Table<T>, ReadonlyMap<string, readonly T[]>>();
  const index = (table: Table<T>): ReadonlyMap<string, readonly T[]> => {
    const groups = grouped(table, owner);
    for (const group of groups.values())
      if (group.length > 1) group.sort((one, other) => inOrder([time(one), one.id], [time(other), other.id]));
    known.set(table, groups);
    return groups;
  };
  return (table: Table<T>, of: string): readonly T[] => (known.get(table) ?? index(table)).get(of) ?? NONE;
};
