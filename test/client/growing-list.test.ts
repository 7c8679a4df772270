import assert from 'node:assert/strict';
import { GrowingList } from '../../client/growing-list.ts';

describe('a growing list', () => {
  it('leaves the lists that it grew out of as they were', () => {
    const one = GrowingList.none.with(['a']);
    const two = one.with(['b', 'c']);
    const other = one.with(['x']);
    assert.deepEqual([[...one], [...two], [...other]], [['a'], ['a', 'b', 'c'], ['a', 'x']]);
    assert.deepEqual([...GrowingList.none], []);
    assert.equal(two.with([]), two);
  });
});
