import type { Capture } from '../../shared/capture.ts';
import type { Evidence } from '../../shared/evidence.ts';
import type { FindingState } from '../../shared/finding-states.ts';
import type { Finding } from '../../shared/look.ts';
import { type Passage, pageChanged, passageNow } from '../../shared/passage-now.ts';
import { placeOfQuote } from '../../shared/place-of-quote.ts';
import type { Quote } from '../../shared/quote.ts';

/** What is found of one piece of evidence, before the copy is kept that it was found in. */
export type Found = Omit<Finding, 'capture' | 'sha256'>;

/** The copies of a source and the words in them. */
export interface Frozen {
  /** Those that are kept, oldest first. */
  readonly kept: readonly Capture[];
  readonly textOf: (capture: Capture) => Promise<string | undefined>;
}

const found = ({ id, revision }: Evidence, state: FindingState, before = '', after = ''): Found => ({
  ...{ evidence: id, revision, state, before, after },
});

/** Where the passage of evidence stands in a text: its pin, or the words that it gives, where they stand there once. */
const passageIn = ({ pin, passage }: Evidence, text: string): Passage | undefined => {
  const quote: Quote | undefined = pin
    ? pin.quote
    : passage.trim()
      ? { exact: passage.trim(), prefix: '', suffix: '' }
      : undefined;
  const start = quote && placeOfQuote(text, quote, pin ? pin.start : undefined);
  return quote && start !== undefined ? { text, start, end: start + quote.exact.length } : undefined;
};

/** The copy that a piece of evidence is compared with: the one it is pinned in, or that was seen when it was upheld, or the first. */
const baselineOf = ({ pin, upheld }: Evidence, { kept }: Frozen): Capture | undefined =>
  (pin && kept.find(({ id }) => id === pin.capture)) ||
  (upheld?.state === 'page' && kept.find(({ id }) => id === upheld.capture)) ||
  kept[0];

/** What a page that was fetched again means for a piece of evidence; nothing where what the evidence rests on is still there. */
export const foundOf = async (evidence: Evidence, frozen: Frozen, newer: string): Promise<Found | undefined> => {
  const capture = baselineOf(evidence, frozen);
  const text = capture && (await frozen.textOf(capture));
  if (text === undefined || text === newer) return undefined;
  const passage = passageIn(evidence, text);
  if (!passage) return pageChanged(text, newer) ? found(evidence, 'page') : undefined;
  const { state, before, after } = passageNow(passage, newer);
  return state === 'there' ? undefined : found(evidence, state, before, after);
};

/** A page that is gone is gone for all that rests on it. */
export const goneFor = (evidence: readonly Evidence[]): readonly Found[] => evidence.map((each) => found(each, 'gone'));

/** Whether the same was found before. */
export const isSameFound = (one: Found, other: Found): boolean =>
  one.evidence === other.evidence &&
  one.revision === other.revision &&
  one.state === other.state &&
  one.after === other.after;
