import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Trouble } from '../../../client/calculation/trouble.ts';
import { type Worked, workOut } from '../../../client/calculation/work-out.ts';
import type { CalculationInput } from '../../../shared/calculation.ts';
import { aCalculation, anInput } from '../../support/a-calculation.ts';
import { processorTime } from '../../support/processor-time.ts';
import { FORMULA_CASES } from './formula-cases.ts';

const told = (outcome: Worked | Trouble): string => {
  if (outcome instanceof Trouble) return `${outcome.what} ${outcome.at}-${outcome.to}`;
  const { low, high, remarks } = outcome;
  return [low === high ? low : `${low}..${high}`, ...remarks].join(' ');
};

describe('a calculation that is worked out', () => {
  for (const { name, calculation, comesTo } of FORMULA_CASES)
    it(`comes to ${comesTo}: ${name}`, () => {
      assert.equal(told(workOut(calculation)), comesTo);
    });
});

describe('a hostile formula', () => {
  const HOSTILE: Readonly<Record<string, string>> = {
    'a tower of powers': '9^9^9^9',
    'a great power': '9^999999999',
    'powers of powers': '((((((9^100)^100)^100)^100)^100)^100)',
    'a power of less than one': '(1/7)^999',
    'products without end': Array.from({ length: 120 }, () => '9^9').join('*'),
    'fractions without end': Array.from({ length: 80 }, (_, index) => `1/${index + 997}`)
      .join('+')
      .slice(0, 499),
    'brackets without end': `${'('.repeat(249)}1${')'.repeat(249)}`,
    'brackets that never close': '('.repeat(500),
    'signs without end': `${'-'.repeat(499)}1`,
    'ten kilobytes': '1+'.repeat(5_000),
    'a member': 'a.constructor',
    'a computed member': 'a["constructor"]["constructor"]("return 1")()',
    'a call of what is inherited': 'constructor("x")',
    'a call of a call': 'sum(1)(2)',
    this: 'this',
    text: '"x" + 1',
    'a list': '[1, 2, 3]',
    'an assignment': 'a = 5',
    'a condition': '1 ? 2 : 3',
    'two statements': '1; 2',
    'an optional member': 'a?.b',
    'a name that is inherited': '__proto__ + toString',
    'a great exponent of ten': '1e999999999',
    'a number of 400 digits': '9'.repeat(400),
  };
  for (const [name, formula] of Object.entries(HOSTILE))
    it(`is refused or worked out within 50 ms: ${name}`, () => {
      workOut(aCalculation('1 + 1'));
      const calculation = aCalculation(formula, [anInput('a', '2', { bound: 'about', margin: '1' })]);
      let outcome: unknown;
      const took = processorTime(() => {
        outcome = workOut(calculation);
      });
      assert.ok(took < 50, `${took} ms`);
      if (!/brackets without|fractions|signs|less than one|products/.test(name)) assert.ok(outcome instanceof Trouble);
    });

  it('of any characters is refused or worked out, and its place is in it', () => {
    const sign = fc.constantFrom(...'0123456789.+-*/^%(),; ab_"[]{}?:=!&|<>\\\'`$@#~\n\u202eé×−', 'sum', 'per', '9^9');
    fc.assert(
      fc.property(fc.array(sign, { maxLength: 60 }), (signs) => {
        const formula = signs.join('');
        const outcome = workOut(aCalculation(formula, [anInput('a', '3', { bound: 'least' }), anInput('b', '0')]));
        if (!(outcome instanceof Trouble)) return;
        assert.ok(outcome.at >= 0 && outcome.at <= outcome.to && outcome.at <= formula.length, `${outcome.at}`);
      }),
      { seed: 20151022, numRuns: 2_000 },
    );
  });
});

describe('what a calculation with bounds comes to', () => {
  const NAMES = ['a', 'b', 'c'] as const;
  const tree = fc.letrec<{ readonly tree: string }>((tie) => ({
    tree: fc.oneof(
      { depthSize: 'small', maxDepth: 4 },
      fc.constantFrom<string>(...NAMES),
      fc.integer({ min: 0, max: 9 }).map(String),
      fc
        .tuple(tie('tree'), fc.constantFrom('+', '-', '*', '/'), tie('tree'))
        .map(([one, sign, other]) => `(${one} ${sign} ${other})`),
      tie('tree').map((of) => `(${of})^2`),
      fc
        .tuple(fc.constantFrom('min', 'max', 'sum', 'mean', 'change'), tie('tree'), tie('tree'))
        .map(([of, one, other]) => `${of}(${one}, ${other})`),
      tie('tree').map((of) => `abs(${of})`),
    ),
  })).tree;
  interface Drawn extends Pick<CalculationInput, 'bound'> {
    readonly value: number;
    readonly margin: number;
    readonly where: number;
  }
  const input: fc.Arbitrary<Drawn> = fc.record({
    value: fc.integer({ min: 1, max: 40 }),
    margin: fc.integer({ min: 1, max: 20 }),
    bound: fc.constantFrom('exact' as const, 'least' as const, 'most' as const, 'about' as const),
    where: fc.integer({ min: 0, max: 8 }),
  });
  /** A number that the input may stand for. */
  const within = ({ value, margin, bound, where }: Drawn): string => {
    if (bound === 'exact') return String(value);
    if (bound === 'least') return String(value + where * 7);
    if (bound === 'most') return String((value * (where + 1)) / 10);
    return String(value - margin + (margin * where) / 4);
  };

  it('holds whatever it comes to for numbers within them', () => {
    let worked = 0;
    fc.assert(
      fc.property(tree, fc.tuple(input, input, input), (formula, inputs) => {
        const bounded = inputs.map(
          ({ value, margin, bound }, index): CalculationInput =>
            anInput(NAMES[index] ?? '', String(value), { bound, margin: bound === 'about' ? String(margin) : '' }),
        );
        const certain = inputs.map((each, index) => anInput(NAMES[index] ?? '', within(each)));
        const [wide, one] = [workOut(aCalculation(formula, bounded)), workOut(aCalculation(formula, certain))];
        if (wide instanceof Trouble || one instanceof Trouble) return;
        worked += 1;
        const slack = 1e-9 * Math.max(1, Math.abs(one.bounds.low));
        assert.equal(one.bounds.low, one.bounds.high);
        assert.ok(
          wide.bounds.low <= one.bounds.low + slack && one.bounds.high <= wide.bounds.high + slack,
          `${formula}: ${one.bounds.low} is not in ${wide.bounds.low}..${wide.bounds.high}`,
        );
      }),
      { seed: 4964, numRuns: 1_500 },
    );
    assert.ok(worked > 300, `only ${worked} were worked out`);
  });
});
