import type { Figures } from './statistics.ts';

/** What was measured of one subject in one setting: medians over the rounds, times in milliseconds. */
export interface Row {
  /** Such as `32 writers`. */
  readonly setting: string;
  /** Who was measured, such as `Touchstone`. */
  readonly subject: string;
  readonly figures: Figures;
}

/** A figure beside what it has to be; `most` or `least` is the target of the issue, a figure without one is for knowing. */
export interface Ratio {
  /** Such as `acknowledgement p50, 1 writer, × the durable floor`. */
  readonly of: string;
  readonly value: number;
  readonly most?: number;
  readonly least?: number;
}

/** All that one measure found. */
export interface Found {
  readonly rows: readonly Row[];
  readonly ratios: readonly Ratio[];
  /** What a reader of the figures has to know. */
  readonly notes?: readonly string[];
}

/** The figure of a subject in a setting; NaN when it was not measured. */
export const figureOf = (rows: readonly Row[], setting: string, subject: string, figure: string): number =>
  rows.find((row) => row.setting === setting && row.subject === subject)?.figures[figure] ?? Number.NaN;

/** Whether a ratio is what it has to be; nothing where nothing is asked of it, or it could not be measured. */
export const isReached = ({ value, most, least }: Ratio): boolean | undefined => {
  if ((most === undefined && least === undefined) || Number.isNaN(value)) return undefined;
  return value <= (most ?? Number.POSITIVE_INFINITY) && value >= (least ?? Number.NEGATIVE_INFINITY);
};
