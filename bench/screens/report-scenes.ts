import type { Articles } from './desk.ts';
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

const dialog: Scene['play'] = async ({ page, address, articles }) => {
  await page.goto(`${address}/articles/${articles.sample}`);
  await page.locator('.ProseMirror').waitFor();
  await page.getByRole('button', { name: /Text open|More about/ }).click();
  await page.getByRole('button', { name: 'Publish', exact: true }).click();
  await page.locator('.publish-before').waitFor();
};

/** Publishing, and what readers get. */
export const REPORT_SCENES: readonly Scene[] = [
  {
    ...{ name: 'publish', says: 'A report, before it is published', views: ['desktop', 'phone-dark'] },
    play: dialog,
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
];
