/** A run of words that two wordings share, or that only the older (`out`) or the newer (`in`) has. */
export interface Run {
  readonly kind: 'same' | 'out' | 'in';
  readonly text: string;
}

/** Beyond this many words on a side, the middle is shown as replaced in one piece. */
const LIMIT = 600;

const wordsIn = (text: string): readonly string[] =>
  text.match(/\s+|[\p{L}\p{N}\p{M}’'.,%-]*[\p{L}\p{N}\p{M}%]|./gsu) ?? [];

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
  const runs: Run[] = [];
  const add = (kind: Run['kind'], words: readonly string[]): void => {
    const text = words.join('');
    const last = runs.at(-1);
    if (text === '') return;
    if (last?.kind === kind) runs[runs.length - 1] = { kind, text: last.text + text };
    else runs.push({ kind, text });
  };
  add('same', one.slice(0, start));
  for (const [kind, word] of compared(...middle)) add(kind, [word]);
  add('same', restOne.slice(restOne.length - end));
  return gathered(runs);
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

/** Replaced words that only a space parts are shown as one replacement: easier to read than word for word. */
const gathered = (runs: readonly Run[]): readonly Run[] => {
  const out: Run[] = [];
  let index = 0;
  while (index < runs.length) {
    const run = runs[index];
    if (!run) break;
    if (run.kind === 'same') {
      out.push(run);
      index += 1;
      continue;
    }
    let [old, fresh] = ['', ''];
    while (index < runs.length) {
      const each = runs[index];
      const bridges = each?.kind === 'same' && /^\s+$/.test(each.text) && index + 1 < runs.length;
      if (!each || (each.kind === 'same' && !bridges)) break;
      if (each.kind !== 'in') old += each.text;
      if (each.kind !== 'out') fresh += each.text;
      index += 1;
    }
    if (old !== '') out.push({ kind: 'out', text: old });
    if (fresh !== '') out.push({ kind: 'in', text: fresh });
  }
  return out;
};
