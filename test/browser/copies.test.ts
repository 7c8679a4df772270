import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { deskInBrowsers } from '../support/browser-desk.ts';
import { articleOf, eventually, selectWords } from '../support/desk-in-browsers.ts';
import { manyHostile } from '../support/hostile.ts';

const TEXT = 'The moon\n\nIt is made of 80 percent cheese, the board says.';

const MOON = `<html><body><h1>The moon</h1>${'<p>Much was said before.'.repeat(40)}
  <table><tr><th>Part<th>2023<th>2024<tr><td>Cheese<td>70<td>80<tr><td>Stone<td>30<td>20</table>
  <p id=x onclick="alert(1)">The board finds it to be <b>cheese</b>, for the most part.
  <script>alert(2)</script><img src="https://outside.example/x.png" onerror="alert(3)"></body></html>`;

describe('the copy of a source, in a browser', function () {
  this.timeout(40_000);
  // What Playwright itself puts into every frame is not run in that of a copy.
  afterEach(() =>
    desk.expectFaults(/^Blocked script execution in .*\/page' because the document's frame is sandboxed/),
  );
  const desk = deskInBrowsers(['Una Vogt'], ['Ben Ito']);
  let una: Page;
  let ben: Page;
  const outside: string[] = [];
  const alerts: string[] = [];

  const dialog = (page = una) => page.getByRole('dialog');
  const frame = (page = una) => dialog(page).frameLocator('iframe');
  const pin = () => dialog().getByRole('button', { name: 'Pin these words' });

  const upload = (name: string, mimeType: string, buffer: Buffer): Promise<void> =>
    una.locator('.piece input[type=file]').setInputFiles({ name, mimeType, buffer });

  // biome-ignore lint/suspicious/noExplicitAny: what the API answers is described by its OpenAPI file, not by types here.
  const evidence = async (): Promise<any> => (await articleOf(una)).evidence[0];

  const passage = (words: string): Promise<void> =>
    eventually(async () => assert.equal((await evidence()).passage, words));

  /** What is lit up in a document of a page, by kind. */
  const lit = (page: Page, name: string): Promise<string> =>
    page.evaluate((kind) => {
      const inner = document.querySelector<HTMLIFrameElement>('dialog iframe')?.contentWindow ?? window;
      const own = inner as Window & typeof globalThis;
      return [...(own.CSS.highlights.get(`copy-${kind}`) ?? [])].map(String).join('');
    }, name);

  const drag = async (page: Page, from: string, to: string): Promise<void> => {
    const place = (words: string, edge: 'left' | 'right') =>
      page.evaluate(
        ([wanted, side]) => {
          const inner = document.querySelector<HTMLIFrameElement>('dialog iframe');
          const root = inner?.contentDocument?.body ?? document.querySelector('dialog .pdf-pages');
          if (!root) throw new Error('there is no copy');
          const walker = root.ownerDocument.createTreeWalker(root, NodeFilter.SHOW_TEXT);
          for (let node = walker.nextNode(); node; node = walker.nextNode()) {
            const at = node.textContent?.indexOf(wanted) ?? -1;
            if (at < 0) continue;
            const range = root.ownerDocument.createRange();
            range.setStart(node, at);
            range.setEnd(node, at + wanted.length);
            node.parentElement?.scrollIntoView({ block: 'center' });
            const box = range.getBoundingClientRect();
            const around = inner?.getBoundingClientRect() ?? { left: 0, top: 0 };
            const x = side === 'left' ? box.left + 1 : box.right - 1;
            return { x: around.left + x, y: around.top + box.top + box.height / 2 };
          }
          throw new Error(`the copy does not hold "${wanted}"`);
        },
        [words, edge] as const,
      );
    await place(from, 'left');
    const [start, end] = [await place(from, 'left'), await place(to, 'right')];
    // Playwright's own mouse looks for a drag in every frame with a script, and waits for ever for the one that runs none.
    const line = await page.context().newCDPSession(page);
    const mouse = (type: 'mousePressed' | 'mouseMoved' | 'mouseReleased', { x, y }: { x: number; y: number }) =>
      line.send('Input.dispatchMouseEvent', { type, x, y, button: 'left', buttons: 1, clickCount: 1 });
    await mouse('mousePressed', start);
    await mouse('mouseMoved', { x: (start.x + end.x) / 2, y: (start.y + end.y) / 2 });
    await mouse('mouseMoved', end);
    await mouse('mouseReleased', end);
    await line.detach();
  };

  before(async () => {
    [una, ben] = desk.pages;
    for (const page of desk.pages) page.setDefaultTimeout(6_000);
    for (const page of desk.pages) {
      await page.context().route(
        (url) => !url.href.startsWith(desk.served.address),
        (route) => {
          outside.push(route.request().url());
          return route.abort();
        },
      );
      page.on('dialog', (each) => {
        alerts.push(each.message());
        void each.dismiss();
      });
    }
    await desk.open(await desk.makes({ text: TEXT }));
    await selectWords(una, '80 percent cheese');
    await una.keyboard.press('c');
    await una.locator('.card.is-selected').getByRole('heading', { name: 'Evidence' }).waitFor();
    await una.keyboard.press('s');
    await una.getByLabel('Title').fill('Board report');
    await una.locator('.stances').getByText('Supports').click();
    await una.keyboard.press('Control+Enter');
    await una.getByText('No frozen copy.').waitFor();
  });

  after(() => {
    assert.deepEqual([outside, alerts], [[], []]);
  });

  it('is made of a page that is uploaded, and looked at as it was', async () => {
    await upload('moon.html', 'text/html', Buffer.from(MOON));
    await una.getByRole('button', { name: 'Pin the passage' }).click();
    await frame().getByRole('heading', { name: 'The moon' }).waitFor();
    assert.equal(await frame().locator('script, [onclick], img').count(), 0);
  });

  it('has words of the page pinned that are selected with the mouse', async () => {
    await drag(una, 'The board finds', 'cheese');
    await pin().click();
    await passage('The board finds it to be cheese');
    await eventually(async () => assert.equal(await lit(una, 'pinned'), 'The board finds it to be cheese'));
  });

  it('has a cell of a table pinned, with what heads it', async () => {
    await drag(una, '80', '80');
    await dialog().getByText('Table 1, row Cheese, column 2024').waitFor();
    await pin().click();
    await passage('80');
    assert.deepEqual((await evidence()).pin.cell, { table: 1, row: 'Cheese', column: '2024' });
  });

  it('has words found, and chosen and pinned with keys alone', async () => {
    await una.keyboard.press('Control+f');
    await una.keyboard.type('the board');
    await dialog().getByText('1 of 1').waitFor();
    await una.keyboard.press('Enter');
    await una.keyboard.press('Control+Shift+ArrowRight');
    await una.keyboard.press('Shift+ArrowRight');
    await una.keyboard.press('Shift+ArrowLeft');
    await dialog().getByText('Chosen: The board finds').waitFor();
    await una.keyboard.press('s');
    await una.keyboard.press('Enter');
    await passage('The board finds it to be cheese, for the most part.');
  });

  it('is seen by somebody else with the passage in sight, as a page and as words', async () => {
    await ben.locator('.claim').first().click();
    await ben.keyboard.press('q');
    await eventually(async () => assert.match(await lit(ben, 'pinned'), /^The board finds it to be cheese, for/));
    const isInSight = await frame(ben)
      .getByText('The board finds')
      .evaluate((element) => {
        const { top, bottom } = element.getBoundingClientRect();
        return top >= 0 && bottom <= innerHeight;
      });
    assert.ok(isInSight);
    await dialog(ben).getByRole('button', { name: 'Words', exact: true }).click();
    assert.match((await dialog(ben).locator('mark').textContent()) ?? '', /^The board finds/);
    await ben.keyboard.press('Escape');
    await una.keyboard.press('Escape');
  });

  it('is made anew of a PDF while the older one stays; words of its second page are pinned, and the page is told', async () => {
    const other = await una.context().newPage();
    await other.setContent(
      `<h1>Report</h1><p style="break-after: page">Nothing here.<p>The moon is made of 80 percent cheese.<p>And of stone.`,
    );
    const pdf = await other.pdf({ format: 'A4' });
    await other.close();
    await una.getByRole('button', { name: 'Copy anew' }).click();
    await upload('report.pdf', 'application/pdf', pdf);
    await una.getByText('and 1 more').waitFor();
    await una.getByRole('button', { name: 'Show the passage' }).click();
    await frame().getByText('The board finds').waitFor();
    await dialog().getByLabel('Copies of this source').selectOption({ index: 0 });
    await dialog().getByText('The passage is pinned in the copy of').waitFor();
    await dialog().locator('.pdf-page[data-page="1"] span').first().waitFor();
    await dialog().getByLabel('Find words in the copy').fill('80 percent');
    await dialog().locator('.pdf-page[data-page="2"] span').first().waitFor();
    await drag(una, 'The moon', 'cheese');
    await dialog().getByText('p. 2').waitFor();
    await pin().click();
    await passage('The moon is made of 80 percent cheese');
    assert.equal((await evidence()).pin.page, 2);
    const ink = await dialog()
      .locator('.pdf-page[data-page="2"] canvas')
      .evaluate((canvas: HTMLCanvasElement) => {
        const { data = [] } = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height) ?? {};
        return data.some((value, index) => index % 4 < 3 && value < 100);
      });
    assert.ok(ink, 'nothing is drawn on the page');
  });

  it('has a whole page pinned', async () => {
    await dialog().getByRole('button', { name: 'Pin page 2' }).click();
    await eventually(async () => assert.equal((await evidence()).pin.isWholePage, true));
    await dialog().locator('.pdf-page.is-pinned').waitFor();
    await una.keyboard.press('Escape');
    await una.locator('.piece .place').getByText('p. 2').waitFor();
  });

  it('says in so many words when it is a PDF that cannot be read', async () => {
    await una.getByRole('button', { name: 'Copy anew' }).click();
    await upload('broken.pdf', 'application/pdf', Buffer.from('%PDF-1.7 and nothing else'));
    await una.getByText('and 2 more').waitFor();
    await una.getByRole('button', { name: 'Show the passage' }).click();
    await dialog().getByLabel('Copies of this source').selectOption({ index: 0 });
    await dialog().getByText('It is broken, or no PDF at all').waitFor();
    await una.keyboard.press('Escape');
  });

  it('runs nothing and fetches nothing of what has broken others', async () => {
    const { id } = (await articleOf(una)).sources[0];
    const captures = `${una.url().replace('/articles/', '/api/articles/').replace(/#.*/, '')}/captures`;
    const all = manyHostile().filter((each) => each.includes('<'));
    const count = Math.min(12, all.length);
    const groups = Array.from({ length: count }, (_, index) => all.filter((_each, at) => at % count === index));
    for (const group of groups) {
      const made = await una.request.post(captures, {
        headers: { origin: desk.served.address },
        multipart: {
          source: id,
          file: {
            name: 'x.html',
            mimeType: 'text/html',
            buffer: Buffer.from(group.map((each) => `<div>${each}</div>`).join('\n')),
          },
        },
      });
      assert.equal(made.status(), 201);
      await una.evaluate(
        (address) =>
          new Promise<void>((resolve) => {
            const page = document.createElement('iframe');
            page.setAttribute('sandbox', 'allow-same-origin');
            page.onload = () => {
              page.remove();
              resolve();
            };
            page.src = address;
            document.body.append(page);
          }),
        `${captures}/${(await made.json()).id}/page`,
      );
    }
    assert.deepEqual([outside, alerts], [[], []]);
  });
});
