import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { runAgain } from '../support/run-again.ts';
import { MUTANTS } from '../support/simulator/mutants.ts';
import { planOf, simulate } from '../support/simulator/simulate.ts';

// Skewed, closed and blind in all ways together are twelve seeds in a row. Each day has its own twelve of the 10,000 that
// `npm run test:long` runs.
const COUNT = Number(process.env.COUNT ?? 12);
const FIRST = Number(process.env.SEED ?? 1 + 12 * (Math.floor(Date.now() / 86_400_000) % 800));

describe('a simulated desk, with everything that can go wrong between its people', () => {
  it(`keeps every rule (T1-T7, T9-T11; ${COUNT} seeds from ${FIRST})`, async function () {
    this.timeout(600_000);
    for (let seed = FIRST; seed < FIRST + COUNT; seed += 1) {
      await simulate(planOf(seed)).catch((error) => {
        throw runAgain(`SEED=${seed} COUNT=1 npx mocha test/newsroom/simulator.test.ts`, error);
      });
    }
  });

  // Undo took a copy away that redo had made of another's words, because the place of the original was gone. People do more since
  // and the seed is another run: the case itself stands in test/client/history.test.ts, "leaves a move alone …".
  it('keeps every rule in the run of seed 1041, which once broke one', async () => {
    await simulate({ seed: 1041, turns: 400 });
  });

  // Undo of half an insertion was tied to the whole of it, and the next undo reached into another's words.
  it('keeps every rule in the run of seed 5484, which once broke one', async () => {
    await simulate({ seed: 5484, turns: 400 });
  });

  // Words that one step of an entry brought into what another had brought were counted twice, and the claim on them orphaned.
  it('keeps every rule in the run of seed 1141, which once broke one', async () => {
    await simulate({ seed: 1141, turns: 400 });
  });

  // Words that were carried within an entry, cut and mended there, were not known again, and the claim on them orphaned.
  it('keeps every rule in the run of seed 4689, which once broke one', async () => {
    await simulate({ seed: 4689, turns: 400, skewed: true });
  });

  // A claim that began at a paragraph's end was not known again once that paragraph was carried away from before its words.
  it('keeps every rule in the run of seed 2014, which once broke one', async () => {
    await simulate({ seed: 2014, turns: 400, blind: true });
  });

  it('is the same run for the same seed', async () => {
    const plan = { seed: FIRST, turns: 300 };
    assert.deepEqual(await simulate(plan), await simulate(plan));
  });
});

const SEEDS = new URL('../support/simulator/seeds.ts', import.meta.url).pathname;
/** The first seed that saw each mutant when this was written. From there on they are run, in order not to run those before in vain. */
const SEEN_BY: Readonly<Record<string, number>> = {
  'no operation id check': 2,
  'the client assumes instead of comparing': 3,
  'mirrors left out': 7,
  'gaps folded a step instead of an entry': 11,
  'permission at the base instead of the head': 4,
  'a correction accepted over whatever stands there': 8,
  'rationales told while work is blind': 2,
  'evidence of a closed source told': 4,
};
const MUTATE = new URL('../support/simulator/mutate.ts', import.meta.url).pathname;

describe('the simulator', () => {
  for (const mutant of Object.keys(MUTANTS)) {
    it(`sees it when the engine is broken: ${mutant}`, async function () {
      this.timeout(120_000);
      const env = { ...process.env, MUTANT: mutant, SEED: String(SEEN_BY[mutant] ?? 1), COUNT: '300' };
      const run = spawn(process.execPath, ['--import', MUTATE, SEEDS], { env, stdio: ['ignore', 'ignore', 'pipe'] });
      let told = '';
      run.stderr.on('data', (chunk) => {
        told += chunk;
      });
      const [code] = await once(run, 'close');
      assert.equal(code, 1, told);
      assert.match(told, /^seed \d+ fails: /m);
    });
  }
});
