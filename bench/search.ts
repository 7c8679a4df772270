import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openPostgres } from '../server/storage/postgres.ts';
import { type NewSearchRow, NO_MARKS } from '../server/storage/search-store.ts';
import { openSqlite } from '../server/storage/sqlite.ts';
import type { Stores } from '../server/storage/stores.ts';
import { likenessTerms, likenessTo } from '../shared/search/likeness.ts';
import { indexedWords, soughtWords } from '../shared/search/words.ts';
import { openSchema } from '../test/support/a-postgres.ts';
import { realClaims } from '../test/support/real-claims.ts';
import { listed, someEntries } from '../test/support/stored-entries.ts';
import { quantile } from './statistics.ts';

/** How fast words and earlier claims are found among many claims, in each database: `node bench/search.ts [claims]`. */
const COUNT = Number(process.argv[2] ?? 100_000);
const EACH = 1_000;

const real = realClaims(5_000).map(({ words }) => words);
const at = (index: number): string => real[index % real.length] ?? '';

/** Real claims, and from there on the first half of one with the second of another. */
const made = (index: number): string => {
  if (index < real.length) return at(index);
  const [one, other] = [at(index), at(index * 7 + Math.floor(index / real.length) * 13)];
  return `${one.slice(0, one.indexOf(' ', one.length / 2))} ${other.slice(other.indexOf(' ', other.length / 2))}`;
};

const rowOf = (article: string, index: number): NewSearchRow => {
  const text = made(index);
  return {
    ...NO_MARKS,
    ...{ article, kind: 'claim', id: String(index), open: 1, body: JSON.stringify({ text }) },
    words: () => indexedWords(text),
    terms: () => likenessTerms(text, 'en'),
  };
};

const told = (times: readonly number[]): string =>
  `p50 ${quantile(times, 0.5).toFixed(1)} ms, p95 ${quantile(times, 0.95).toFixed(1)} ms`;

const timed = async (times: number[], ask: () => Promise<unknown>): Promise<void> => {
  const start = performance.now();
  await ask();
  times.push(performance.now() - start);
};

const measure = async (where: string, { log, search }: Stores): Promise<void> => {
  const start = performance.now();
  for (let first = 0; first < COUNT; first += EACH) {
    const article = `a${first}`;
    const rows = Array.from({ length: Math.min(EACH, COUNT - first) }, (_, index) => rowOf(article, first + index));
    await log.append(someEntries(article, 1, 1), listed(first));
    await search.advance({ article, from: 0, to: 1, title: article, rows });
  }
  const filled = ((performance.now() - start) / 1_000).toFixed(0);
  const [words, alike]: [number[], number[]] = [[], []];
  for (let index = 0; index < 400; index += 1) {
    const all = made(index * 37).split(/\s+/);
    const query = all.slice(index % 5, (index % 5) + 1 + (index % 3)).join(' ');
    await timed(words, () => search.find({ words: soughtWords(query), openOnly: false, limit: 21, offset: 0 }));
  }
  for (let index = 0; index < 60; index += 1) {
    const text = at(index * 37);
    await timed(alike, async () => {
      const found = await search.alike({ terms: likenessTerms(text, 'en'), openOnly: false, limit: 60 });
      return found.map(({ body }) => JSON.parse(body).text).map(likenessTo(text, 'en'));
    });
  }
  console.log(`${where}: ${COUNT} claims in ${filled} s; words ${told(words)}; earlier claims ${told(alike)}`);
};

const folder = await mkdtemp(join(tmpdir(), 'touchstone-'));
const sqlite = openSqlite(folder);
await measure('SQLite', sqlite);
await sqlite.close();
await rm(folder, { recursive: true });
const schema = await openSchema();
const postgres = await openPostgres(schema.url, console.error);
await measure('PostgreSQL', postgres);
await postgres.close();
await schema.close();
