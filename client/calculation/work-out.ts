import type Fraction from 'fraction.js';
import type { Calculation, CalculationInput } from '../../shared/calculation.ts';
import { readFormula, type Sign, type Tree } from './formula.ts';
import { alike, FUNCTIONS, ratio } from './functions.ts';
import { rounded } from './rounding.ts';
import { add, boundsOf, exactly, exactOf, mapEnds, minus, power, shownEnds, times } from './span.ts';
import { type Place, Trouble } from './trouble.ts';
import { combined, dimensionWords, isSame, unitOf } from './units.ts';
import { inputValue, plainValue, type Sort, type Value } from './values.ts';

/** What is said of a result besides: of percent and percentage points taken for one another, and of percent counted twice. */
export type Remark = 'points-not-percent' | 'percent-not-points' | 'hundredfold';

/** What a calculation comes to. */
export interface Worked {
  /** Rounded as it says; empty where there is no bound. */
  readonly low: string;
  readonly high: string;
  /** Not rounded, in the unit of the result. */
  readonly bounds: { readonly low: number; readonly high: number };
  readonly sort: Sort;
  readonly remarks: readonly Remark[];
}

const scaled = (value: Value, factor: Fraction): Value['span'] => mapEnds(value.span, (end) => end.mul(factor));

const sortOfSum = (one: Value, other: Value, sign: '+' | '-'): Sort => {
  const sorts = [one.sort, other.sort];
  if (!sorts.every((each) => each === 'percent' || each === 'points'))
    return one.sort === other.sort ? one.sort : 'number';
  const points = sorts.every((each) => each === 'points');
  return points || (sign === '-' && one.sort === 'percent' && other.sort === 'percent') ? 'points' : 'percent';
};

const SIGNS: Readonly<Record<Sign, (one: Value, other: Value, place: Place) => Value>> = {
  '+': (one, other, place) => ({
    ...alike([one, other], place),
    span: add(one.span, other.span, place),
    sort: sortOfSum(one, other, '+'),
  }),
  '-': (one, other, place) => ({
    ...alike([one, other], place),
    span: add(one.span, minus(other.span), place),
    sort: sortOfSum(one, other, '-'),
  }),
  '*': (one, other, place) => {
    for (const each of [one, other]) alike([each], place);
    return {
      span: times(one.span, other.span, place),
      dimensions: combined(one.dimensions, other.dimensions, 1),
      sort: 'number',
    };
  },
  '/': (one, other, place) => {
    for (const each of [one, other]) alike([each], place);
    return ratio(one, other, place);
  },
  '^': (one, other, place) => {
    const exponent = exactOf(other.span);
    if (exponent?.d !== 1n || exponent.n > 1000n || other.dimensions.size > 0) throw new Trouble('exponent', place);
    const times = Number(exponent.s * exponent.n);
    return {
      span: power(alike([one], place).span, times, place),
      dimensions: combined(new Map(), one.dimensions, times),
      sort: 'number',
    };
  },
};

const worth = (tree: Tree, inputs: readonly CalculationInput[]): Value => {
  switch (tree.type) {
    case 'number':
      return plainValue(exactly(tree.text));
    case 'name': {
      const input = inputs.find(({ name }) => name === tree.name);
      if (!input) throw new Trouble('unknown-name', tree, { name: tree.name });
      return inputValue(input, tree);
    }
    case 'minus': {
      const value = worth(tree.of, inputs);
      return { ...alike([value], tree), span: minus(value.span) };
    }
    case 'percent': {
      const value = worth(tree.of, inputs);
      if (value.dimensions.size > 0 || value.sort !== 'number') throw new Trouble('unexpected', tree, { sign: '%' });
      return plainValue(scaled(value, unitOf('%').factor), 'percent');
    }
    case 'signed':
      return SIGNS[tree.sign](worth(tree.left, inputs), worth(tree.right, inputs), tree);
    case 'call': {
      const found = Object.hasOwn(FUNCTIONS, tree.name) ? FUNCTIONS[tree.name] : undefined;
      if (!found) throw new Trouble('unknown-function', tree, { name: tree.name });
      const [first, ...others] = tree.of.map((each) => worth(each, inputs));
      const count = tree.of.length;
      if (!first || count < found.takes[0] || count > found.takes[1])
        throw new Trouble('arguments', tree, { name: tree.name });
      return found.of([first, ...others], tree);
    }
  }
};

const isHundred = (tree: Tree): boolean => tree.type === 'number' && Number(tree.text) === 100;

const remarksOn = (tree: Tree, sort: Sort, share: string | undefined): readonly Remark[] => {
  if (sort === 'points' && share === 'percent') return ['points-not-percent'];
  if (sort !== 'points' && share === 'points') return ['percent-not-points'];
  const isTwice =
    share && tree.type === 'signed' && tree.sign === '*' && (isHundred(tree.left) || isHundred(tree.right));
  return isTwice ? ['hundredfold'] : [];
};

const worked = (calculation: Calculation): Worked => {
  const tree = readFormula(calculation.formula);
  const value = worth(tree, calculation.inputs);
  if (value.sort === 'date') throw new Trouble('date', tree);
  const { factor, dimensions, share } = unitOf(calculation.unit);
  if (!isSame(value.dimensions, dimensions)) {
    const found = dimensionWords(value.dimensions);
    throw new Trouble(calculation.unit === '' ? 'unit-wanted' : 'unit-differs', tree, { found });
  }
  const span = scaled(value, factor.inverse());
  const sort = share && value.sort === 'number' ? 'percent' : value.sort;
  return {
    ...shownEnds(span, (end) => rounded(end, calculation)),
    bounds: boundsOf(span),
    sort,
    remarks: remarksOn(tree, value.sort, share),
  };
};

/** Works a calculation out, or says what stands in the way and where. Nothing of what it holds is run as code; it ends after a few milliseconds. */
export const workOut = (calculation: Calculation): Worked | Trouble => {
  try {
    return worked(calculation);
  } catch (error) {
    if (error instanceof Trouble) return error;
    throw error;
  }
};
