import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { MEASURES } from './measures/index.ts';
import type { Effort } from './measures/measure.ts';
import { printed } from './print.ts';
import { type Found, isReached } from './results.ts';

// npm run bench -- [--only latency,keystroke] [--rounds 3] [--quick]

const RESULTS = join(import.meta.dirname, 'results');

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    rounds: { type: 'string', default: '3' },
    quick: { type: 'boolean', default: false },
  },
});

const names = MEASURES.map(({ name }) => name);
const chosen = values.only?.split(',') ?? names;
const rounds = values.quick ? 1 : Number(values.rounds);
const unknown = chosen.filter((name) => !names.includes(name));
if (unknown.length > 0 || !Number.isInteger(rounds) || rounds < 1 || rounds > 20) {
  console.error(`--only takes some of ${names.join(', ')}; --rounds a number from 1 to 20`);
  process.exit(2);
}

const effort: Effort = { rounds, share: values.quick ? 0.2 : 1, say: (line) => console.log(line) };
const machine = { node: process.version, cores: cpus().length, processor: cpus()[0]?.model.trim() };
const found: Record<string, Found> = {};
const start = performance.now();
console.log(`${machine.processor}, ${machine.cores} cores, Node ${machine.node}; medians of ${rounds} rounds in turns`);
for (const { name, title, run } of MEASURES.filter((measure) => chosen.includes(measure.name))) {
  found[name] = await run(effort);
  console.log(printed(title, found[name]));
}

const verdicts = Object.values(found)
  .flatMap(({ ratios }) => ratios)
  .map(isReached)
  .filter((reached) => reached !== undefined);
mkdirSync(RESULTS, { recursive: true });
const json = { at: new Date().toISOString(), machine, rounds, quick: values.quick, found };
writeFileSync(join(RESULTS, 'latest.json'), `${JSON.stringify(json, undefined, 2)}\n`);
console.log(`\n${Math.round((performance.now() - start) / 1_000)} s; written to bench/results/latest.json`);
console.log(`${verdicts.filter(Boolean).length} of ${verdicts.length} targets were reached.`);
process.exit(0);
