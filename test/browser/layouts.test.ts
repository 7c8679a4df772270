import assert from 'node:assert/strict';
import type { Browser, Page } from 'playwright-core';
import { openBrowser } from '../support/browser.ts';
import {
  articleOf,
  eventually,
  follow,
  openArticle,
  openPage,
  selectWords,
  setUp,
} from '../support/desk-in-browsers.ts';
import { OTHER_SCRIPTS, type ScriptArticle, textOf } from '../support/other-scripts.ts';
import type { Served } from '../support/server.ts';
import { serveHere } from '../support/server-here.ts';

describe('the screens, in every script and on every paper', function () {
  this.timeout(60_000);
  let served: Served;
  let browser: Browser;
  let page: Page;
  let faults: readonly string[];
  let sample = '';

  const post = async (path: string, data: object): Promise<string> => {
    const answer = await page.request.post(`${served.address}/api/${path}`, {
      data,
      headers: { origin: served.address },
    });
    return (await answer.json()).id;
  };

  const opens = (id: string): Promise<void> => openArticle(page, served, id);

  before(async () => {
    served = await serveHere();
    browser = await openBrowser();
    ({ page, faults } = await openPage(browser));
    page.setDefaultTimeout(8_000);
    await setUp(page, served, 'Ann Kim');
    sample = await post('sample', {});
  });

  afterEach(() => assert.deepEqual(faults, []));

  after(async () => {
    await browser?.close();
    await served?.stop();
  });

  const selected = (): Promise<string> => page.evaluate(() => String(getSelection()));
  const marked = async (): Promise<readonly string[]> =>
    (await articleOf(page)).claims.map((claim: { quote: { exact: string } }) => claim.quote.exact);
  const directionOf = (selector: string): Promise<string> =>
    page
      .locator(selector)
      .first()
      .evaluate((element) => getComputedStyle(element).direction);

  /** Marks words with the mouse, and the first sentence of the first paragraph by keys alone. */
  const marksBoth = async ({ claims }: ScriptArticle, sentence: string): Promise<void> => {
    const words = claims.at(-1) ?? '';
    await selectWords(page, words);
    await page.keyboard.press('c');
    await page.locator('.card.is-selected').getByText(words).first().waitFor();
    for (const key of ['Escape', 'Escape', 't', 'Control+Home']) await page.keyboard.press(key);
    await eventually(async () => {
      await page.keyboard.press('.');
      assert.equal(await selected(), sentence);
    });
    await page.keyboard.press('c');
    await eventually(async () => assert.deepEqual([...(await marked())].sort(), [sentence, words].sort()));
  };

  for (const script of ['arabic', 'hebrew'] as const)
    it(`${script} is marked by mouse and by keys, and runs from the right while the screen around it does not`, async () => {
      const article = OTHER_SCRIPTS[script];
      await opens(await post('articles', { text: textOf(article) }));
      await marksBoth(article, `${article.paragraphs[0].split('. ')[0]}.`);
      for (const part of ['.ProseMirror h1', '.ProseMirror p', '.card .statement'])
        assert.equal(await directionOf(part), 'rtl', part);
      for (const part of ['.top-bar', '.tabs', '.coverage-column']) assert.equal(await directionOf(part), 'ltr', part);
      const title = await page.locator('.ProseMirror h1').boundingBox();
      const number = await page
        .locator('.ProseMirror p.numbered')
        .first()
        .evaluate((element) => getComputedStyle(element, '::before').right);
      assert.ok(title && Number.parseFloat(number) < 0, `the number of a paragraph is ${number} from its right edge`);
      const byline = page.locator('.byline > div');
      assert.equal(await byline.evaluate((element) => getComputedStyle(element).textAlign), 'right');
    });

  it('japanese is marked by mouse and by keys, and its sentences are counted though no space parts them', async () => {
    const article = OTHER_SCRIPTS.japanese;
    await opens(await post('articles', { text: textOf(article) }));
    await marksBoth(article, `${article.paragraphs[0].split('。')[0]}。`);
    const [end] = (await marked()).filter((words) => words.endsWith('。'));
    await page.keyboard.press('[');
    await eventually(async () => {
      const shortened = (await articleOf(page)).claims.find((claim: { words: string }) => end?.startsWith(claim.words));
      assert.ok(end && shortened.words.length < end.length, 'ends a word earlier');
    });
    await page
      .locator('.looked-at')
      .getByText(/^[1-9]\d %$/)
      .waitFor();
  });

  it('is printed with its claims as notes, whose numbers stand after their words, on a sheet as narrow as a phone', async () => {
    await opens(sample);
    await page.setViewportSize({ width: 700, height: 900 });
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    await page.evaluate(() => {
      addEventListener('beforeprint', () => {
        document.body.dataset.numbers = String(document.querySelectorAll('.note-number').length);
      });
      dispatchEvent(new Event('beforeprint'));
    });
    const numbers = await page.locator('.note-number').allInnerTexts();
    assert.deepEqual(
      numbers.map(Number).sort((one, other) => one - other),
      [1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
    );
    const noted = await page.locator('.ProseMirror p', { hasText: 'stronger' }).locator('.note-number').innerText();
    const note = page.locator(`.card[aria-posinset="${noted}"]`);
    assert.match(await note.innerText(), /Unproven[\s\S]*strengthened Islamic State/);
    assert.equal(await note.isVisible(), true);
    for (const gone of ['.top-bar', '.tabs', '.coverage-column', '.panels', '.claim-filter'])
      assert.equal(await page.locator(gone).first().isVisible(), false, gone);
    assert.equal(await page.evaluate(() => getComputedStyle(document.body).backgroundColor), 'rgb(255, 255, 255)');
    await page.evaluate(() => dispatchEvent(new Event('afterprint')));
    assert.equal(await page.locator('.note-number').count(), 0);
    await page.emulateMedia({ media: 'screen', colorScheme: 'light' });
    await page.evaluate(() => delete document.body.dataset.numbers);
    await page.pdf({ format: 'A4' });
    assert.equal(await page.evaluate(() => document.body.dataset.numbers), '10');
  });

  for (const [says, width, height] of [
    ['at 320 pixels', 320, 640],
    ['of 1,280 pixels at 200 %', 640, 400],
  ] as const)
    it(`needs no sideways scrolling ${says}`, async () => {
      await page.setViewportSize({ width, height });
      const fits = async (what: string): Promise<void> => {
        const wide = await page.evaluate(() =>
          [
            document.documentElement,
            ...document.querySelectorAll('.text-column, .side-panel, .coverage-column, dialog'),
          ]
            .filter((element) => element.clientWidth > 0 && element.scrollWidth > element.clientWidth)
            .map(
              (element) => `${element.className || element.tagName} ${element.scrollWidth} > ${element.clientWidth}`,
            ),
        );
        assert.deepEqual(wide, [], what);
      };
      for (const [path, shown] of [
        ['/', '.article-row'],
        ['/queue', '.queue h1'],
        ['/sources', '.library h1'],
        ['/articles/new', 'textarea'],
        ['/desk', '.page-title, h1'],
      ] as const) {
        await follow(page, served, path);
        await page.locator(shown).first().waitFor();
        await fits(path);
      }
      await opens(sample);
      await fits('the text');
      for (const panel of ['Coverage', 'Claims']) {
        await page.locator('.panels').getByRole('button', { name: panel }).click();
        await fits(panel);
      }
      await page.locator('.card-head').nth(2).click();
      await page.locator('.card.is-selected .scale').waitFor();
      await page.keyboard.press('s');
      await page.locator('.source-form').waitFor();
      await fits('a claim with a form open');
      for (const tab of [/Sources/, /Discussion/, /History/]) {
        await page.getByRole('tab', { name: tab }).click();
        await fits(String(tab));
      }
      await page.getByRole('button', { name: 'More about this article' }).click();
      await page.getByRole('button', { name: 'Settings of this article' }).click();
      await page.getByRole('heading', { name: 'Settings of this article' }).waitFor();
      await fits('the settings');
    });

  it('has no field with words so small that a phone zooms into it', async () => {
    const storageState = await page.context().storageState();
    const phone = { hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 }, storageState };
    const touched = await openPage(browser, phone);
    const fields = touched.page.locator(
      'input:not([type=checkbox], [type=radio], [type=file]), select, textarea, [contenteditable=true]',
    );
    const isLegible = async (where: string): Promise<void> => {
      const sizes = await fields.evaluateAll((all) =>
        all.map((each) => Number.parseFloat(getComputedStyle(each).fontSize)),
      );
      assert.ok(sizes.length > 0 && sizes.every((size) => size >= 16), `${where}: ${sizes.join(', ')} pixels`);
    };
    for (const [path, shown] of [
      ['/', 'input[type=search]'],
      ['/search?q=moon', '.search-days'],
      ['/articles/new', 'textarea'],
      [`/articles/${sample}`, '.ProseMirror'],
    ] as const) {
      await touched.page.goto(`${served.address}${path}`);
      await touched.page.locator(shown).first().waitFor();
      await isLegible(path);
    }
    await touched.page.locator('.panels').getByRole('button', { name: 'Claims' }).tap();
    await touched.page.locator('.card-head').nth(2).tap();
    await touched.page.locator('.card.is-selected .scale').waitFor();
    await touched.page.keyboard.press('4');
    await touched.page.locator('.ProseMirror.is-rationale').waitFor();
    await isLegible('a claim that is open');
    assert.deepEqual(touched.faults, []);
    await touched.page.context().close();
  });

  it('moves nothing by itself for a reader who does not want that', async () => {
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.routeWebSocket(/socket\.io/, () => undefined);
    await page.route('**/socket.io/**', () => undefined);
    await page.goto(`${served.address}/articles/${sample}`);
    await page.locator('.workspace.is-loading').waitFor();
    assert.equal(await page.evaluate(() => document.getAnimations().length), 0);
    await page.emulateMedia({ reducedMotion: 'no-preference' });
    await eventually(async () => assert.ok((await page.evaluate(() => document.getAnimations().length)) > 0));
  });
});
