import { decodeHtml } from '../../server/import/html/decode-html.ts';
import { readHtml } from '../../server/import/html/html-reader.ts';
import { readPages } from '../../server/import/pdf/pdf-reader.ts';
import { readPlainText } from '../../server/import/plain-text.ts';
import { READERS } from '../../server/import/reader.ts';
import { type About, type Reading, wordsOfBlock } from '../../server/import/reading.ts';
import { pdfPages } from '../../server/pdf/pdf-pages.ts';
import { isDay, isTitle, overall, type Score, scoreOf, segmentScore, segmentsIn } from './score.ts';
import { type Case, isThere, PLAIN, PRINTED, SETS } from './sets.ts';

/**
 * How well articles are found, beside what others have published, on the open halves of the scorers' own sets (score.ts says how they
 * count). Captions and credits are read as such, and the gold leaves them out: the body counted is all blocks but these.
 * Usage: npm run bench:import [-- -v]; with -v the worst pages of each set. Ends with 1 when a figure is under its floor.
 */
interface Row {
  readonly set: string;
  readonly of: string;
  readonly value: number;
  readonly more?: string;
  readonly floor?: number;
  /** What is published for it, and for what. */
  readonly beside?: string;
}

const bodyOf = ({ blocks }: Reading): string =>
  blocks
    .filter(({ kind }) => kind !== 'caption' && kind !== 'credit')
    .flatMap(wordsOfBlock)
    .join('\n');

const detail = ({ precision, recall }: Score): string =>
  `precision ${precision.toFixed(3)}  recall ${recall.toFixed(3)}`;

const share = (all: readonly boolean[]): Pick<Row, 'value' | 'more'> => {
  const right = all.filter(Boolean).length;
  return { value: right / (all.length || 1), more: `${right} of ${all.length}` };
};

interface Read extends Case {
  readonly reading: Reading;
  readonly milliseconds: number;
}

const read = (cases: readonly Case[]): readonly Read[] =>
  cases.map((each) => {
    const from = performance.now();
    const reading = readHtml(decodeHtml(each.html, ''), '', true, () => {});
    return { ...each, reading, milliseconds: performance.now() - from };
  });

const isVerbose = process.argv.includes('-v');

const tellWorst = (named: readonly (readonly [string, Score])[]): void => {
  if (!isVerbose) return;
  const worst = named.toSorted(([, one], [, other]) => one.precision + one.recall - other.precision - other.recall);
  for (const [id, score] of worst.slice(0, 20)) console.log(`    ${detail(score)}  ${id.slice(0, 60)}`);
};

const FLOORS: Readonly<Record<string, Pick<Row, 'floor' | 'beside'>>> = {
  'aeb body': { floor: 0.96, beside: 'trafilatura 0.962, Readability.js 0.956' },
  'fundus body': { floor: 0.94, beside: 'trafilatura 0.917' },
  'trafilatura segments': { floor: 0.9, beside: 'trafilatura 0.873' },
  'fundus titles': { floor: 0.95 },
  'fundus dates': { floor: 0.9 },
  'trafilatura titles': { floor: 0.95 },
  'trafilatura days': { floor: 0.9 },
};

const rowOf = (set: string, of: string, value: number, more: string): Row => ({
  set,
  of,
  value,
  more,
  ...FLOORS[`${set} ${of}`],
});

const isOfDays = (gold: string, { published = '', changed = '' }: About): boolean =>
  isDay(gold, published) || isDay(gold, changed);

const measure = (set: keyof typeof SETS): readonly Row[] => {
  const all = read(SETS[set]());
  const rows: Row[] = [];
  const bodies = all.flatMap(({ id, body, reading }) =>
    body === undefined ? [] : [[id, scoreOf(body, bodyOf(reading))] as const],
  );
  if (bodies.length > 0) {
    const score = overall(bodies.map(([, each]) => each));
    tellWorst(bodies);
    rows.push(rowOf(set, 'body', score.f1, detail(score)));
  }
  const segments = all.flatMap(({ wanted, unwanted = [], reading }) =>
    wanted ? [segmentsIn(bodyOf(reading), wanted, unwanted)] : [],
  );
  if (segments.length > 0) {
    const score = segmentScore(segments);
    rows.push(rowOf(set, 'segments', score.f1, detail(score)));
  }
  const titles = share(all.flatMap(({ title, reading }) => (title ? [isTitle(title, reading.title)] : [])));
  if (titles.more !== '0 of 0') rows.push(rowOf(set, 'titles', titles.value, titles.more ?? ''));
  const dates = share(all.flatMap(({ date, reading }) => (date ? [isDay(date, reading.about?.published ?? '')] : [])));
  if (dates.more !== '0 of 0') rows.push(rowOf(set, 'dates', dates.value, dates.more ?? ''));
  if (set === 'trafilatura') {
    // Its gold has the last day of change where a page says both, as htmldate gives it by default: what is read as that counts here.
    const days = share(all.flatMap(({ date, reading: { about = {} } }) => (date ? [isOfDays(date, about)] : [])));
    rows.push(rowOf(set, 'days', days.value, days.more ?? ''));
  }
  const times = all.map(({ milliseconds }) => milliseconds).sort((one, other) => one - other);
  console.log(
    `${set}: ${all.length} pages, ${Math.round(times[times.length >> 1] ?? 0)} ms each, at most ${Math.round(times.at(-1) ?? 0)}`,
  );
  return rows;
};

