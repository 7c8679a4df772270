import type { Quantity } from './quantities.ts';
import type { Token } from './tokens.ts';

/** What can become of words as they are passed on. `heavy`: it may say something else now. */
export const DRIFTS = {
  'number-changed': 'heavy',
  'number-gained': 'heavy',
  'number-lost': 'light',
  'number-fits': 'light',
  'whole-lost': 'light',
  'hedge-lost': 'heavy',
  'hedge-changed': 'heavy',
  'hedge-gained': 'light',
  'qualifier-lost': 'heavy',
  'qualifier-gained': 'light',
  'word-replaced': 'heavy',
  'word-changed': 'light',
  'negation-lost': 'heavy',
  'negation-gained': 'heavy',
  'name-replaced': 'heavy',
  'name-lost': 'light',
  'name-gained': 'light',
} as const satisfies Readonly<Record<string, 'heavy' | 'light'>>;

/** A key of `DRIFTS`. */
export type DriftKind = keyof typeof DRIFTS;

/** One thing that differs between two wordings, with the words that show it; empty where one side has none. */
export interface Drift {
  readonly kind: DriftKind;
  readonly before: string;
  readonly after: string;
  /** For a share that was worked out, such as 49 of 64: between 0 and 1. */
  readonly share?: number;
}

/** A wording with its words and figures. */
export interface Side {
  readonly wording: string;
  readonly tokens: readonly Token[];
  readonly quantities: readonly Quantity[];
}

/** The words of a side from one of its tokens up to another. */
export const wordsFrom = ({ wording, tokens }: Side, from: number, to: number): string =>
  wording.slice(tokens[from]?.start ?? 0, tokens[to - 1]?.end ?? wording.length);

/** Whether a token belongs to a figure or to what softens it. */
export const isInFigure = ({ quantities }: Side, at: number): boolean =>
  quantities.some(({ from, to }) => at >= from && at < to);
