import type { Page } from 'playwright-core';
import { failing } from './home-scenes.ts';
import type { Scene, Stage } from './scene.ts';

const ALL = ['desktop', 'dark', 'phone', 'narrow'] as const;

const draft = (title: string): string =>
  `${title}\n\nThe old bridge was opened on Tuesday after two years of repairs, the council says, and nobody has crossed it.`;

/** A folder as desks have them: drafts in several scripts, one twice, and what is none. */
const FOLDER: Readonly<Record<string, string>> = {
  'Drafts/council opens the bridge.txt': draft('Council opens the bridge'),
  'Drafts/ferry.txt': draft('The ferry goes twice a day'),
  'Drafts/مسودة الجسر.txt':
    'المجلس يفتح الجسر القديم\n\nفتح المجلس الجسر القديم يوم الثلاثاء بعد عامين من الإصلاحات، ولم يعبره أحد حتى الآن.',
  'Drafts/older/ferry again.txt': draft('The ferry goes twice a day'),
  'Drafts/older/broken.docx': 'PK\u0003\u0004 and nothing more',
  'Drafts/older/picture.png': 'PNG',
};

let folders = 0;

/** Sends a folder as a page does, and waits until all of it has ended. Each is another one: what the desk has already would not come in again. */
const sendFolder = async ({ page, address }: Stage): Promise<string> => {
  folders += 1;
  const nth = folders;
  const { request } = page;
  const headers = { origin: address };
  const begun = await request.post(`${address}/api/batches`, {
    headers,
    data: { name: 'Drafts', expected: Object.keys(FOLDER).length },
  });
  const { id } = await begun.json();
  for (const [path, content] of Object.entries(FOLDER))
    await request.post(`${address}/api/batches/${id}/items`, {
      headers,
      multipart: {
        path,
        file: {
          name: path.split('/').at(-1) ?? '',
          mimeType: 'application/octet-stream',
          buffer: Buffer.from(content.includes('\n\n') ? `${content} (${nth})` : content),
        },
      },
    });
  const { items } = await (await request.get(`${address}/api/batches/${id}`)).json();
  await request.put(`${address}/api/batches/${id}`, { headers, data: { expected: items.length } });
  return id;
};

const showBatch = async (stage: Stage): Promise<void> => {
  const id = await sendFolder(stage);
  await stage.page.goto(`${stage.address}/batches/${id}`);
  await stage.page
    .locator('.batch-head')
    .getByText(/(\d) of \1/)
    .first()
    .waitFor();
};

const inGerman = (page: Page): Promise<unknown> =>
  page.addInitScript(() => localStorage.setItem('touchstone.language', 'de'));

const annotation = (exact: string, value: string): object => ({
  '@context': 'http://www.w3.org/ns/anno.jsonld',
  id: `urn:example:${exact.length}-${value.length}`,
  type: 'Annotation',
  motivation: 'commenting',
  body: { type: 'TextualBody', value },
  target: { source: 'https://example.org/article', selector: { type: 'TextQuoteSelector', exact } },
});

const bring = async ({ page, address, articles }: Stage, annotations: unknown): Promise<void> => {
  await page.goto(`${address}/articles/${articles.sample}`);
  await page.locator('.ProseMirror').waitFor();
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').fill('annotations');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Bring annotations' });
  await dialog.getByRole('textbox').fill(JSON.stringify(annotations, null, 2));
  await page.keyboard.press('Control+Enter');
};

/** How much comes in together: folders, lists of addresses, annotations. */
export const ARRIVING_SCENES: readonly Scene[] = [
  { name: 'batch', says: 'A folder that has come in, with what did not', views: ALL, play: showBatch },
  {
    ...{ name: 'batch-german', says: 'The same in German', views: ['desktop', 'narrow'], spoils: true },
    play: async (stage) => {
      await inGerman(stage.page);
      const id = await sendFolder(stage);
      await stage.page.goto(`${stage.address}/batches/${id}`);
      await stage.page
        .locator('.batch-head')
        .getByText(/(\d) von \1/)
        .first()
        .waitFor();
    },
  },
  {
    ...{ name: 'batch-error', says: 'A batch that the server cannot tell of', views: ['desktop'] },
    play: async ({ page, address }) => {
      await failing(page, '**/api/batches/*');
      await page.goto(`${address}/batches/none`);
      await page.getByText('The server cannot store anything now.').first().waitFor();
    },
  },
  {
    ...{ name: 'batches', says: 'What has come in together', views: ['desktop', 'phone'] },
    play: async (stage) => {
      await showBatch(stage);
      await stage.page.goto(`${stage.address}/batches`);
      await stage.page.locator('.batch-row').first().waitFor();
    },
  },
  {
    ...{ name: 'batches-none', says: 'Nothing has come in together yet', views: ['desktop'], by: 'newcomer' },
    play: async ({ page, address }) => {
      await page.goto(`${address}/batches`);
      await page.locator('.queue-empty').waitFor();
    },
  },
  {
    ...{ name: 'annotations', says: 'What becomes of annotations, before they are brought', views: ALL },
    play: async (stage) => {
      const { text } = await (
        await stage.page.request.get(`${stage.address}/api/articles/${stage.articles.sample}`)
      ).json();
      const words = text.split('\n')[2].split(' ').slice(2, 8).join(' ');
      await bring(stage, [
        annotation(words, 'Which report says so?'),
        annotation('words that stand nowhere in it', 'Who counted?'),
      ]);
      await stage.page.locator('.annotations-counts').waitFor();
    },
  },
  {
    ...{ name: 'annotations-refused', says: 'Annotations that are none', views: ['desktop', 'phone'] },
    play: async (stage) => {
      await bring(stage, [{ type: 'Annotation', target: 7 }]);
      await stage.page.locator('.annotations-refused').waitFor();
    },
  },
];
