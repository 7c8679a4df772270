import { type Drift, type Side, wordsFrom } from './finding.ts';
import type { Lexicon } from './lexicon.ts';
import { amountAt, fits, type Quantity } from './quantities.ts';
import { isSameWord } from './tokens.ts';

/** A figure before and after. */
export type Pair = readonly [before: Quantity, after: Quantity];

const sharesUnit = (one: Quantity, other: Quantity, lexicon: Lexicon): boolean =>
  one.unit.some((word) => other.unit.some((each) => isSameWord(word.lower, each.lower, lexicon)));

const distance = (one: Quantity, other: Quantity): number => {
  const most = Math.max(Math.abs(one.value), Math.abs(other.value));
  return most === 0 ? 0 : Math.abs(one.value - other.value) / most;
};

/** Figures further apart than this, as a share of the larger, are not taken for one another unless they count the same. */
const NEAR = 0.3;

/** The figures of two wordings that stand for one another, the nearest first; each is in one pair at most. */
export const pairsOf = (before: Side, after: Side, lexicon: Lexicon): readonly Pair[] => {
  const candidates = before.quantities.flatMap((one) =>
    after.quantities
      .filter((other) => other.kind === one.kind)
      .map((other) => ({ one, other, apart: distance(one, other), same: sharesUnit(one, other, lexicon) })),
  );
  const likely = candidates.filter(({ one, apart, same }) => apart <= NEAR || (same && one.kind !== 'year'));
  const pairs: Pair[] = [];
  for (const { one, other } of likely.sort((a, b) => a.apart - Number(a.same) / 5 - (b.apart - Number(b.same) / 5)))
    if (!pairs.some(([taken, with_]) => taken === one || with_ === other)) pairs.push([one, other]);
  return pairs;
};

const worked = ({ of, value }: Quantity) => (of ? { share: value } : {});

/** What became of figures: whether they are the same, or come to the same within their hedge, or not. */
export const figureFindings = (
  before: Side,
  after: Side,
  pairs: readonly Pair[],
  lexicon: Lexicon,
): readonly Drift[] => {
  const [old, now] = [
    ({ from, to }: Quantity) => wordsFrom(before, from, to),
    ({ from, to }: Quantity) => wordsFrom(after, from, to),
  ];
  const found = pairs.flatMap(([one, other]) => pairFinding(one, other, old(one), now(other)));
  const lost = before.quantities.filter((each) => !pairs.some(([taken]) => taken === each));
  const gained = after.quantities.filter((each) => !pairs.some(([, taken]) => taken === each));
  const wholes = gained.filter((each) => each.kind === 'count');
  for (const each of lost) {
    const part = wholes.find(({ value }) => value === each.of?.part);
    const amount = each.kind === 'share' ? amountIn(after, lexicon) : undefined;
    if (part) found.push({ kind: 'whole-lost', before: old(each), after: now(part), ...worked(each) });
    else if (amount) {
      const holds = each.value >= amount.least && each.value <= amount.most;
      found.push({
        kind: holds ? 'number-fits' : 'number-changed',
        before: old(each),
        after: amount.words,
        ...worked(each),
      });
    } else if (each.kind !== 'year' && !isPartOf(each, after))
      found.push({ kind: 'number-lost', before: old(each), after: '' });
  }
  for (const each of gained) {
    const ratio = ratioIn(before, each);
    if (ratio && each.of) continue;
    if (ratio) {
      const words = `${old(ratio.part)} … ${old(ratio.whole)}`;
      found.push({ kind: 'number-fits', before: words, after: now(each), share: ratio.part.value / ratio.whole.value });
      continue;
    }
    const known = each.kind === 'year' || isPartOf(each, before) || lost.some(({ of }) => of?.part === each.value);
    if (!known) found.push({ kind: 'number-gained', before: '', after: now(each), ...worked(each) });
  }
  return found;
};

/** Whether a figure is half of a share that the other side gives as so many of so many. */
const isPartOf = ({ value }: Quantity, { quantities }: Side): boolean =>
  quantities.some(({ of }) => of && (of.part === value || of.whole === value));

/** Among more figures than these, two that come to a share by chance are too likely. */
const FEW = 4;

/** The two figures of a wording that a share says, though they do not stand together there: "64 farms …, 49 of them". */
const ratioIn = (side: Side, share: Quantity): { readonly part: Quantity; readonly whole: Quantity } | undefined => {
  const counts = side.quantities.filter(({ kind }) => kind === 'count');
  if (share.kind !== 'share' || counts.length > FEW) return undefined;
  for (const part of counts)
    for (const whole of counts)
      if (whole.value > part.value && fits(share, { ...part, value: part.value / whole.value, precision: 0 }))
        return { part, whole };
  return undefined;
};

const amountIn = (side: Side, lexicon: Lexicon) => {
  for (const at of side.tokens.keys()) {
    const amount = amountAt(side.tokens, at, lexicon);
    if (amount) return { ...amount, words: wordsFrom(side, at, at + amount.length) };
  }
  return undefined;
};

const pairFinding = (one: Quantity, other: Quantity, before: string, after: string): Drift[] => {
  const share = { ...worked(other), ...worked(one) };
  if (Math.abs(one.value - other.value) > 1e-9) {
    const holds = fits(other, one) || (one.hedge !== undefined && fits(one, other));
    return [{ kind: holds ? 'number-fits' : 'number-changed', before, after, ...share }];
  }
  if (one.hedge?.sense === other.hedge?.sense) return [];
  if (!other.hedge) return [{ kind: 'hedge-lost', before, after }];
  return [{ kind: one.hedge ? 'hedge-changed' : 'hedge-gained', before, after }];
};
