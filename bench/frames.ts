import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Page } from 'playwright-core';
import { openBrowser } from '../test/support/browser.ts';
import { openPage, setUp } from '../test/support/desk-in-browsers.ts';
import { startServer } from '../test/support/server.ts';
import { type Desk, makeArticle } from './frames/article.ts';
import { firstScreen } from './frames/first-screen.ts';
import { openBare } from './frames/floor/open-bare.ts';
import type { Bare } from './frames/floor/page.ts';
import { profiled } from './frames/profile.ts';
import { clickInto, SCENES, type Scene, type Stage, type } from './frames/scenes.ts';
import { CATEGORIES, figuresOf, readTrace } from './frames/trace.ts';
import { printed } from './print.ts';
import { figureOf, type Ratio, type Row } from './results.ts';
import { paragraphs } from './sample-text.ts';
import type { Figures } from './statistics.ts';

// How long the main thread is busy with each key, read from Chromium's own trace of the built client over a real server,
// beside what the same browser takes at the least: the same text in a bare editor, alone on its page.
//   npm run bench:frames -- [--claims 0,1000,5000] [--characters 100000] [--keys 60] [--only typing] [--keep | --profile]

const RESULTS = join(import.meta.dirname, 'results');

const { values } = parseArgs({
  options: {
    claims: { type: 'string', default: '0,1000,5000' },
    characters: { type: 'string', default: '100000' },
    keys: { type: 'string', default: '60' },
    only: { type: 'string' },
    keep: { type: 'boolean', default: false },
    profile: { type: 'boolean', default: false },
  },
});
const characters = Number(values.characters);
const scenes = SCENES.filter(({ name }) => values.only === undefined || name.startsWith(values.only));

/** Reads the trace of what is played on a page. */
const traced = async (
  page: Page,
  { name, by }: Pick<Scene, 'name' | 'by'>,
  play: () => Promise<void>,
): Promise<Figures> => {
  await browser.startTracing(page, { categories: CATEGORIES });
  await play();
  const written = await browser.stopTracing();
  if (values.keep) writeFileSync(join(RESULTS, `trace ${name}.json`), written);
  return figuresOf(readTrace(written), by);
};

/** Plays a scene and reads its trace, or its profile. */
const played = async (stage: Stage, scene: Scene): Promise<Figures> => {
  await scene.prepare(stage);
  if (!values.profile) return traced(stage.page, scene, () => scene.play(stage));
  const cdp = await stage.page.context().newCDPSession(stage.page);
  console.log(`${scene.name}\n${await profiled(cdp, () => scene.play(stage))}`);
  await cdp.detach();
  return {};
};

const TYPING = 'typing';
const BARE: readonly Bare[] = ['ProseMirror', 'contenteditable'];

const subjectOf = (bare: Bare): string => `bare ${bare}, typing`;

/** What typing takes in a bare editor with as long a text, alone on a page of the same browser, just before a setting is measured. */
const floorOf = async (bare: Bare, setting: string): Promise<Row> => {
  const texts = paragraphs(Math.ceil(characters / 200));
  const page = await openBare(browser, bare, texts);
  await clickInto(page, page.locator('.bare p').nth(Math.floor(texts.length / 2)));
  const name = subjectOf(bare);
  const figures = await traced(page, { name, by: 'key' }, () => type({ page, times: Number(values.keys) }));
  await page.context().close();
  return { setting, subject: name, figures };
};

/** How much of the main thread a key takes for the frame that shows it, beside the floors. */
const besideFloors = (rows: readonly Row[], settings: readonly string[]): readonly Ratio[] =>
  settings.flatMap((setting) =>
    BARE.map((bare) => ({
      of: `typing, ${setting}, frame p50, × bare ${bare}`,
      value: figureOf(rows, setting, TYPING, 'frame p50') / figureOf(rows, setting, subjectOf(bare), 'frame p50'),
    })),
  );

/** What the page holds, by the browser's own count. */
const holdings = async (stage: Stage): Promise<Figures> => {
  const cdp = await stage.page.context().newCDPSession(stage.page);
  await cdp.send('HeapProfiler.collectGarbage');
  await cdp.send('Performance.enable');
  const { metrics } = await cdp.send('Performance.getMetrics');
  const of = (name: string): number => metrics.find((each) => each.name === name)?.value ?? Number.NaN;
  const elements = await stage.page.evaluate(() => document.querySelectorAll('*').length);
  await cdp.detach();
  return { elements, 'DOM nodes': of('Nodes'), 'heap MB': of('JSHeapUsedSize') / 1_000_000 };
};

const settingOf = (claims: string | number): string => `${Number(claims).toLocaleString('en')} claims`;

const measure = async (desk: Desk, page: Page, claims: number): Promise<readonly Row[]> => {
  const article = await makeArticle(desk, characters, claims);
  const start = performance.now();
  await page.goto(`${desk.address}/articles/${article.id}`);
  await page.getByRole('button', { name: 'Edit text' }).waitFor();
  const opened = performance.now() - start;
  const stage = { page, desk, article, paragraphs: Math.ceil(characters / 200), times: Number(values.keys) };
  await new Promise((resolve) => setTimeout(resolve, 1_500));
  const setting = settingOf(claims);
  const rows: Row[] = [{ setting, subject: 'the page', figures: { 'ms to open': opened, ...(await holdings(stage)) } }];
  for (const scene of scenes) rows.push({ setting, subject: scene.name, figures: await played(stage, scene) });
  return rows;
};

const served = await startServer();
const browser = await openBrowser();
try {
  mkdirSync(RESULTS, { recursive: true });
  const { page, faults } = await openPage(browser);
  await setUp(page, served, 'Ann Kim');
  const desk: Desk = { request: page.request, address: served.address };
  const rows: Row[] = [];
  const typing = scenes.some(({ name }) => name === TYPING) && !values.profile;
  const settings = values.claims.split(',');
  for (const claims of settings) {
    const floors: Row[] = [];
    if (typing) for (const bare of BARE) floors.push(await floorOf(bare, settingOf(claims)));
    if (typing) console.log(printed('', { rows: floors, ratios: [] }));
    rows.push(...floors);
    const found = await measure(desk, page, Number(claims));
    console.log(printed('', { rows: found.slice(0, 1), ratios: [] }));
    console.log(printed('', { rows: found.slice(1), ratios: [] }));
    rows.push(...found);
  }
  const ratios = typing ? besideFloors(rows, settings.map(settingOf)) : [];
  console.log(printed('', { rows: [], ratios }));
  const bundle = firstScreen();
  console.log(
    printed('The first screen, in kB gzip', { rows: [{ setting: '', subject: '', figures: bundle }], ratios: [] }),
  );
  if (faults.length > 0) console.log(`the page said: ${faults.join('; ')}`);
  const machine = { cores: cpus().length, processor: cpus()[0]?.model.trim(), browser: browser.version() };
  const json = { at: new Date().toISOString(), machine, characters, rows, ratios, bundle };
  writeFileSync(join(RESULTS, 'frames.json'), `${JSON.stringify(json, undefined, 2)}\n`);
} finally {
  await browser.close();
  await served.stop();
}
