import { matched, type Pair, rising } from './matched.ts';
import { likeness, phrasesIn, type Wording, wordingOf } from './wording.ts';

/** A block, as far as it is compared with others. */
export interface Compared {
  /** Equal for blocks that are the same. */
  readonly key: string;
  readonly text: string;
  /** Only blocks of one sort become each other. */
  readonly sort: string;
}

/** What becomes of the blocks of a list, as indexes into the older and the newer one. */
export interface Matching {
  /** Those that stay, as they are or with changes, in order in both. */
  readonly staying: readonly Pair[];
  /** Those that go from one place to another. */
  readonly moving: readonly Pair[];
}

/** Blocks at least so alike are one block with changes; alone between the same neighbours, or moved, they need less or more. */
const ALIKE = 0.45;
const ALIKE_ALONE = 0.3;
const ALIKE_MOVED = 0.6;

/** Two words that follow each other in more blocks than this tell none of them. */
const TELLING = 12;

/** So many of the likeliest are looked at. */
const CANDIDATES = 4;

/** Between two blocks that stay, at most so many pairs are weighed one by one. */
const WEIGHED = 2_500;

/** Blocks with their words, each worked out when it is asked for. */
class Weighed {
  readonly blocks: readonly Compared[];
  readonly #wordings: (Wording | undefined)[] = [];
  readonly #phrases: (ReadonlySet<string> | undefined)[] = [];

  constructor(blocks: readonly Compared[]) {
    this.blocks = blocks;
  }

  wording(at: number): Wording {
    this.#wordings[at] ??= wordingOf(this.blocks[at]!.text);
    return this.#wordings[at];
  }

  phrases(at: number): ReadonlySet<string> {
    this.#phrases[at] ??= phrasesIn(this.blocks[at]!.text);
    return this.#phrases[at];
  }
}

/** Blocks without a word in them are as like as any; what says something is not parted for them. */
const EMPTY = 0.5;

const alike = (old: Weighed, at: number, fresh: Weighed, there: number): number => {
  const [one, other] = [old.blocks[at]!, fresh.blocks[there]!];
  if (one.sort !== other.sort) return 0;
  if (isEmpty(one) && one.key === other.key) return EMPTY;
  return likeness(old.wording(at), fresh.wording(there));
};

const isEmpty = ({ text }: Compared): boolean => !/[\p{L}\p{N}]/u.test(text);

/** The blocks from one place to another that say something, by their indexes. */
const sayingIn = ({ blocks }: Weighed, from: number, to: number): readonly number[] =>
  blocks.slice(from, to).flatMap((block, index) => (isEmpty(block) ? [] : [from + index]));

/** The blocks that are the same on both sides, in order in both; without words only those at the two ends. */
const sameInOrder = (old: Weighed, fresh: Weighed): readonly Pair[] => {
  const isSame = (at: number, there: number): boolean => old.blocks[at]!.key === fresh.blocks[there]!.key;
  const pairs: Pair[] = [];
  let [from, to, freshTo] = [0, old.blocks.length, fresh.blocks.length];
  while (from < Math.min(to, freshTo) && isSame(from, from)) pairs.push([from, from++]);
  while (from < Math.min(to, freshTo) && isSame(to - 1, freshTo - 1)) pairs.push([--to, --freshTo]);
  const [ones, others] = [sayingIn(old, from, to), sayingIn(fresh, from, freshTo)];
  const keys = (side: Weighed, among: readonly number[]): readonly string[] => among.map((at) => side.blocks[at]!.key);
  const within = matched(keys(old, ones), keys(fresh, others));
  pairs.push(...within.map(([at, there]): Pair => [ones[at]!, others[there]!]));
  return pairs.sort(([first], [second]) => first - second);
};

const without = (count: number, taken: ReadonlySet<number>): readonly number[] =>
  Array.from({ length: count }, (_, index) => index).filter((index) => !taken.has(index));

/** Where the same block stands on both sides just once among those that are left, it went from there to there. */
const sameElsewhere = (
  old: Weighed,
  left: readonly number[],
  fresh: Weighed,
  right: readonly number[],
): readonly Pair[] => {
  const places = (side: Weighed, among: readonly number[]): ReadonlyMap<string, number> => {
    const found = new Map<string, number>();
    for (const at of among) found.set(side.blocks[at]!.key, found.has(side.blocks[at]!.key) ? -1 : at);
    return found;
  };
  const there = places(fresh, right);
  return [...places(old, left)].flatMap(([key, at]) => {
    const place = there.get(key) ?? -1;
    return at >= 0 && place >= 0 && !isEmpty(old.blocks[at]!) ? [[at, place] as const] : [];
  });
};

/** Those that share the most, at most so many as are looked at. */
const mostShared = (shared: ReadonlyMap<number, number>): readonly (readonly [block: number, phrases: number])[] => {
  const most: [number, number][] = [];
  for (const [block, phrases] of shared) {
    if (most.length === CANDIDATES && phrases <= most.at(-1)![1]) continue;
    most.push([block, phrases]);
    most.sort(([, less], [, more]) => more - less);
    most.length = Math.min(most.length, CANDIDATES);
  }
  return most;
};

/** For each block on one side the likeliest on the other, by the phrases that few blocks have. */
const likeliest = (
  one: Weighed,
  left: readonly number[],
  other: Weighed,
  right: readonly number[],
): ReadonlyMap<number, number> => {
  const having = new Map<string, number[]>();
  for (const there of right)
    for (const phrase of other.phrases(there)) {
      const blocks = having.get(phrase);
      if (blocks) blocks.push(there);
      else having.set(phrase, [there]);
    }
  const best = new Map<number, number>();
  for (const at of left) {
    const shared = new Map<number, number>();
    for (const phrase of one.phrases(at)) {
      const blocks = having.get(phrase) ?? [];
      if (blocks.length <= TELLING) for (const there of blocks) shared.set(there, (shared.get(there) ?? 0) + 1);
    }
    const likely = mostShared(shared);
    let most = ALIKE;
    for (const [there] of likely) {
      const how = alike(one, at, other, there);
      if (how < most) continue;
      most = how;
      best.set(at, there);
    }
  }
  return best;
};

