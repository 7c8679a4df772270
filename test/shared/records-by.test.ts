import assert from 'node:assert/strict';
import { recordsBy } from '../../shared/records-by.ts';

interface Vote {
  readonly id: string;
  readonly on: string;
  readonly at: string;
  readonly withdrawn?: true;
}

const votesOn = recordsBy<Vote>(
  ({ on }) => on,
  ({ at }) => at,
);

const table = (...votes: readonly Vote[]): ReadonlyMap<string, Vote> => new Map(votes.map((each) => [each.id, each]));

const votes = table(
  { id: 'v2', on: 'a', at: '2' },
  { id: 'v9', on: 'a', at: '1' },
  { id: 'v1', on: 'b', at: '1' },
  { id: 'v3', on: 'a', at: '3', withdrawn: true },
);

const idsOn = (from: ReadonlyMap<string, Vote>, of: string): readonly string[] => votesOn(from, of).map(({ id }) => id);

describe('the records of an owner', () => {
  it('are those that stand, oldest first, whatever order the table has', () =>
    assert.deepEqual(idsOn(votes, 'a'), ['v9', 'v2']));

  it('of the same time are in the order of their ids', () =>
    assert.deepEqual(idsOn(table({ id: 'y', on: 'a', at: '1' }, { id: 'x', on: 'a', at: '1' }), 'a'), ['x', 'y']));

  it('are none where there are none', () => assert.deepEqual(idsOn(votes, 'c'), []));

  it('are the very same list when they are asked for again', () =>
    assert.equal(votesOn(votes, 'a'), votesOn(votes, 'a')));

  it('are those of the table at hand, not of one before it', () => {
    const more = new Map([...votes, ['v0', { id: 'v0', on: 'a', at: '0' }]]);
    assert.deepEqual(idsOn(more, 'a'), ['v0', 'v9', 'v2']);
    assert.deepEqual(idsOn(votes, 'a'), ['v9', 'v2']);
  });

  it('go through a table once for all owners', () => {
    let asked = 0;
    const counting = recordsBy<Vote>(
      ({ on }) => {
        asked += 1;
        return on;
      },
      ({ at }) => at,
    );
    const many = table(...Array.from({ length: 100 }, (_, n) => ({ id: `v${n}`, on: `c${n}`, at: '1' })));
    counting(many, 'c0');
    const once = asked;
    for (let n = 0; n < 100; n += 1) counting(many, `c${n}`);
    assert.equal(asked, once);
  });
});
