import type { Page } from 'playwright-core';
import type { Articles } from './desk.ts';
import type { Scene, Stage } from './scene.ts';

const ADDRESS = 'https://example.org/news/the-old-bridge';

/** What a look at the article's own address has found there. */
const FOUND = {
  ...{ address: ADDRESS, at: '2026-11-28T09:12:00.000Z', came: 'other', failed: 0 },
  found: { text: 'another', sha256: 'f'.repeat(64), changes: { changed: 2, added: 1 }, at: '2026-11-28T09:12:00.000Z' },
};

/** Opens an article of which an editor has said where it was published, and at whose address another text stands by now. */
const openThere = async ({ page, address, articles }: Stage, name: keyof Articles): Promise<void> => {
  const path = `${address}/api/articles/${articles[name]}`;
  const { version } = await (await page.request.get(path)).json();
  await page.request.post(`${path}/operations`, {
    headers: { origin: address },
    data: { opId: `place-${version}`, base: version, parts: [{ kind: 'article.place', address: ADDRESS }] },
  });
  await page.route('**/api/articles/*/looks', (route) =>
    route.fulfill({ json: { article: articles[name], looks: [], underWay: [], own: FOUND } }),
  );
  await page.goto(`${address}/articles/${articles[name]}`);
  await page.locator('.there').waitFor();
};

const inGerman = (page: Page): Promise<unknown> =>
  page.addInitScript(() => localStorage.setItem('touchstone.language', 'de'));

/** Opens the versions of the article that is open. */
const showVersions = async (page: Page, words = 'later version'): Promise<void> => {
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').fill(words);
  await page.keyboard.press('Enter');
  await page.locator('.issue').first().waitFor();
};

/** An article of which a version was taken over and back. */
const takenBack = async ({ page, address, articles }: Stage): Promise<void> => {
  const path = `${address}/api/articles/${articles.bare}`;
  const headers = { origin: address };
  const { versions } = await (await page.request.get(`${path}/versions`)).json();
  if (versions.length === 1) {
    const { text, version } = await (await page.request.get(path)).json();
    const quote = { exact: '20 held no water', prefix: '', suffix: '' };
    const fields = { statement: 'Of 61 wells, 20 were dry in August.' };
    const parts = [{ kind: 'claim.mark', claim: 'dry', quote, fields }];
    await page.request.post(`${path}/operations`, { headers, data: { opId: 'dry', base: version, parts } });
    const data = {
      text: text.replaceAll('\n', '\n\n').replace('20 held', '25 held'),
      why: 'The district counted anew.',
    };
    const { from } = await (
      await page.request.post(`${path}/difference`, { headers, data: { text: data.text } })
    ).json();
    const { received } = await (
      await page.request.post(`${path}/received`, { headers, data: { ...data, from } })
    ).json();
    await page.request.delete(`${path}/received/${received}`, { headers });
  }
  await page.goto(`${address}/articles/${articles.bare}`);
  await page.locator('.ProseMirror').waitFor();
  await showVersions(page);
};

/** Later versions of an article: seen at its own address, taken over, taken back. */
export const VERSION_SCENES: readonly Scene[] = [
  {
    ...{ name: 'own-address', says: 'Another text stands at the address of the article', views: ['desktop', 'phone'] },
    play: (stage) => openThere(stage, 'bridge'),
  },
  {
    ...{ name: 'own-address-german', says: 'The same in German', views: ['desktop', 'narrow'], spoils: true },
    play: async (stage) => {
      await inGerman(stage.page);
      await openThere(stage, 'bridge');
    },
  },
  {
    ...{ name: 'own-address-arabic', says: 'The same over an article in Arabic', views: ['desktop', 'phone-dark'] },
    play: (stage) => openThere(stage, 'arabic'),
  },
  {
    ...{ name: 'versions-address', says: 'Where an article was published', views: ['desktop', 'phone'] },
    play: async (stage) => {
      await openThere(stage, 'arabic');
      await showVersions(stage.page);
    },
  },
  {
    ...{ name: 'versions-address-german', says: 'The same in German', views: ['desktop', 'narrow'], spoils: true },
    play: async (stage) => {
      await inGerman(stage.page);
      await openThere(stage, 'arabic');
      await showVersions(stage.page, 'spätere Fassung');
    },
  },
  {
    ...{ name: 'versions-taken-back', says: 'A version that was taken back', views: ['desktop', 'phone'] },
    play: takenBack,
  },
  {
    ...{ name: 'versions-back', says: 'What taking it back changed', views: ['desktop', 'phone-dark'] },
    play: async (stage) => {
      await takenBack(stage);
      await stage.page.locator('.issue').getByRole('button', { name: 'What that changed' }).click();
      await stage.page.locator('.consequence').first().waitFor();
    },
  },
];
