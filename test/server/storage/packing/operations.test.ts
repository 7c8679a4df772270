import assert from 'node:assert/strict';
import { operationsOf, PackedOperations } from '../../../../server/storage/packing/operations.ts';
import { someEntries } from '../../../support/stored-entries.ts';

const blockOf = (first: number, last: number) => ({
  first,
  last,
  operations: operationsOf(someEntries('a', first, last)),
});
const named = (version: number) => ({ reviewer: 'una', opId: `op-${version}` });

describe('the operations of blocks', () => {
  it('are each in the block that holds it, and hardly ever in another', () => {
    const packed = new PackedOperations();
    packed.learn('a', [blockOf(1, 500), blockOf(501, 900)]);
    assert.equal(packed.after('a'), 900);
    for (let version = 1; version <= 900; version += 1) {
      assert.deepEqual(packed.blocksWith('a', named(version)), [version <= 500 ? 500 : 900]);
    }
    assert.deepEqual(packed.blocksWith('a', named(901)), []);
    assert.deepEqual(packed.blocksWith('b', named(1)), []);
  });

  it('of a block that was packed anew take the place of those it had', () => {
    const packed = new PackedOperations();
    packed.learn('a', [blockOf(1, 10), blockOf(11, 12)]);
    packed.learn('a', [blockOf(11, 20)]);
    packed.learn('a', []);
    assert.equal(packed.after('a'), 20);
    assert.deepEqual(packed.blocksWith('a', named(12)), [20]);
    assert.deepEqual(packed.blocksWith('a', named(10)), [10]);
  });
});