/** How many are right over all sets of pages that have one. */
const together = (rows: readonly Row[], of: string, floor: number): Row => {
  const counts = rows
    .filter((row) => row.of === of)
    .map(({ more = '' }) => more.split(' of ').map(Number) as [right: number, all: number]);
  const right = counts.reduce((sum, [each]) => sum + each, 0);
  const all = counts.reduce((sum, [, each]) => sum + each, 0);
  return { set: 'all pages', of, value: right / (all || 1), more: `${right} of ${all}`, floor };
};

/** Pages copied whole, as `innerText` gives them. `line` is the rule to beat: every line of 80 characters or more. */
const measurePlain = (): readonly Row[] => {
  const all = PLAIN().map((page) => ({ ...page, reading: readPlainText(page.text) }));
  const long = (text: string): string =>
    text
      .split('\n')
      .filter((line) => line.length >= 80)
      .join('\n');
  const named = all.map(({ id, gold, reading }) => [id, scoreOf(gold, bodyOf(reading))] as const);
  const score = overall(named.map(([, each]) => each));
  const lines = overall(all.map(({ gold, text }) => scoreOf(gold, long(text))));
  const whole = overall(all.map(({ gold, text }) => scoreOf(gold, text)));
  const titles = share(all.flatMap(({ title, reading }) => (title ? [isTitle(title, reading.title)] : [])));
  tellWorst(named);
  console.log(`plain text: ${all.length} pages`);
  return [
    {
      set: 'plain text',
      of: 'body',
      value: score.f1,
      more: detail(score),
      floor: 0.92,
      beside: `lines of 80 ${lines.f1.toFixed(3)}`,
    },
    {
      set: 'plain text',
      of: 'recall',
      value: score.recall,
      floor: 0.96,
      beside: `all of the text ${whole.recall.toFixed(3)}`,
    },
    { set: 'plain text', of: 'titles', floor: 0.65, ...titles },
  ];
};

/** Pages as a browser prints them. */
const measurePrinted = async (): Promise<readonly Row[]> => {
  const all = [];
  for (const page of PRINTED()) {
    const from = performance.now();
    const reading = readPages(await pdfPages(page.pdf, { links: true }), true);
    all.push({ ...page, reading, milliseconds: performance.now() - from });
  }
  const named = all.map(({ id, gold, reading }) => [id, scoreOf(gold, bodyOf(reading))] as const);
  const score = overall(named.map(([, each]) => each));
  tellWorst(named);
  const times = all.map(({ milliseconds }) => milliseconds).sort((one, other) => one - other);
  console.log(
    `pdf: ${all.length} files, ${Math.round(times[times.length >> 1] ?? 0)} ms each, at most ${Math.round(times.at(-1) ?? 0)}`,
  );
  const titles = share(all.map(({ title, reading }) => isTitle(title, reading.title)));
  return [
    { set: 'pdf', of: 'body', value: score.f1, more: detail(score), floor: 0.9, beside: 'pdftotext as is 0.78' },
    { set: 'pdf', of: 'titles', floor: 0.95, ...titles },
  ];
};

const print = ({ set, of, value, more = '', floor, beside = '' }: Row): void => {
  const mark = floor === undefined ? ' ' : value >= floor ? '✓' : '✗';
  const wanted = floor === undefined ? '' : `≥ ${floor.toFixed(2)}`;
  console.log(
    `${mark} ${set.padEnd(12)} ${of.padEnd(9)} ${value.toFixed(3)}  ${wanted.padEnd(7)} ${more.padEnd(34)} ${beside}`,
  );
};

if (!isThere()) {
  console.log('The sets are not beside the repository: ../shared/material/02-extraction');
} else {
  const sets = Object.keys(SETS) as (keyof typeof SETS)[];
  const pages = sets.flatMap(measure);
  const rows = [
    ...pages,
    together(pages, 'titles', 0.95),
    together(pages, 'dates', 0.9),
    ...measurePlain(),
    ...(await measurePrinted()),
  ];
  for (const row of rows) print(row);
  // Readers that have no set of their own here are named, so that nobody takes them for measured.
  const measured = new Set(['html', 'text', 'pdf']);
  const others = Object.keys(READERS).filter((name) => !measured.has(name));
  if (others.length > 0) console.log(`not measured here: ${others.join(', ')}`);
  if (rows.some(({ value, floor }) => floor !== undefined && value < floor)) process.exitCode = 1;
}
