import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Browser } from 'playwright-core';
import { openBrowser } from '../test/support/browser.ts';
import { openPage, setUp } from '../test/support/desk-in-browsers.ts';
import { startServer } from '../test/support/server.ts';
import { type Desk, makeArticle } from './frames/article.ts';
import { firstScreen } from './frames/first-screen.ts';
import { profiled } from './frames/profile.ts';
import { SCENES, type Stage } from './frames/scenes.ts';
import { CATEGORIES, figuresOf, readTrace } from './frames/trace.ts';
import { printed } from './print.ts';
import type { Row } from './results.ts';
import type { Figures } from './statistics.ts';

// How long the main thread is busy with each key, read from Chromium's own trace of the built client over a real server.
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

/** Plays a scene and reads its trace. */
const traceOf = async (browser: Browser, stage: Stage, scene: (typeof SCENES)[number]): Promise<Figures> => {
  await scene.prepare(stage);
  if (values.profile) {
    const cdp = await stage.page.context().newCDPSession(stage.page);
    console.log(`${scene.name}\n${await profiled(cdp, () => scene.play(stage))}`);
    await cdp.detach();
    return {};
  }
  await browser.startTracing(stage.page, { categories: CATEGORIES });
  await scene.play(stage);
  const written = await browser.stopTracing();
  if (values.keep) writeFileSync(join(RESULTS, `trace ${scene.name}.json`), written);
  return figuresOf(readTrace(written), scene.by);
};

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

const measure = async (browser: Browser, desk: Desk, page: Stage['page'], claims: number): Promise<readonly Row[]> => {
  const article = await makeArticle(desk, characters, claims);
  const start = performance.now();
  await page.goto(`${desk.address}/articles/${article.id}`);
  await page.getByRole('button', { name: 'Edit text' }).waitFor();
  const opened = performance.now() - start;
  const stage = { page, desk, article, paragraphs: Math.ceil(characters / 200), times: Number(values.keys) };
  await new Promise((resolve) => setTimeout(resolve, 1_500));
  const setting = `${claims.toLocaleString('en')} claims`;
  const rows: Row[] = [{ setting, subject: 'the page', figures: { 'ms to open': opened, ...(await holdings(stage)) } }];
  for (const scene of scenes)
    rows.push({ setting, subject: scene.name, figures: await traceOf(browser, stage, scene) });
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
  for (const claims of values.claims.split(',')) {
    const found = await measure(browser, desk, page, Number(claims));
    console.log(printed('', { rows: found.slice(0, 1), ratios: [] }));
    console.log(printed('', { rows: found.slice(1), ratios: [] }));
    rows.push(...found);
  }
  const bundle = firstScreen();
  console.log(
    printed('The first screen, in kB gzip', { rows: [{ setting: '', subject: '', figures: bundle }], ratios: [] }),
  );
  if (faults.length > 0) console.log(`the page said: ${faults.join('; ')}`);
  const machine = { cores: cpus().length, processor: cpus()[0]?.model.trim(), browser: browser.version() };
  const json = { at: new Date().toISOString(), machine, characters, rows, bundle };
  writeFileSync(join(RESULTS, 'frames.json'), `${JSON.stringify(json, undefined, 2)}\n`);
} finally {
  await browser.close();
  await served.stop();
}
