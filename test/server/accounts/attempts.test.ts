import assert from 'node:assert/strict';
import { attempts } from '../../../server/accounts/attempts.ts';
import { aDesk } from './a-desk.ts';

describe('attempts', () => {
  it('are free for a while, then cost time, for each address alone', () => {
    const desk = aDesk();
    const counted = attempts(desk.clock, { burst: 3, refillMs: 1_000 });
    assert.deepEqual(
      [1, 2, 3, 4].map(() => counted.take('a')),
      [0, 0, 0, 1],
    );
    assert.equal(counted.take('b'), 0);
    desk.pass(1_000);
    assert.deepEqual(
      [1, 2].map(() => counted.take('a')),
      [0, 1],
    );
  });

  it('say how many are left, and when all are free again', () => {
    const desk = aDesk();
    const counted = attempts(desk.clock, { burst: 3, refillMs: 1_000 });
    assert.deepEqual(counted.left('a'), { left: 3, fullIn: 0 });
    for (let tried = 0; tried < 4; tried += 1) counted.take('a');
    assert.deepEqual(counted.left('a'), { left: 0, fullIn: 3 });
    desk.pass(1_500);
    assert.deepEqual(counted.left('a'), { left: 1, fullIn: 2 });
  });

  it('are forgotten when there are too many addresses', () => {
    const counted = attempts(aDesk().clock, { burst: 1, refillMs: 1_000 });
    for (let address = 0; address < 25_000; address += 1) assert.equal(counted.take(String(address)), 0);
  });
});
