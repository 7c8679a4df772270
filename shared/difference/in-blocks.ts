import { Fragment, type Mark, type Node, Slice } from 'prosemirror-model';
import { AddMarkStep, RemoveMarkStep, ReplaceStep, type Step } from 'prosemirror-transform';
import { joinedRuns, type Run } from '../runs.ts';
import { readable } from '../text.ts';
import { matched, type Pair } from './matched.ts';
import { wordsIn } from './wording.ts';

/** How blocks of words become others. */
export interface InBlocks {
  /** In the order in which they are done; each is in the positions of the older text. */
  readonly steps: readonly Step[];
  readonly runs: readonly Run[];
}

/** Where one block ends and the next begins: two positions. */
const BREAK = '\u2029\u2029';

/** What stands in a line without being a character: one position. */
const LEAF = '\u2028';

/** Words in a row, and the position at which each begins, counted from the beginning of the first block's content. */
interface Words {
  readonly words: readonly string[];
  readonly starts: readonly number[];
}

/** Words of the older blocks in whose place some of the newer ones come, as indexes into both. */
interface Hole {
  readonly from: number;
  readonly to: number;
  readonly freshFrom: number;
  readonly freshTo: number;
}

/** At most so many places of a block are changed one by one. */
const HOLES = 200;

const lettersOf = (block: Node): string =>
  block.children.map((child) => child.text ?? LEAF.repeat(child.nodeSize)).join('');

const wordsOf = (blocks: readonly Node[]): Words => {
  const words = blocks.flatMap((block, index) => [...(index > 0 ? [BREAK] : []), ...wordsIn(lettersOf(block))]);
  const starts = [0];
  for (const word of words) starts.push(starts.at(-1)! + word.length);
  return { words, starts };
};

const isHole = ({ from, to, freshFrom, freshTo }: Hole): boolean => from < to || freshFrom < freshTo;

const holesBetween = (pairs: readonly Pair[], old: Words, fresh: Words): readonly Hole[] =>
  [...pairs, [old.words.length, fresh.words.length] as const]
    .map(([to, freshTo], index) => {
      const [before, freshBefore] = pairs[index - 1] ?? [-1, -1];
      return { from: before + 1, to, freshFrom: freshBefore + 1, freshTo };
    })
    .filter(isHole);

/** The same holes as at most so many: those with the least between them are one. */
const fewer = (holes: readonly Hole[], most: number): readonly Hole[] => {
  if (holes.length <= most) return holes;
  const spaces = holes.slice(1).map(({ from }, index) => from - holes[index]!.to);
  const least = [...spaces].sort((one, other) => other - one)[most - 1] ?? 0;
  const joined: Hole[] = [];
  for (const [index, hole] of holes.entries()) {
    const last = joined.at(-1);
    if (last && spaces[index - 1]! <= least)
      joined[joined.length - 1] = { ...last, to: hole.to, freshTo: hole.freshTo };
    else joined.push(hole);
  }
  return joined;
};

const NUMERAL = /\p{N}/u;

const figuresIn = ({ words }: Words, from: number, to: number): readonly number[] => {
  const found: number[] = [];
  for (let at = from; at < to; at += 1) if (NUMERAL.test(words[at]!)) found.push(at);
  return found;
};

/** The same hole cut so that a figure comes in the place of a figure, where both sides have as many: a claim that begins with one keeps it. */
const byFigures = (hole: Hole, old: Words, fresh: Words): readonly Hole[] => {
  const figures = figuresIn(old, hole.from, hole.to);
  const instead = figuresIn(fresh, hole.freshFrom, hole.freshTo);
  if (figures.length === 0 || figures.length !== instead.length) return [hole];
  const holes: Hole[] = [];
  let { from, freshFrom } = hole;
  for (const [index, figure] of figures.entries()) {
    const other = instead[index]!;
    holes.push({ from, to: figure, freshFrom, freshTo: other });
    holes.push({ from: figure, to: figure + 1, freshFrom: other, freshTo: other + 1 });
    [from, freshFrom] = [figure + 1, other + 1];
  }
  holes.push({ from, to: hole.to, freshFrom, freshTo: hole.freshTo });
  return holes.filter(isHole);
};

/** A stretch of blocks' content with the marks of its words. */
interface Dress {
  readonly to: number;
  readonly marks: readonly Mark[];
}

