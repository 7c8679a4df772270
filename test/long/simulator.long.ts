import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { availableParallelism } from 'node:os';

const SEEDS = new URL('../support/simulator/seeds.ts', import.meta.url).pathname;
const FIRST = Number(process.env.SEED ?? 1);
const COUNT = Number(process.env.COUNT ?? 10_000);

describe('a simulated desk, at large', () => {
  it(`keeps every rule (${COUNT} seeds from ${FIRST})`, async () => {
    const workers = Math.max(1, availableParallelism());
    const share = Math.ceil(COUNT / workers);
    const runs = Array.from({ length: workers }, async (_, index) => {
      const env = {
        ...process.env,
        SEED: String(FIRST + index * share),
        COUNT: String(Math.min(share, COUNT - index * share)),
      };
      const [code] = await once(spawn(process.execPath, [SEEDS], { env, stdio: 'inherit' }), 'close');
      return code;
    });
    assert.deepEqual(
      await Promise.all(runs),
      Array(workers).fill(0),
      'run the seed named above again with SEED=… COUNT=1',
    );
  });
});
