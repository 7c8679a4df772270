import type { Capture } from '../../shared/capture.ts';
import { pageAt, type TextPage } from '../../shared/copy-pages.ts';
import type { Evidence } from '../../shared/evidence.ts';
import type { Cell, Pin } from '../../shared/pin.ts';
import { placeOfQuote } from '../../shared/place-of-quote.ts';
import { quoteIn } from '../../shared/quote.ts';
import { type Command, reviseEvidence } from '../commands.ts';
import type { Stretch } from './stretch.ts';

/** So many characters are a passage; what is longer is no place any more. */
export const PASSAGE_LIMIT = 10_000;

/** A copy with the words that can be read in it. */
export interface ReadCopy {
  readonly capture: Capture;
  readonly text: string;
  /** Empty where the copy has none. */
  readonly pages: readonly TextPage[];
}

/** Where the words of a pin stand in a copy; nothing when they do not. */
export const stretchOfPin = ({ text, capture }: ReadCopy, pin: Pin): Stretch | undefined => {
  if (pin.quote.exact === '') return undefined;
  const start = placeOfQuote(text, pin.quote, pin.capture === capture.id ? pin.start : undefined);
  return start === undefined ? undefined : { start, end: start + pin.quote.exact.length };
};

const pinAt = ({ capture, text, pages }: ReadCopy, { start, end }: Stretch, more: Partial<Pin>): Pin => ({
  ...{ capture: capture.id, sha256: capture.kept?.sha256 ?? '', quote: quoteIn(text, start, end), start },
  ...(pages.length > 0 && { page: pageAt(pages, start).page }),
  ...more,
});

/** Pins words of a copy as what a piece of evidence rests on, word for word. */
export const pinWords = ({ id }: Evidence, copy: ReadCopy, chosen: Stretch, cell: Cell | undefined): Command => {
  const pin = pinAt(copy, chosen, cell ? { cell } : {});
  return reviseEvidence(id, { passage: pin.quote.exact, manner: 'quotation', pin });
};

/** Pins a whole page, its pictures too. */
export const pinPage = ({ id }: Evidence, copy: ReadCopy, page: TextPage): Command => {
  const end = Math.min(page.end, page.start + PASSAGE_LIMIT);
  return reviseEvidence(id, {
    passage: '',
    pin: pinAt(copy, { start: page.start, end }, { page: page.page, isWholePage: true }),
  });
};