const dressOf = (blocks: readonly Node[]): readonly Dress[] => {
  const dress: Dress[] = [];
  let start = 0;
  for (const [index, block] of blocks.entries()) {
    if (index > 0) dress.push({ to: start, marks: [] });
    for (const child of block.children) {
      start += child.nodeSize;
      dress.push({ to: start, marks: child.marks });
    }
    start += BREAK.length;
  }
  return dress;
};

/** A mark that is put on words from one position to another, or taken off them. */
interface Dressing {
  readonly on: boolean;
  readonly mark: Mark;
  readonly from: number;
  to: number;
}

const changesOf = (before: readonly Mark[], after: readonly Mark[]): readonly Pick<Dressing, 'on' | 'mark'>[] => [
  ...before.filter((mark) => !after.some(({ type }) => type === mark.type)).map((mark) => ({ on: false, mark })),
  ...after.filter((mark) => !mark.isInSet(before)).map((mark) => ({ on: true, mark })),
];

/** What is taken off and put on the words that stay. */
const dressings = (
  olds: readonly Node[],
  freshs: readonly Node[],
  kept: readonly Pair[],
  old: Words,
  fresh: Words,
): readonly Dressing[] => {
  const [was, is] = [dressOf(olds), dressOf(freshs)];
  const found: Dressing[] = [];
  let [left, right] = [0, 0];
  for (const [word, instead] of kept) {
    let [from, there] = [old.starts[word]!, fresh.starts[instead]!];
    const end = old.starts[word + 1]!;
    while (from < end) {
      while (was[left]!.to <= from) left += 1;
      while (is[right]!.to <= there) right += 1;
      const length = Math.min(end - from, was[left]!.to - from, is[right]!.to - there);
      for (const { on, mark } of changesOf(was[left]!.marks, is[right]!.marks)) {
        const last = found.findLast((each) => each.on === on && each.mark.eq(mark));
        if (last?.to === from) last.to = from + length;
        else found.push({ on, mark, from, to: from + length });
      }
      from += length;
      there += length;
    }
  }
  return found;
};

const runsOf = (holes: readonly Hole[], old: Words, fresh: Words): readonly Run[] => {
  const runs: Run[] = [];
  let from = 0;
  for (const hole of holes) {
    runs.push({ kind: 'same', text: old.words.slice(from, hole.from).join('') });
    runs.push({ kind: 'out', text: old.words.slice(hole.from, hole.to).join('') });
    runs.push({ kind: 'in', text: fresh.words.slice(hole.freshFrom, hole.freshTo).join('') });
    from = hole.to;
  }
  runs.push({ kind: 'same', text: old.words.slice(from).join('') });
  const shown = (text: string): string => readable(text.replaceAll(BREAK, '\n'));
  return joinedRuns(runs.map(({ kind, text }) => ({ kind, text: shown(text) })));
};

/** What stands in blocks between two positions, open to what it comes between. */
const cutOf = (blocks: readonly Node[], from: number, to: number): Slice => {
  let start = 0;
  for (const block of blocks) {
    const end = start + block.content.size;
    if (from >= start && to <= end) return new Slice(block.content.cut(from - start, to - start), 0, 0);
    start = end + BREAK.length;
  }
  return new Slice(Fragment.from(blocks).cut(from + 1, to + 1), 1, 1);
};

/**
 * How blocks of words become others of the same sort, word by word, so that every anchor on words that stay stays on them; a paragraph
 * that was split or joined is one that was. `at` is where the content of the first of the older ones begins. With `isBare` the newer ones
 * know nothing of emphasis and links, and take none away.
 */
export const inBlocks = (olds: readonly Node[], freshs: readonly Node[], at: number, isBare: boolean): InBlocks => {
  const [old, fresh] = [wordsOf(olds), wordsOf(freshs)];
  const kept = matched(old.words, fresh.words);
  const holes = fewer(
    holesBetween(kept, old, fresh).flatMap((hole) => byFigures(hole, old, fresh)),
    HOLES,
  );
  const dressing = isBare ? [] : dressings(olds, freshs, kept, old, fresh);
  const steps = [
    ...dressing.map(({ on, mark, from, to }) => new (on ? AddMarkStep : RemoveMarkStep)(at + from, at + to, mark)),
    // From the last to the first: so all before a step still stands where it stood.
    ...holes.toReversed().map(({ from, to, freshFrom, freshTo }) => {
      const slice = cutOf(freshs, fresh.starts[freshFrom]!, fresh.starts[freshTo]!);
      return new ReplaceStep(at + old.starts[from]!, at + old.starts[to]!, slice);
    }),
  ];
  return { steps, runs: runsOf(holes, old, fresh) };
};
