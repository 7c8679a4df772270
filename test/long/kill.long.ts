import { killServer } from '../support/trace-kills.ts';

const SEED = Number(process.env.SEED ?? 1);
const COUNT = Number(process.env.COUNT ?? 200);

describe('a server that is killed while people write, at large', () => {
  it(`loses nothing that it acknowledged and does nothing twice (${COUNT} kills, seed ${SEED})`, async () => {
    const killed = await killServer({ seed: SEED, kills: COUNT, writers: 8 }).catch((cause) => {
      throw new Error(`run it again with SEED=${SEED} COUNT=${COUNT} npx mocha --timeout 0 test/long/kill.long.ts`, {
        cause,
      });
    });
    console.log(
      `      ${killed.kills} kills, ${killed.entries} entries, ${killed.acknowledged} acknowledgements: 0 lost, 0 doubled`,
    );
  });
});
