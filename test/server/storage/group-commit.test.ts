import assert from 'node:assert/strict';
import { groupCommit } from '../../../server/storage/group-commit.ts';

interface Pending {
  readonly batches: readonly number[];
  readonly done: () => void;
  readonly fail: (error: Error) => void;
}

/** A group commit of numbers that count for themselves, at most 10 together, and the commits that were begun. */
const opened = () => {
  const begun: Pending[] = [];
  let tell = (): void => undefined;
  const commit = (batches: readonly number[]) =>
    new Promise<readonly string[]>((resolve, reject) => {
      begun.push({ batches, done: () => resolve(batches.map((each) => `${each} stored`)), fail: reject });
      tell();
    });
  const beginning = async (count: number): Promise<Pending> => {
    while (begun.length < count) await new Promise<void>((resolve) => (tell = resolve));
    return begun[count - 1]!;
  };
  return { group: groupCommit(commit, { weigh: (batch) => batch, most: 10 }), begun, beginning };
};

describe('a group commit', () => {
  it('holds all that came in one turn, and answers each with its own result', async () => {
    const { group, beginning } = opened();
    const answers = Promise.all([group.submit(1), group.submit(2), group.submit(3)]);
    const first = await beginning(1);
    assert.deepEqual(first.batches, [1, 2, 3]);
    first.done();
    assert.deepEqual(await answers, ['1 stored', '2 stored', '3 stored']);
  });

  it('begins at once for one that comes alone', async () => {
    const { group, beginning } = opened();
    const answer = group.submit(1);
    (await beginning(1)).done();
    assert.equal(await answer, '1 stored');
  });

  it('leaves what comes while it is under way to the next, in order', async () => {
    const { group, begun, beginning } = opened();
    const answers = [group.submit(1)];
    const first = await beginning(1);
    answers.push(group.submit(2), group.submit(3));
    assert.equal(begun.length, 1);
    first.done();
    const second = await beginning(2);
    assert.deepEqual(second.batches, [2, 3]);
    second.done();
    assert.deepEqual(await Promise.all(answers), ['1 stored', '2 stored', '3 stored']);
  });

  it('holds no more than the most, except one batch that is more by itself', async () => {
    const { group, begun, beginning } = opened();
    const answers = Promise.all([6, 4, 1, 99, 5, 5, 1].map(group.submit));
    for (let count = 1; count <= 5; count++) (await beginning(count)).done();
    await answers;
    assert.deepEqual(
      begun.map(({ batches }) => batches),
      [[6, 4], [1], [99], [5, 5], [1]],
    );
  });

  it('that throws rejects all it held with that error, and the next works', async () => {
    const { group, beginning } = opened();
    const answers = Promise.allSettled([group.submit(1), group.submit(2)]);
    const first = await beginning(1);
    const later = group.submit(3);
    const full = new Error('the disk is full');
    first.fail(full);
    assert.deepEqual(await answers, [
      { status: 'rejected', reason: full },
      { status: 'rejected', reason: full },
    ]);
    (await beginning(2)).done();
    assert.equal(await later, '3 stored');
  });

  it('is idle when nothing is waiting or under way', async () => {
    const { group, beginning } = opened();
    await group.idle();
    const stored: string[] = [];
    group.submit(6).then((result) => stored.push(result));
    group.submit(7).then((result) => stored.push(result));
    const idle = group.idle().then(() => [...stored]);
    (await beginning(1)).done();
    (await beginning(2)).done();
    assert.deepEqual(await idle, ['6 stored', '7 stored']);
  });
});
