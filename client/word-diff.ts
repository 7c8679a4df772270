import { gathered, joinedRuns, type Run } from '../shared/runs.ts';

/** Beyond this many words on a side, the middle is shown as replaced in one piece. */
const LIMIT = 600;

const wordsIn = (text: string): readonly string[] =>
  text.match(/\s+|[\p{L}\p{N}\p{M}’'.,%−±-]*[\p{L}\p{N}\p{M}%]|./gsu) ?? [];

const commonLength = (
  one: readonly string[],
  other: readonly string[],
  at: (index: number) => readonly [number, number],
) => {
  const most = Math.min(one.length, other.length);
  let length = 0;
  while (length < most && one[at(length)[0]] === other[at(length)[1]]) length += 1;
  return length;
};

/** What changed from one wording to another, word by word (longest common subsequence). */
export const wordDiff = (before: string, after: string): readonly Run[] => {
  const [one, other] = [wordsIn(before), wordsIn(after)];
  const start = commonLength(one, other, (index) => [index, index]);
  const [restOne, restOther] = [one.slice(start), other.slice(start)];
  const end = commonLength(restOne, restOther, (index) => [restOne.length - 1 - index, restOther.length - 1 - index]);
  const middle = [restOne.slice(0, restOne.length - end), restOther.slice(0, restOther.length - end)] as const;
  const runs: readonly Run[] = [
    { kind: 'same', text: one.slice(0, start).join('') },
    ...compared(...middle).map(([kind, text]): Run => ({ kind, text })),
    { kind: 'same', text: restOne.slice(restOne.length - end).join('') },
  ];
  return gathered(joinedRuns(runs));
};

type Step = readonly [Run['kind'], string];

const compared = (one: readonly string[], other: readonly string[]): readonly Step[] => {
  const replaced = [...one.map((word): Step => ['out', word]), ...other.map((word): Step => ['in', word])];
  if (one.length === 0 || other.length === 0 || one.length > LIMIT || other.length > LIMIT) return replaced;
  const width = other.length + 1;
  const longest = new Uint16Array((one.length + 1) * width);
  const at = (row: number, column: number): number => longest[row * width + column] ?? 0;
  for (let row = one.length - 1; row >= 0; row -= 1)
    for (let column = other.length - 1; column >= 0; column -= 1)
      longest[row * width + column] =
        one[row] === other[column] ? at(row + 1, column + 1) + 1 : Math.max(at(row + 1, column), at(row, column + 1));
  const steps: Step[] = [];
  let [row, column] = [0, 0];
  while (row < one.length || column < other.length) {
    const [old, fresh] = [one[row], other[column]];
    if (old !== undefined && old === fresh) {
      steps.push(['same', old]);
      row += 1;
      column += 1;
    } else if (old !== undefined && (fresh === undefined || at(row + 1, column) >= at(row, column + 1))) {
      steps.push(['out', old]);
      row += 1;
    } else {
      steps.push(['in', fresh ?? '']);
      column += 1;
    }
  }
  return steps;
};
