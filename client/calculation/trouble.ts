/** Why a calculation cannot be worked out, by name; the values are told of it. */
export type TroubleName =
  | 'empty'
  | 'too-long'
  | 'unfinished'
  | 'unexpected'
  | 'missing-sign'
  | 'comma'
  | 'not-allowed'
  | 'number'
  | 'brackets'
  | 'unknown-name'
  | 'unknown-function'
  | 'arguments'
  | 'units'
  | 'unit-wanted'
  | 'unit-differs'
  | 'exponent'
  | 'by-zero'
  | 'maybe-by-zero'
  | 'too-large'
  | 'date'
  | 'no-date'
  | 'not-percent'
  | 'margin';

/** Where in the formula something is, in UTF-16 units. */
export interface Place {
  readonly at: number;
  readonly to: number;
}

/** What stands in the way of a result, and where in the formula; caught once, in `workOut`. */
export class Trouble extends Error implements Place {
  readonly what: TroubleName;
  readonly values: Readonly<Record<string, string>>;
  readonly at: number;
  readonly to: number;
  constructor(what: TroubleName, { at, to }: Place, values: Readonly<Record<string, string>> = {}) {
    super(what);
    this.what = what;
    this.values = values;
    this.at = at;
    this.to = to;
  }
}
