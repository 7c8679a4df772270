/** The value below which a share of the values lie; NaN when there are none. */
export const quantile = (values: readonly number[], share: number): number => {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
};

/** The middle of the values. */
export const median = (values: readonly number[]): number => quantile(values, 0.5);

/** Figures of one round by name, such as `p50`. */
export type Figures = Readonly<Record<string, number>>;

/** The middle of each figure over the rounds. */
export const medians = (rounds: readonly Figures[]): Figures => {
  const names = new Set(rounds.flatMap((round) => Object.keys(round)));
  return Object.fromEntries(
    [...names].map((name) => [name, median(rounds.map((round) => round[name] ?? Number.NaN).filter(Number.isFinite))]),
  );
};

/** The middle and the slow end of some times, in the unit that they are in. */
export const spread = (values: readonly number[], name = ''): Figures => {
  const before = name === '' ? '' : `${name} `;
  return { [`${before}p50`]: quantile(values, 0.5), [`${before}p99`]: quantile(values, 0.99) };
};
