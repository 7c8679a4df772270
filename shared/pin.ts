import type { Field } from './fields.ts';
import { Invalid, identifier, integer, type Parse, record, text } from './parsing.ts';
import { parseQuote, type Quote } from './quote.ts';

/** Where in a frozen copy a passage stands: as safe from the page as from the copy, since either can be asked whether it holds. */
export interface Pin {
  /** The id of the capture. */
  readonly capture: string;
  /** Of the capture's bytes, in hex: the log vouches for what was seen (T9). */
  readonly sha256: string;
  readonly quote: Quote;
  /** Where the quote begins in the readable text, in UTF-16 units. */
  readonly start: number;
}

const parsePin: Parse<Pin> = (value, where) => {
  const fields = record(value, where);
  const sha256 = text(64)(fields.sha256, `${where}.sha256`);
  if (!/^[0-9a-f]{64}$/.test(sha256)) throw new Invalid(`${where}.sha256`, 'a SHA-256 in hex is expected');
  const quote = parseQuote(fields.quote, `${where}.quote`);
  if (quote.exact.trim() === '') throw new Invalid(`${where}.quote.exact`, 'may not be empty');
  return {
    capture: identifier(fields.capture, `${where}.capture`),
    sha256,
    quote,
    start: integer(0)(fields.start, `${where}.start`),
  };
};

/** A place in a frozen copy; empty for none. */
export const pinned = (label: string): Field<Pin | ''> => ({
  label,
  input: 'pin',
  parse: (value, where) => (value === '' ? '' : parsePin(value, where)),
  empty: '',
  show: (pin) => (pin === '' ? '' : pin.quote.exact),
});
