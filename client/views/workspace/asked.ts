import type { Field } from '../../../shared/fields.ts';

/** A field of a record as a form asks for it. */
export interface Asking {
  readonly name: string;
  // biome-ignore lint/suspicious/noExplicitAny: a table holds fields of every type; the value handed in is the field's own.
  readonly field: Field<any>;
  readonly value: unknown;
  readonly onInput: (value: unknown) => void;
}

/** The same as it is drawn: with the id that its label names, what stands in it as text, and whether that is wrong. */
export interface Asked extends Asking {
  readonly id: string;
  readonly text: string;
  readonly invalid: boolean;
}
