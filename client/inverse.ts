import { type Node, Slice } from 'prosemirror-model';
import type { Transaction } from 'prosemirror-state';
import { type Mapping, ReplaceAroundStep, ReplaceStep, type Step } from 'prosemirror-transform';

/** A step that takes back one of the author's own, in the text as it was after `at` maps. */
export interface Inverse {
  readonly step: Step;
  readonly at: number;
}

/** The inverses of a transaction's steps, the first of which is made after `first` maps. */
export const inversesOf = (transaction: Transaction, first: number): readonly Inverse[] =>
  transaction.steps.map((step, index) => {
    const before = transaction.docs[index];
    if (!before) throw new Error('a transaction has a doc for each of its steps');
    return { step: step.invert(before), at: first + index + 1 };
  });

/** Whether a slice can stand in the place of a range: its open ends lie as deep as what they are joined to. */
const fits = (doc: Node, [from, to]: readonly [number, number], { openStart, openEnd }: Slice): boolean =>
  doc.resolve(from).depth - openStart === doc.resolve(to).depth - openEnd;

/**
 * An inverse in today's text. What others have typed into the words that it takes away stays: it goes around them, and what it brings
 * comes where it fits, which is behind them when those words end with their paragraph.
 */
export const takenBack = (inverse: Step, way: Mapping, doc: Node): readonly Step[] => {
  const mapped = inverse.map(way);
  if (!mapped) return [];
  const taken = inverse instanceof ReplaceStep && mapped instanceof ReplaceStep ? inverse.to - inverse.from : 0;
  if (!(mapped instanceof ReplaceStep && inverse instanceof ReplaceStep) || taken === 0) return [mapped];
  const own: [number, number][] = [];
  for (let at = inverse.from; at < inverse.to; at += 1) {
    const from = way.map(at, 1);
    const last = own.at(-1);
    if (way.map(at + 1, -1) !== from + 1) continue;
    if (last?.[1] === from) last[1] = from + 1;
    else own.push([from, from + 1]);
  }
  const [first, ...rest] = own;
  if (!first) return [new ReplaceStep(mapped.from, mapped.from, inverse.slice)];
  if (rest.length === 0 && first[0] === mapped.from && first[1] === mapped.to) return [mapped];
  const place = own.find((range) => fits(doc, range, inverse.slice)) ?? first;
  return own.reverse().map((range) => new ReplaceStep(...range, range === place ? inverse.slice : Slice.empty));
};

/** Whether a step brings words, and not only takes some away. */
export const brings = (step: Step): boolean =>
  (step instanceof ReplaceStep || step instanceof ReplaceAroundStep) && step.slice.size > 0;

const sizesOf = (step: Step): string => {
  const sizes: string[] = [];
  step.getMap().forEach((from, to, newFrom, newTo) => {
    sizes.push(`${to - from}>${newTo - newFrom}`);
  });
  return sizes.join();
};

/** Whether what is left of an inverse takes back all that it did: only then do positions inside find their old places. */
export const takesWhole = (inverse: Step, back: readonly Step[]): boolean => {
  const [only, ...others] = back;
  return only !== undefined && others.length === 0 && sizesOf(only) === sizesOf(inverse);
};
