import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { readPlainText } from '../server/import/plain-text.ts';
import { type Block, wordsOfBlock } from '../server/import/reading.ts';

/**
 * How well readPlainText finds the article in pages copied whole (innerText), against gold bodies.
 * The measure is that of scrapinghub/article-extraction-benchmark: 4-shingles of word tokens as multisets; precision and
 * recall of each page, then their means; F1 is the harmonic mean of the two means.
 * `line` is the rule to beat: every line of 80 characters or more.
 * `body` counts paragraphs, headings, lists and quotes (the gold leaves captions and credits out); `all` counts every block.
 * Some gold is not on its page at all: `page` keeps everything, and no rule can exceed its recall.
 * A title is right when it equals the gold title but for case, quotes and white space. Usage: node bench/plain-text.ts [-v]
 */
interface Page {
  readonly text: string;
  readonly gold: string;
  readonly title?: string;
}

const PAGES = new URL('../../shared/material/02-extraction/open/plain-text/pages.json.gz', import.meta.url);
const SHINGLE = 4;
const FLOOR = { f1: 0.9, titles: 0.65 };

const shingles = (text: string): Map<string, number> => {
  const tokens = text.match(/[\p{L}\p{N}_]+/gu) ?? [];
  const counts = new Map<string, number>();
  for (let at = 0; at < Math.max(1, tokens.length - SHINGLE + 1); at += 1) {
    const shingle = tokens.slice(at, at + SHINGLE).join(' ');
    if (shingle !== '') counts.set(shingle, (counts.get(shingle) ?? 0) + 1);
  }
  return counts;
};

const score = (gold: string, found: string): { precision: number; recall: number } => {
  const wanted = shingles(gold);
  const got = shingles(found);
  const total = (counts: Map<string, number>): number => [...counts.values()].reduce((sum, count) => sum + count, 0);
  let hits = 0;
  for (const [shingle, count] of got) hits += Math.min(count, wanted.get(shingle) ?? 0);
  return { precision: hits / (total(got) || 1), recall: hits / (total(wanted) || 1) };
};

const textOf = (blocks: readonly Block[]): string => blocks.flatMap(wordsOfBlock).join('\n');

const longLines = (text: string): string =>
  text
    .split('\n')
    .filter((line) => line.length >= 80)
    .join('\n');

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

type Score = ReturnType<typeof score>;

const report = (name: string, scores: readonly Score[]): number => {
  const precision = mean(scores.map((each) => each.precision));
  const recall = mean(scores.map((each) => each.recall));
  const f1 = (2 * precision * recall) / (precision + recall);
  console.log(`${name.padEnd(8)} F1 ${f1.toFixed(3)}  precision ${precision.toFixed(3)}  recall ${recall.toFixed(3)}`);
  return f1;
};

const plain = (title: string): string =>
  title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

const pages = Object.entries(JSON.parse(gunzipSync(readFileSync(PAGES)).toString()) as Record<string, Page>);
const rows = pages
  .filter(([, page]) => page.text !== '')
  .map(([id, page]) => {
    const reading = readPlainText(page.text);
    const body = reading.blocks.filter((block) => block.kind !== 'caption' && block.kind !== 'credit');
    return {
      id,
      gold: page.title,
      title: reading.title,
      all: score(page.gold, textOf(reading.blocks)),
      body: score(page.gold, textOf(body)),
      line: score(page.gold, longLines(page.text)),
      page: score(page.gold, page.text),
    };
  });
const titled = rows.filter((row) => row.gold !== undefined);
const right = titled.filter((row) => plain(row.title) === plain(row.gold!));

console.log(`${rows.length} pages`);
const f1 = report(
  'body',
  rows.map((row) => row.body),
);
for (const name of ['all', 'line', 'page'] as const)
  report(
    name,
    rows.map((row) => row[name]),
  );
console.log(`titles   ${right.length} of ${titled.length}`);
if (f1 < FLOOR.f1 || right.length / titled.length < FLOOR.titles) process.exitCode = 1;

if (process.argv.includes('-v')) {
  for (const row of rows.toSorted((a, b) => a.body.precision + a.body.recall - b.body.precision - b.body.recall)) {
    console.log(`${row.body.precision.toFixed(2)} ${row.body.recall.toFixed(2)} ${row.id.slice(0, 40)}`);
  }
  for (const row of titled) if (!right.includes(row)) console.log(`title: ${row.id}\n  ${row.gold}\n  ${row.title}`);
}