/** Blocks that are each other’s likeliest. */
const alikeOf = (old: Weighed, left: readonly number[], fresh: Weighed, right: readonly number[]): readonly Pair[] => {
  const back = likeliest(fresh, right, old, left);
  return [...likeliest(old, left, fresh, right)].filter(([at, there]) => back.get(there) === at);
};

/** Where as many blocks are on both sides between two that are the same, those across from each other that are much alike. */
const besideEachOther = (old: Weighed, fresh: Weighed, same: readonly Pair[]): readonly Pair[] =>
  gapsBetween(same, [old.blocks.length, fresh.blocks.length]).flatMap(([ones, others]) =>
    ones.length === others.length
      ? ones
          .map((at, index): Pair => [at, others[index]!])
          .filter(([at, there]) => !isEmpty(old.blocks[at]!) && alike(old, at, fresh, there) >= ALIKE_MOVED)
      : [],
  );

/** The pairs between two blocks that stay that are the likeliest in all (the greatest sum of likenesses in order). */
const weighed = (old: Weighed, left: readonly number[], fresh: Weighed, right: readonly number[]): readonly Pair[] => {
  if (left.length * right.length > WEIGHED || left.length * right.length === 0) return [];
  const least = left.length === 1 && right.length === 1 ? ALIKE_ALONE : ALIKE;
  const width = right.length + 1;
  const best = new Float64Array((left.length + 1) * width);
  const how = new Float64Array(left.length * right.length);
  for (let row = left.length - 1; row >= 0; row -= 1)
    for (let column = right.length - 1; column >= 0; column -= 1) {
      const weight = alike(old, left[row]!, fresh, right[column]!);
      how[row * right.length + column] = weight;
      const paired = weight >= least ? weight + best[(row + 1) * width + column + 1]! : 0;
      best[row * width + column] = Math.max(paired, best[(row + 1) * width + column]!, best[row * width + column + 1]!);
    }
  const pairs: Pair[] = [];
  let [row, column] = [0, 0];
  while (row < left.length && column < right.length) {
    const here = best[row * width + column]!;
    const weight = how[row * right.length + column]!;
    if (weight >= least && here === weight + best[(row + 1) * width + column + 1]!)
      pairs.push([left[row++]!, right[column++]!]);
    else if (here === best[(row + 1) * width + column]!) row += 1;
    else column += 1;
  }
  return pairs;
};

/** What is left between pairs on both sides. */
const gapsBetween = (
  pairs: readonly Pair[],
  counts: Pair,
): readonly (readonly [readonly number[], readonly number[]])[] => {
  const range = (from: number, to: number): readonly number[] =>
    Array.from({ length: to - from }, (_, index) => from + index);
  return [...pairs, counts].map(([to, otherTo], index) => {
    const [before, otherBefore] = pairs[index - 1] ?? [-1, -1];
    return [range(before + 1, to), range(otherBefore + 1, otherTo)];
  });
};

const inOrder = (pairs: readonly Pair[]): readonly Pair[] => [...pairs].sort(([one], [other]) => one - other);

/** What becomes of the blocks of a list: the same stay or go elsewhere as they are; those that are alike do so with changes. */
export const inList = (olds: readonly Compared[], freshs: readonly Compared[]): Matching => {
  const [old, fresh] = [new Weighed(olds), new Weighed(freshs)];
  const same = sameInOrder(old, fresh);
  const inPlace = [...same, ...besideEachOther(old, fresh, same)];
  const left = without(olds.length, new Set(inPlace.map(([at]) => at)));
  const right = without(freshs.length, new Set(inPlace.map(([, there]) => there)));
  const gone = sameElsewhere(old, left, fresh, right);
  const [isGone, isCome] = [new Set(gone.map(([at]) => at)), new Set(gone.map(([, there]) => there))];
  const like = alikeOf(
    old,
    left.filter((at) => !isGone.has(at)),
    fresh,
    right.filter((there) => !isCome.has(there)),
  );
  // What is found in its place is not taken from it by what is only like another.
  const firm = inOrder(inPlace);
  const staying = inOrder([...firm, ...rising(inOrder(like.filter(betweenThe(firm))))]);
  const isStaying = new Set(staying.map(([at]) => at));
  const moving = [
    ...gone,
    ...like.filter(([at, there]) => !isStaying.has(at) && alike(old, at, fresh, there) >= ALIKE_MOVED),
  ];
  const [away, come] = [new Set(moving.map(([at]) => at)), new Set(moving.map(([, there]) => there))];
  const between = gapsBetween(staying, [olds.length, freshs.length]).flatMap(([ones, others]) =>
    weighed(
      old,
      ones.filter((at) => !away.has(at)),
      fresh,
      others.filter((there) => !come.has(there)),
    ),
  );
  return { staying: inOrder([...staying, ...between]), moving };
};

/** Whether a pair stands between the same two of some pairs on both sides. */
const betweenThe = (pairs: readonly Pair[]): ((pair: Pair) => boolean) => {
  const before = (at: number, side: 0 | 1): number => {
    let low = 0;
    let high = pairs.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (pairs[middle]![side] < at) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return ([one, other]) => before(one, 0) === before(other, 1);
};
