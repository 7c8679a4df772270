import { troubleServers } from '../support/troubled-servers.ts';

const SEED = Number(process.env.SEED ?? 1);
const SECONDS = Number(process.env.SECONDS ?? 1_800);

describe('several servers on one database, in trouble, at large', () => {
  it(`lose nothing that they acknowledged and agree on everything (${SECONDS} s, seed ${SEED})`, async () => {
    const came = await troubleServers({ seed: SEED, servers: 3, writers: 8, seconds: SECONDS }).catch((cause) => {
      const again = `SEED=${SEED} SECONDS=${SECONDS} npx mocha --timeout 0 test/long/servers-in-trouble.long.ts`;
      throw new Error(`run it again with ${again}`, { cause });
    });
    console.log(`      ${came.seconds} s, ${JSON.stringify(came.troubles)}`);
    console.log(`      ${came.entries} entries, ${came.acknowledged} acknowledgements: 0 lost, 0 doubled`);
  });
});
