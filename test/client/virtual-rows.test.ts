import assert from 'node:assert/strict';
import fc from 'fast-check';
import { offsetsOf, piecesOf, rowAt } from '../../client/virtual-rows.ts';

const heights = fc.array(fc.integer({ min: 1, max: 200 }), { minLength: 1, maxLength: 60 });
const view = fc
  .tuple(fc.integer({ min: -500, max: 6_000 }), fc.integer({ min: 0, max: 900 }))
  .map(([top, height]) => ({ top, bottom: top + height }));
const kept = fc.array(fc.integer({ min: 0, max: 59 }), { maxLength: 3 });

const sum = (numbers: readonly number[]): number => numbers.reduce((all, each) => all + each, 0);

describe('the rows of a long list that are on the page', () => {
  it('are as high, with the space between them, as all rows', () =>
    fc.assert(
      fc.property(heights, view, kept, (each, seen, staying) => {
        const pieces = piecesOf(offsetsOf(each), seen, staying);
        const high = pieces.map((piece) => ('gap' in piece ? piece.gap : (each[piece.row] ?? 0)));
        assert.equal(sum(high), sum(each));
      }),
    ));

  it('are each there once, in order', () =>
    fc.assert(
      fc.property(heights, view, kept, (each, seen, staying) => {
        const rows = piecesOf(offsetsOf(each), seen, staying).flatMap((piece) => ('row' in piece ? [piece.row] : []));
        assert.deepEqual(
          rows,
          [...new Set(rows)].sort((one, other) => one - other),
        );
      }),
    ));

  it('are all that are in view, and all that are kept', () =>
    fc.assert(
      fc.property(heights, view, kept, (each, seen, staying) => {
        const offsets = offsetsOf(each);
        const rows = new Set(piecesOf(offsets, seen, staying).flatMap((piece) => ('row' in piece ? [piece.row] : [])));
        each.forEach((height, row) => {
          const top = offsets[row] ?? 0;
          if ((top < seen.bottom && top + height > seen.top) || staying.includes(row))
            assert.ok(rows.has(row), `${row}`);
        });
      }),
    ));

  it('are few in a list of thousands', () => {
    const offsets = offsetsOf(Array.from({ length: 5_000 }, () => 100));
    const pieces = piecesOf(offsets, { top: 250_000, bottom: 251_000 }, [10]);
    assert.ok(pieces.length < 40, `${pieces.length}`);
  });

  it('are none of an empty list', () => assert.deepEqual(piecesOf(offsetsOf([]), { top: 0, bottom: 100 }, []), []));

  it('are found by the place in them', () => {
    const offsets = offsetsOf([10, 20, 30]);
    assert.deepEqual(
      [-5, 0, 9, 10, 29, 30, 59, 1_000].map((place) => rowAt(offsets, place)),
      [0, 0, 0, 1, 1, 2, 2, 2],
    );
  });
});
