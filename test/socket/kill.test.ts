import { runAgain } from '../support/run-again.ts';
import { killServer } from '../support/trace-kills.ts';

const SEED = Number(process.env.SEED ?? 1);

describe('a server that is killed while people write', () => {
  it(`loses nothing that it acknowledged and does nothing twice (T1, T2, T3, T9, T10; seed ${SEED})`, async function () {
    this.timeout(60_000);
    await killServer({ seed: SEED, kills: 5, writers: 4 }).catch((error) => {
      throw runAgain(`SEED=${SEED} npx mocha test/socket/kill.test.ts`, error);
    });
  });
});
