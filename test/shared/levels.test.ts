import assert from 'node:assert/strict';
import fc from 'fast-check';
import { LEVELS, levelsOf, type Stretch } from '../../shared/levels.ts';

const stretch = (id: string, from: number, to: number): Stretch => ({ id, from, to });

const levels = (says: string, stretches: readonly Stretch[], expected: Readonly<Record<string, number>>): void => {
  it(says, () => assert.deepEqual(Object.fromEntries(levelsOf(stretches)), expected));
};

describe('levels of claims', () => {
  levels('keeps claims apart on the first line', [stretch('a', 1, 4), stretch('b', 4, 9)], { a: 0, b: 0 });
  levels('draws the inner claim nearer to its words', [stretch('out', 1, 20), stretch('in', 5, 9)], { out: 1, in: 0 });
  levels('draws the shorter of two that overlap nearer', [stretch('long', 1, 9), stretch('short', 7, 12)], {
    long: 1,
    short: 0,
  });
  levels(
    'gives each of three nested claims its own line',
    [stretch('a', 1, 30), stretch('b', 2, 20), stretch('c', 3, 9)],
    {
      a: 2,
      b: 1,
      c: 0,
    },
  );
  it('never draws two that overlap on one line while there are lines left', () =>
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(60), fc.integer({ min: 1, max: 20 })), { maxLength: 12 }), (pairs) => {
        const stretches = pairs.map(([from, length], index) => stretch(String(index), from, from + length));
        const found = levelsOf(stretches);
        for (const one of stretches)
          for (const other of stretches) {
            const overlap = one.id !== other.id && one.from < other.to && other.from < one.to;
            const level = found.get(one.id) ?? 0;
            if (overlap && level < LEVELS - 1) assert.notEqual(level, found.get(other.id));
          }
      }),
    ));
});
