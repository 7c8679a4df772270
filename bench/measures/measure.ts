import type { Found } from '../results.ts';

/** How much is done. */
export interface Effort {
  /** Every figure is the middle of so many rounds, taken in turns. */
  readonly rounds: number;
  /** A share of the usual times and counts, 1 or less: to see that everything runs. */
  readonly share: number;
  readonly say: (line: string) => void;
}

/** One thing that the benchmark measures. */
export interface Measure {
  /** One word, for `--only`. */
  readonly name: string;
  readonly title: string;
  readonly run: (effort: Effort) => Promise<Found>;
}
