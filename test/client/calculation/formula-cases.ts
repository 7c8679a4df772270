import type { Calculation, CalculationInput } from '../../../shared/calculation.ts';
import { aCalculation, anInput } from '../../support/a-calculation.ts';

/** A formula, its inputs and more, and what it comes to: "low..high", or one number, or the name of what stands in the way and where. */
type Case = readonly [
  formula: string,
  inputs: readonly CalculationInput[],
  more: Partial<Calculation>,
  comesTo: string,
];

const n = (name: string, value: string, unit = '', more: Partial<CalculationInput> = {}) =>
  anInput(name, value, { unit, ...more });
const least = { bound: 'least' } as const;
const most = { bound: 'most' } as const;
const give = (margin: string) => ({ bound: 'about', margin }) as const;
const percent = { unit: '%' };
const whole = { digits: 0 };

const rows: readonly Case[] = [
  // Shares
  ['hit / all', [n('hit', '49'), n('all', '64')], percent, '76.6'],
  ['hit / all', [n('hit', '49', 'targets'), n('all', '64', 'target')], percent, '76.6'],
  ['hit / all', [n('hit', '49', '', least), n('all', '64')], percent, '76.6..'],
  ['hit / all', [n('hit', '49', '', most), n('all', '64')], percent, '0.0..76.6'],
  ['hit / all', [n('hit', '49'), n('all', '64', '', most)], percent, '76.6..'],
  ['hit / all', [n('hit', '49', '', give('2')), n('all', '64')], percent, '73.4..79.7'],
  ['1 - hit / all', [n('hit', '49', '', least), n('all', '64')], percent, '..23.4'],
  ['49 / 64', [], { unit: '%', digits: 4 }, '76.5625'],
  ['49 ÷ 64 × 2', [], { digits: 5 }, '1.53125'],
  // Exact
  ['0.1 + 0.2', [], { digits: 12 }, '0.300000000000'],
  ['(1 / 3) * 3', [], whole, '1'],
  ['1 / 3', [], { digits: 4, significant: true }, '0.3333'],
  ['2 ^ 10', [], whole, '1024'],
  ['2 ^ 3 ^ 2', [], whole, '512'],
  ['2 * 3 ^ 2 - -1', [], whole, '19'],
  ['-2 ^ 2', [], whole, 'brackets 0-6'],
  ['(-2) ^ 2', [], whole, '4'],
  ['2 ^ -2', [], { digits: 2 }, '0.25'],
  ['a ^ 2', [n('a', '0', '', give('3'))], whole, '0..9'],
  ['10 - 4 - 3', [], whole, '3'],
  ['100 / 10 / 5', [], whole, '2'],
  // Rounding
  ['2.5', [], whole, '3'],
  ['-2.5', [], whole, '-3'],
  ['2.5', [], { digits: 0, way: 'down' }, '2'],
  ['2.1', [], { digits: 0, way: 'up' }, '3'],
  ['-2.1', [], { digits: 0, way: 'up' }, '-2'],
  ['1234567', [], { digits: 3, significant: true }, '1230000'],
  ['0.00098765', [], { digits: 2, significant: true }, '0.00099'],
  ['9.996', [], { digits: 3, significant: true }, '10.0'],
  ['0', [], { digits: 3, significant: true }, '0'],
  // Percent and percentage points
  ['now - before', [n('now', '45', '%'), n('before', '40', '%')], { unit: 'percentage points' }, '5.0'],
  ['now - before', [n('now', '45', '%'), n('before', '40', '%')], percent, '5.0 points-not-percent'],
  ['change(before, now)', [n('now', '45', '%'), n('before', '40', '%')], percent, '12.5'],
  ['change(before, now)', [n('now', '45', '%'), n('before', '40', '%')], { unit: 'pp' }, '12.5 percent-not-points'],
  ['points(before, now)', [n('now', '45', '%'), n('before', '40', '%')], { unit: 'points' }, '5.0'],
  ['points(before, now)', [n('now', '45'), n('before', '40')], { unit: 'points' }, 'not-percent 0-19'],
  ['hit / all * 100', [n('hit', '49'), n('all', '64')], percent, '7656.3 hundredfold'],
  ['price * (1 + 19 %)', [n('price', '50', '€')], { unit: 'EUR' }, '59.5'],
  ['20% * people', [n('people', '500', 'people')], { unit: 'persons', digits: 0 }, '100'],
  // Functions
  ['change(then, now)', [n('then', '80'), n('now', '100', '', least)], percent, '25.0..'],
  ['mean(a, b, c)', [n('a', '1'), n('b', '2'), n('c', '6', '', give('3'))], {}, '2.0..4.0'],
  ['sum(a, b) / max(a, b, 10)', [n('a', '4'), n('b', '12')], { digits: 2 }, '1.33'],
  ['min(a, b)', [n('a', '4', '', least), n('b', '12')], whole, '4..12'],
  ['abs(a)', [n('a', '-2', '', give('5'))], whole, '0..7'],
  [
    'per(cases, people, 100000)',
    [n('cases', '35', 'cases'), n('people', '250000', 'people')],
    { unit: 'cases' },
    '14.0',
  ],
  [
    'cases / people',
    [n('cases', '35', 'cases'), n('people', '0.25', 'million people')],
    { unit: 'cases per 100,000 people' },
    '14.0',
  ],
  // Units
  ['way', [n('way', '5', 'miles')], { unit: 'km', digits: 3 }, '8.047'],
  ['area / 2', [n('area', '3', 'sq km')], { unit: 'ha', digits: 0 }, '150'],
  ['way / time', [n('way', '90', 'km'), n('time', '45', 'min')], { unit: 'km/h', digits: 0 }, '120'],
  [
    'cost / heads',
    [n('cost', '3', 'billion €'), n('heads', '83', 'million people')],
    { unit: '€ per person', digits: 2 },
    '36.14',
  ],
  ['a + b', [n('a', '3', 'km'), n('b', '4', 'people')], { unit: 'km' }, 'units 0-5'],
  ['a + 4', [n('a', '3', 'km')], { unit: 'km' }, 'units 0-5'],
  ['a / b', [n('a', '30', 'strikes'), n('b', '40', 'targets')], percent, 'unit-differs 0-5'],
  ['a * 2', [n('a', '3', 'km')], {}, 'unit-wanted 0-5'],
  // Dates
  ['days(from, to)', [n('from', '2015-09-30'), n('to', '2015-10-22')], whole, '22'],
  ['days(from, to)', [n('from', '2015-09'), n('to', '2015-10-22')], whole, '22..51'],
  ['years(born, day)', [n('born', '1970-11-29'), n('day', '2015-11-28')], whole, '44'],
  ['years(born, day)', [n('born', '1970-02'), n('day', '2015-02-10')], whole, '44..45'],
  ['years(born, day)', [n('born', '1970-11-29'), n('day', '2015-11-28', '', least)], whole, '44..'],
  ['to - from', [n('from', '2015-09-30'), n('to', '2015-10-22')], whole, 'date 0-9'],
  ['days(3, 4)', [], whole, 'no-date 0-10'],
  // What stands in the way, and where
  ['', [], {}, 'empty 0-0'],
  ['a / b', [n('a', '1')], {}, 'unknown-name 4-5'],
  ['1 + nothing', [], {}, 'unknown-name 4-11'],
  ['1 + (2', [], {}, 'unfinished 6-7'],
  ['1 +', [], {}, 'unfinished 3-4'],
  ['1 & 2', [], {}, 'unexpected 2-3'],
  ['2 3', [], {}, 'missing-sign 1-3'],
  ['0,5 * 2', [], {}, 'comma 1-3'],
  ['5 / (a - a)', [n('a', '2')], {}, 'by-zero 0-11'],
  ['5 / a', [n('a', '0', '', give('1'))], {}, 'maybe-by-zero 0-5'],
  ['5 + sin(1)', [], {}, 'unknown-function 4-10'],
  ['change(1)', [], {}, 'arguments 0-9'],
  ['2 ^ 0.5', [], {}, 'exponent 0-7'],
  ['a', [n('a', '1', '', { bound: 'about' })], {}, 'margin 0-1'],
];

/** The cases by their formula, inputs and unit, each a calculation with what it comes to. */
export const FORMULA_CASES = rows.map(([formula, inputs, more, comesTo]) => {
  const shown = inputs.map(({ name, bound, value, margin, unit }) =>
    [name, '=', bound === 'exact' ? '' : bound, value, margin && `± ${margin}`, unit].filter(Boolean).join(' '),
  );
  return {
    name: [formula || 'nothing', ...shown, more.unit && `in ${more.unit}`].filter(Boolean).join(', '),
    calculation: aCalculation(formula, inputs, more),
    comesTo,
  };
});
