import { postgresAnswers } from '../support/a-postgres.ts';
import { redisAnswers } from '../support/a-redis.ts';
import { runAgain } from '../support/run-again.ts';
import { troubleServers } from '../support/troubled-servers.ts';

const SEED = Number(process.env.SEED ?? 1);

describe('several servers on one database, in trouble', () => {
  before(async function () {
    if (!(await postgresAnswers()) || !(await redisAnswers())) this.skip();
  });

  it(`lose nothing that they acknowledged and agree on everything (T1, T2, T3, T7, T9, T10; seed ${SEED})`, async function () {
    this.timeout(180_000);
    await troubleServers({ seed: SEED, servers: 2, writers: 4, troubles: 8 }).catch((error) => {
      throw runAgain(`SEED=${SEED} npx mocha test/socket/servers-in-trouble.test.ts`, error);
    });
  });
});
