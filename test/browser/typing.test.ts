import assert from 'node:assert/strict';
import type { CDPSession, Page } from 'playwright-core';
import { deskInBrowsers } from '../support/browser-desk.ts';
import { eventually, selectWords } from '../support/desk-in-browsers.ts';

const TEXT = `Council opens the bridge

The old bridge was opened on Tuesday after two years of repairs that cost 12 million euros.

It carried 8,000 cars a day before it was closed, according to the ministry of transport.`;

describe('typing in a browser', function () {
  this.timeout(60_000);
  const desk = deskInBrowsers(['Anna Kim'], ['Ben Ortiz', 'editor']);
  let anna: Page;
  let ben: Page;
  let keyboard: CDPSession;

  before(async () => {
    [anna, ben] = desk.pages;
    keyboard = await anna.context().newCDPSession(anna);
  });

  beforeEach(async () => {
    await desk.open(await desk.makes({ text: TEXT }));
    await selectWords(ben, '12 million euros');
    await ben.keyboard.press('c');
    await anna.locator('.ProseMirror [data-claim]', { hasText: '12 million euros' }).waitFor();
    await ben.keyboard.press('e');
    await anna.keyboard.press('e');
  });

  /** The caret of a page behind some words. */
  const caretBehind = async (page: Page, words: string): Promise<void> => {
    await selectWords(page, words);
    await page.keyboard.press('ArrowRight');
  };

  const composes = (text: string) =>
    keyboard.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });

  /** What is composed stands in the text as this. */
  const commits = (text: string) => keyboard.send('Input.insertText', { text });

  const paragraph = (page: Page, index: number) => page.locator('.ProseMirror p:not(.byline)').nth(index);

  const bothRead = async (index: number, words: string): Promise<void> => {
    for (const page of [anna, ben])
      await eventually(async () => assert.equal(await paragraph(page, index).textContent(), words));
  };

  const isComposing = async (text: string): Promise<void> =>
    assert.ok((await anna.locator('.ProseMirror').textContent())?.includes(text), `"${text}" is not on the page`);

  it('goes behind words that were just selected, however soon after the mouse the key comes', async () => {
    for (let times = 0; times < 6; times += 1) {
      await desk.open(await desk.makes({ text: TEXT }));
      await anna.keyboard.press('e');
      await anna.waitForTimeout(200);
      await caretBehind(anna, 'opened');
      await anna.keyboard.type(' again');
      await paragraph(anna, 0).getByText('opened again on').waitFor({ timeout: 3_000 });
    }
  });

  it('composes in a claim, as for Japanese, while another types before it in the same paragraph', async () => {
    await caretBehind(anna, 'million');
    await composes('に');
    await composes('にほ');
    await caretBehind(ben, 'opened');
    await ben.keyboard.type(' again');
    await eventually(async () => assert.match((await paragraph(ben, 0).textContent()) ?? '', /opened again/));
    await composes('にほん');
    await isComposing('にほん');
    await commits('日本');
    await bothRead(
      0,
      'The old bridge was opened again on Tuesday after two years of repairs that cost 12 million日本 euros.',
    );
    for (const page of [anna, ben])
      assert.equal(
        (await page.locator('.ProseMirror [data-claim]').allTextContents()).join(''),
        '12 million日本 euros',
      );
  });

  it('composes on, as after a dead key that was left, when what others did is taken in after a while', async () => {
    await caretBehind(anna, 'carried');
    await composes('´');
    await ben.keyboard.press('Escape');
    await selectWords(ben, 'cars a day');
    await ben.keyboard.press('c');
    await ben.keyboard.press('e');
    await caretBehind(ben, 'Tuesday');
    await ben.keyboard.type(' last');
    await paragraph(anna, 0).getByText('Tuesday last').waitFor();
    await isComposing('´');
    await commits('é');
    await bothRead(1, 'It carriedé 8,000 cars a day before it was closed, according to the ministry of transport.');
    await bothRead(
      0,
      'The old bridge was opened on Tuesday last after two years of repairs that cost 12 million euros.',
    );
  });

  it('leaves nothing behind of what was composed and given up', async () => {
    await caretBehind(anna, '12 mil');
    await composes('に');
    await composes('');
    await anna.keyboard.type('x');
    await bothRead(0, 'The old bridge was opened on Tuesday after two years of repairs that cost 12 milxlion euros.');
  });
});
