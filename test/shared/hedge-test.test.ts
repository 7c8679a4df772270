import assert from 'node:assert/strict';
import { HEDGE_RULE, type HedgeRule, parseHedgeRule } from '../../shared/hedge-rule.ts';
import { holdAgainst, type Outcome } from '../../shared/hedge-test.ts';

const result = (low: number, high = low, more: Partial<Outcome> = {}): Outcome => ({
  ...{ low, high, sort: 'percent', unit: '%', each: 1 },
  ...more,
});
const number = (low: number, high = low, unit = '', each = 1) => result(low, high, { sort: 'number', unit, each });
const TWO_POINTS: HedgeRule = { ...HEDGE_RULE, points: { below: 2, near: 3, above: 5 } };
const INFINITE = Number.POSITIVE_INFINITY;

const held = (words: string, outcome: Outcome, rule: HedgeRule = HEDGE_RULE, language = 'en'): string => {
  const { verdict, why, said } = holdAgainst(words, outcome, rule, language);
  return [verdict, why === verdict ? '' : why, said && `“${said}”`].filter(Boolean).join(' ');
};

const holds = (words: string, outcome: Outcome, expected: string, rule?: HedgeRule, language?: string): void => {
  const { low, high, unit } = outcome;
  it(`${expected}: ${words} ← ${low === high ? low : `${low}..${high}`} ${unit}`, () =>
    assert.equal(held(words, outcome, rule, language), expected));
};

describe('a result held against the words of a claim', () => {
  describe('of a share', () => {
    const almost = 'Almost 80 percent of the targets lay elsewhere.';
    holds(almost, result(76.5625), 'within “Almost 80 percent”');
    holds(almost, result(76.5625), 'outside under “Almost 80 percent”', TWO_POINTS);
    holds(almost, result(78.5), 'within “Almost 80 percent”', TWO_POINTS);
    holds(almost, result(80), 'outside itself “Almost 80 percent”');
    holds(almost, result(81), 'outside over “Almost 80 percent”');
    holds(almost, result(71.9), 'outside under “Almost 80 percent”');
    holds(almost, result(76.5625, INFINITE), 'unknown partly “Almost 80 percent”');
    holds(almost, result(80.5, INFINITE), 'outside over “Almost 80 percent”');
    holds('About 80 percent of them', result(76.5625), 'within “About 80 percent”');
    holds('About 80 percent of them', result(76.5625), 'outside under “About 80 percent”', TWO_POINTS);
    holds('80 percent of them', result(76.5625), 'outside under “80 percent”');
    holds('77 percent of them', result(76.5625), 'within “77 percent”');
    holds('More than 75% of them', result(76.5625), 'within “More than 75%”');
    holds('More than 80% of them', result(80), 'outside itself “More than 80%”');
    holds('More than 40% of them', result(80), 'outside far “More than 40%”');
    holds('At least three quarters of them', result(76.5625, INFINITE), 'within “At least three quarters”');
    holds('Up to 80 percent of them', result(12), 'within “Up to 80 percent”');
    holds('Less than 80 percent of them', result(80), 'outside itself “Less than 80 percent”');
    holds('Nearly half of them', result(48), 'within “Nearly half”');
    holds('A third of them', result(33.2), 'within “A third”');
    holds('Two thirds of them', result(60), 'outside under “Two thirds”');
    holds('49 of 64 targets', result(76.5625), 'within “49 of 64”');
    holds('In 2015 the share was 80 percent, not 20 percent', result(21), 'outside over “20 percent”');
    holds('Many of them', result(76.5625), 'unknown no-figure');
  });

  describe('of a change', () => {
    const change = (value: number) => result(value, value, { sort: 'change' });
    holds('Rents rose by 25 percent', change(25), 'within “25 percent”');
    holds('Rents doubled', change(100), 'within “doubled”');
    holds('Rents almost doubled', change(85), 'within “almost doubled”');
    holds('Rents more than tripled', change(190), 'outside under “more than tripled”');
    holds('Rents rose by 5 percent', result(5, 5, { sort: 'points' }), 'unknown percent-said “5 percent”');
    holds('Rents rose by 5 percentage points', result(5, 5, { sort: 'points' }), 'within “5 percentage points”');
    holds('Rents rose by 5 percentage points', change(5), 'unknown points-said “5 percentage points”');
  });

  describe('of a number', () => {
    holds('It is three times as much', number(3.02), 'within “three times”');
    holds('It is twice as much', number(2.4), 'outside over “twice”');
    holds('It cost 3 billion euros', number(3.02, 3.02, 'billion €', 1e9), 'within “3 billion”');
    holds('Over 250,000 people fled', number(262_000, 262_000, 'people'), 'within “Over 250,000”');
    holds('Fewer than 40 people in 12 towns', number(13, 13, 'towns'), 'outside over “12”');
    holds('Fewer than 40 people in 12 towns', number(40, 40, 'people'), 'outside itself “Fewer than 40”');
    holds('Half of them', number(0.5), 'within “Half”');
  });

  describe('in German', () => {
    const german = (words: string, outcome: Outcome, expected: string, rule?: HedgeRule): void =>
      holds(words, outcome, expected, rule, 'de-AT');
    german('Fast 80 Prozent der Ziele lagen anderswo.', result(76.5625), 'within “Fast 80 Prozent”');
    german('Knapp 80 Prozent der Ziele', result(76.5625), 'outside under “Knapp 80 Prozent”', TWO_POINTS);
    german('Rund 80 % der Ziele', result(83), 'within “Rund 80 %”');
    german('Mehr als die Hälfte der Ziele', result(51), 'within “Mehr als die Hälfte”');
    german('Mindestens zwei Drittel der Ziele', result(66), 'outside under “Mindestens zwei Drittel”');
    german('Die Mieten haben sich fast verdoppelt', result(92, 92, { sort: 'change' }), 'within “fast verdoppelt”');
    german('um fünf Prozent', result(5, 5, { sort: 'points' }), 'unknown percent-said “fünf Prozent”');
    german('um 5 Prozentpunkte', result(5, 5, { sort: 'points' }), 'within “5 Prozentpunkte”');
    german(
      'unter 2,5 Millionen Menschen',
      number(2.5, 2.5, 'Millionen Menschen', 1e6),
      'outside itself “unter 2,5 Millionen”',
    );
    german('vierundzwanzig Städte', number(24, 24, 'Städte'), 'within “vierundzwanzig”');
  });

  it('says the figure, where the desk lets the words reach, and how far off it is', () => {
    const { figure, from, to, gap } = holdAgainst('almost 80 percent', result(76.5625), TWO_POINTS);
    assert.deepEqual(
      [figure, from, to, gap].map((each) => Number(each.toFixed(4))),
      [80, 78, 80, 3.4375],
    );
  });
});

describe("the desk's rule of hedges", () => {
  it('is read, and refused where it is none', () => {
    assert.deepEqual(parseHedgeRule(TWO_POINTS, ''), TWO_POINTS);
    for (const wrong of [{}, { ...HEDGE_RULE, near: -1 }, { ...HEDGE_RULE, above: 101 }, { ...HEDGE_RULE, points: 2 }])
      assert.throws(() => parseHedgeRule(wrong, 'hedges'), /hedges/);
  });
});
