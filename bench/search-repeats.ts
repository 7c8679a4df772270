import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSqlite } from '../server/storage/sqlite.ts';
import { nearRepeats } from '../test/support/near-repeats.ts';
import { chance } from '../test/support/random.ts';
import { realClaims } from '../test/support/real-claims.ts';
import { foundAgain, keepClaims } from '../test/support/repeats-found.ts';
import { quantile } from './statistics.ts';

/**
 * Whether what was checked before is found when it is said otherwise: `npm run bench:search [seed]`. Of 500 real claims 50 are said again by
 * rule, 25 of one half of the claims, by which the comparison may be tuned, and 25 of the other, by which it may not; and each of the 500
 * that has a figure or a verb to deny is asked for with another figure, and denied.
 */
const seed = Number(process.argv[2] ?? 9);
const CLAIMS = 500;
const REPEATS = 25;

const { next } = chance(seed);
const claims = realClaims(5_000)
  .map(({ words }) => ({ words, place: next() }))
  .filter(({ words }) => /^[\p{Script=Latin}\P{L}]+$/u.test(words) && words.length > 40 && words.length < 300)
  .sort((one, other) => one.place - other.place)
  .slice(0, CLAIMS)
  .map(({ words }) => words);

const folder = await mkdtemp(join(tmpdir(), 'touchstone-'));
const stores = openSqlite(folder);
await keepClaims(stores, claims);
console.log(`${claims.length} real claims, seed ${seed}`);
let isShort = false;
for (const [index, half] of ['tuned by', 'held out'].entries()) {
  const some = claims.filter((_, at) => at % 2 === index);
  const repeats = nearRepeats(some, REPEATS);
  const { missed, taken, twins, times } = await foundAgain(stores, repeats, some);
  const found = repeats.length - missed.length;
  isShort ||= found < 0.9 * repeats.length || taken.length > 0;
  console.log(
    `${half}: ${found} of ${repeats.length} said again are among the first three; ${taken.length} of ${twins} twins offered as the same; ` +
      `p50 ${quantile(times, 0.5).toFixed(1)} ms, p95 ${quantile(times, 0.95).toFixed(1)} ms`,
  );
  for (const { by, claim, said } of missed) console.log(`  missed (${by}):\n    ${claim}\n    ${said}`);
  for (const [claim, twin] of taken) console.log(`  taken for the same:\n    ${claim}\n    ${twin}`);
}
await stores.close();
await rm(folder, { recursive: true });
process.exitCode = isShort ? 1 : 0;
