import type { Span } from '../reading.ts';
import type { Author } from '../remarks.ts';

/** How a stretch of words is marked; a link by its address. */
export type Mark = 'em' | 'strong' | 'code' | { readonly href: string };

/** A stretch of words: standing in the text, or suggested to be put in or taken out, by whom. */
export interface Run {
  readonly text: string;
  readonly change?: { readonly kind: 'in' | 'out'; readonly by: Author };
  readonly marks: readonly Mark[];
}

/** What a paragraph is by its style. */
export interface LineStyle {
  readonly kind: 'paragraph' | 'title' | 'heading' | 'quote' | 'caption' | 'credit';
  /** Of a heading, from 1. */
  readonly level?: number;
  readonly list?: ListPlace;
}

/** Where a paragraph stands in a list. */
export interface ListPlace {
  readonly list: string;
  /** From 0. */
  readonly level: number;
  readonly ordered: boolean;
  readonly start: number;
}

/** A paragraph as it is read, run by run; one cell of a table is one, too, its paragraphs with a line end between. */
export interface Line {
  readonly runs: Run[];
  style: LineStyle;
  /** An empty paragraph stood before it. */
  readonly gap: boolean;
}

/** A place in a line: before which of its runs. */
export interface Point {
  readonly line: Line;
  readonly run: number;
}

/** Whether a run stands in the text as it was before any change. */
export const stood = ({ change }: Run): boolean => change?.kind !== 'in';

/** The text of runs as it was before any change. */
export const textOf = (runs: readonly Run[]): string =>
  runs
    .filter(stood)
    .map(({ text }) => text)
    .join('');

/** The text of runs if every change were accepted. */
export const textAfter = (runs: readonly Run[]): string =>
  runs
    .filter(({ change }) => change?.kind !== 'out')
    .map(({ text }) => text)
    .join('');

/** How much white space a line begins with, which its text is read without. */
const leadOf = (text: string): number => text.length - text.trimStart().length;

/** The words of a line without white space around them. */
export const wordsOf = (line: Line): string => textOf(line.runs).trim();

/** Where a point stands in the words of its line, in UTF-16 units. */
export const offsetOf = ({ line, run }: Point): number => {
  const text = textOf(line.runs);
  const at = textOf(line.runs.slice(0, run)).length - leadOf(text);
  return Math.max(0, Math.min(at, text.trim().length));
};

const spanOf = (mark: Mark, from: number, to: number): Span =>
  typeof mark === 'string' ? { from, to, mark } : { from, to, mark: 'link', href: mark.href };

const sameMark = (one: Span, other: Span): boolean =>
  one.mark === other.mark && (one.mark !== 'link' || other.mark !== 'link' || one.href === other.href);

/** What is marked in the words of a line; neighbours that are marked alike are one. */
export const spansOf = (line: Line): readonly Span[] => {
  const text = textOf(line.runs);
  const lead = leadOf(text);
  const end = text.trim().length;
  const spans: Span[] = [];
  let at = -lead;
  for (const run of line.runs.filter(stood)) {
    const [from, to] = [Math.max(0, at), Math.min(end, at + run.text.length)];
    at += run.text.length;
    if (from >= to) continue;
    for (const mark of run.marks) {
      const span = spanOf(mark, from, to);
      const before = spans.findLastIndex((each) => each.to === from && sameMark(each, span));
      const joined = spans[before];
      if (joined) spans[before] = { ...joined, to };
      else spans.push(span);
    }
  }
  return spans;
};
