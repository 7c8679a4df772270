import { planOf, simulate } from './simulate.ts';

/** Runs `COUNT` seeds from `SEED`, every third skewed, every third with closed records, every fourth blind; ends with 1 and the seed at the first that breaks a rule. */
const first = Number(process.env.SEED ?? 1);
const count = Number(process.env.COUNT ?? 1);
const turns = Number(process.env.TURNS ?? 400);
for (let seed = first; seed < first + count; seed += 1) {
  try {
    await simulate(planOf(seed, turns));
  } catch (error) {
    const told = error instanceof Error ? (error.stack ?? error.message) : String(error);
    process.stderr.write(`seed ${seed} fails: ${told.slice(0, 2_000)}\n`);
    process.exit(1);
  }
}
