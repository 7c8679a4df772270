import type { Page } from 'playwright-core';
import type { Articles } from './desk.ts';
import { failing } from './home-scenes.ts';
import type { Scene, Stage } from './scene.ts';

/** The address of the published report of an article, which is published where it is not yet. */
const published = async ({ page, address, articles }: Stage, name: keyof Articles): Promise<string> => {
  const path = `${address}/api/articles/${articles[name]}`;
  const known = await (await page.request.get(`${path}/reports`)).json();
  if (known.address) return known.address;
  const { version } = await (await page.request.get(path)).json();
  const sent = { data: { version, change: 'first', note: '' }, headers: { origin: address } };
  const made = await page.request.post(`${path}/reports`, sent);
  if (!made.ok()) throw new Error(await made.text());
  return (await made.json()).address;
};

const read =
  (name: keyof Articles): Scene['play'] =>
  async (stage) => {
    await stage.page.goto(await published(stage, name));
    await stage.page.locator('h1').waitFor();
  };

const begin = async ({ page, address, articles }: Stage, name: keyof Articles): Promise<void> => {
  await page.goto(`${address}/articles/${articles[name]}`);
  await page.locator('.ProseMirror').waitFor();
  await page.getByRole('button', { name: /Text open|More about|Text offen|Mehr zu/ }).click();
  await page.getByRole('button', { name: /^(Publish|Veröffentlichen)$/ }).click();
};

const dialogOf =
  (name: keyof Articles): Scene['play'] =>
  async (stage) => {
    await begin(stage, name);
    await stage.page.locator('.publish-before').waitFor();
  };

const dialog = dialogOf('sample');

/** Has a source that the sample leans on retracted, where it is not yet. */
const retracted = async ({ page: { request }, address, articles }: Stage): Promise<void> => {
  const path = `${address}/api/articles/${articles.sample}`;
  const { sources, evidence, version: base } = await (await request.get(path)).json();
  if (sources.some((each: { readonly retracted?: object }) => each.retracted)) return;
  const parts = [{ kind: 'source.retract', source: evidence[0].source, reason: 'The archive withdrew it.' }];
  const sent = { data: { opId: 'retracted', base, parts }, headers: { origin: address } };
  const made = await request.post(`${path}/operations`, sent);
  if (!made.ok()) throw new Error(await made.text());
  // The list of all sources hears of it a moment later.
  const isHeard = async (): Promise<boolean> =>
    (await (await request.get(`${address}/api/sources`)).text()).includes('The archive withdrew it.');
  while (!(await isHeard()));
};

/** Has a preview come as readers get the page: the box that a preview stands in lets nothing be asked of it, axe-core neither. */
const unboxed = (page: Page): Promise<unknown> =>
  page.route('**/reports/preview/page*', async (route) => {
    const response = await route.fetch();
    const policy = response.headers()['content-security-policy']?.replace('; sandbox', '') ?? '';
    await route.fulfill({ response, headers: { ...response.headers(), 'content-security-policy': policy } });
  });

/** Publishing, and what readers get. What comes last leaves a source retracted. */
export const REPORT_SCENES: readonly Scene[] = [
  {
    ...{ name: 'publish', says: 'A report, before it is published', views: ['desktop', 'phone-dark'] },
    play: dialog,
  },
  {
    ...{ name: 'publish-error', says: 'What is published cannot be had', views: ['desktop', 'phone'] },
    play: async (stage) => {
      await failing(stage.page, '**/api/articles/*/reports*');
      await begin(stage, 'sample');
      await stage.page.locator('.publish-dialog [role=alert]').waitFor();
    },
  },
  {
    ...{
      name: 'publish-offline',
      says: 'The line is gone before a report is published',
      views: ['phone'],
      spoils: true,
    },
    play: async (stage) => {
      await dialog(stage);
      await stage.page.context().setOffline(true);
      await stage.page.locator('.publish-form button.primary').click();
      await stage.page.locator('.publish-form .error').waitFor();
    },
  },
  {
    ...{ name: 'publish-german', says: 'A report, before it is published, in German', views: ['desktop', 'phone'] },
    spoils: true,
    play: async (stage) => {
      await stage.page.addInitScript(() => localStorage.setItem('touchstone.language', 'de'));
      await dialog(stage);
    },
  },
  {
    ...{ name: 'publish-right-to-left', says: 'The report of an article in Arabic', views: ['desktop', 'phone-dark'] },
    play: dialogOf('arabic'),
  },
  {
    ...{ name: 'report', says: 'A published report', views: ['desktop', 'dark', 'phone'] },
    play: read('sample'),
  },
  {
    ...{ name: 'report-claim', says: 'A claim of a published report', views: ['desktop', 'phone-dark'] },
    play: async (stage) => {
      await read('sample')(stage);
      await stage.page.locator('.number').nth(1).click();
    },
  },
  {
    ...{ name: 'report-right-to-left', says: 'A published report in Arabic', views: ['phone'] },
    play: read('arabic'),
  },
  {
    ...{ name: 'report-german', says: 'A published report in German', views: ['desktop', 'phone'] },
    play: async ({ page, address, articles }) => {
      await unboxed(page);
      const path = `${address}/api/articles/${articles.sample}/reports`;
      // What is published already can be published as first no more.
      const { address: known } = await (await page.request.get(path)).json();
      const change = known ? 'change=update&note=Zwei+Quellen+sind+dazugekommen.' : 'change=first';
      await page.goto(`${path}/preview/page?${change}&language=de&named=yes`);
      await page.locator('h1').waitFor();
    },
  },
  {
    ...{ name: 'reports-list', says: 'The published reports', views: ['desktop', 'phone'] },
    play: async (stage) => {
      await published(stage, 'sample');
      await stage.page.goto(`${stage.address}/reports`);
      await stage.page.locator('h1').waitFor();
    },
  },
  {
    ...{ name: 'publish-again', says: 'A report that is published, before a correction', views: ['desktop'] },
    play: async (stage) => {
      await published(stage, 'sample');
      await dialog(stage);
      await stage.page.locator('.published-list a').first().waitFor();
    },
  },
  {
    ...{ name: 'library-retracted', says: 'A source that was retracted since', views: ['desktop', 'phone-dark'] },
    play: async (stage) => {
      await published(stage, 'sample');
      await retracted(stage);
      await stage.page.goto(`${stage.address}/sources`);
      await stage.page.locator('.leaning-article').first().scrollIntoViewIfNeeded();
    },
  },
];
