import assert from 'node:assert/strict';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { hostTurns } from '../../../server/captures/host-turns.ts';
import { testTime } from '../../support/time.ts';

describe('looking at the pages of a host', () => {
  const PAUSE = 2_000;
  const never = new AbortController().signal;

  it('is done one after the other, with a pause in between; other hosts do not wait', async () => {
    const { after, pass } = testTime();
    const turn = hostTurns(after, PAUSE, never);
    const done: string[] = [];
    const one = (host: string, page: string) => turn(host, async () => void done.push(page));
    const all = [one('a.example', 'a1'), one('a.example', 'a2'), one('a.example', 'a3'), one('b.example', 'b1')];
    for (const expected of [
      ['a1', 'b1'],
      ['a1', 'b1', 'a2'],
      ['a1', 'b1', 'a2', 'a3'],
    ]) {
      await nextTurn();
      assert.deepEqual(done, expected);
      pass(PAUSE);
    }
    await Promise.all(all);
  });

  it('goes on after one that failed', async () => {
    const { after, pass } = testTime();
    const turn = hostTurns(after, PAUSE, never);
    const failed = turn('a.example', () => Promise.reject(new Error('no')));
    const next = turn('a.example', async () => {});
    await assert.rejects(failed);
    await nextTurn();
    pass(PAUSE);
    await next;
  });

  it('does not wait any more once all is called off', async () => {
    const calledOff = new AbortController();
    const turn = hostTurns(testTime().after, PAUSE, calledOff.signal);
    const all = [1, 2, 3].map(() => turn('a.example', async () => {}));
    calledOff.abort();
    await Promise.all(all);
  });
});
