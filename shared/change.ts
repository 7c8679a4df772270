import type { Node } from 'prosemirror-model';
import { ReplaceAroundStep, ReplaceStep, type Step, type StepMap } from 'prosemirror-transform';
import { BOUNDARY, tokens } from './text.ts';

/** What one step did to a text: its map and, for each range of the map, the tokens it took away and the tokens it brought. */
export interface Change {
  readonly map: StepMap;
  readonly ranges: readonly ChangedRange[];
}

/** One replaced range, in positions before (`from`) and after (`newFrom`) the step. */
export interface ChangedRange {
  readonly from: number;
  readonly newFrom: number;
  readonly taken: string;
  readonly brought: string;
}

const broughtBy = (step: Step): string => {
  if (!(step instanceof ReplaceStep || step instanceof ReplaceAroundStep)) return '';
  const { content, openStart, openEnd } = step.slice;
  return tokens(content, openStart, content.size - openEnd);
};

/** The change that a step makes. Without the text before it, what the step took away counts as boundaries. */
export const changeOf = (step: Step, before: Node | undefined): Change => {
  const map = step.getMap();
  const ranges: ChangedRange[] = [];
  let brought = '';
  let spent = 0;
  map.forEach((from, to, newFrom, newTo) => {
    if (ranges.length === 0) brought = broughtBy(step);
    const taken = before ? tokens(before, from, to) : BOUNDARY.repeat(to - from);
    ranges.push({ from, newFrom, taken, brought: brought.slice(spent, spent + newTo - newFrom) });
    spent += newTo - newFrom;
  });
  return { map, ranges };
};

/** The change that takes a change back. */
export const invertChange = (change: Change): Change => ({
  map: change.map.invert(),
  ranges: change.ranges.map((range) => ({
    from: range.newFrom,
    newFrom: range.from,
    taken: range.brought,
    brought: range.taken,
  })),
});
