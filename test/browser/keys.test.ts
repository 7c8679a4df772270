import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { deskInBrowsers } from '../support/browser-desk.ts';
import { afterFocus, articleOf, eventually } from '../support/desk-in-browsers.ts';

const TEXT = `Council opens the bridge

The old bridge was opened on Tuesday. Its repair cost 12 million euros. It took two years.

It carried 8,000 cars a day before it was closed, according to the ministry of transport.`;

const box = (page: Page) => page.getByRole('combobox', { name: /^Find a command/ });
const active = (page: Page): Promise<string> =>
  box(page).evaluate((input) => {
    const line = document.getElementById(input.getAttribute('aria-activedescendant') ?? '');
    return line?.querySelector('.command-words')?.textContent ?? '';
  });
const selected = (page: Page): Promise<string> => page.evaluate(() => String(getSelection()));
const press = async (page: Page, ...keys: readonly string[]): Promise<void> => {
  for (const key of keys) await page.keyboard.press(key);
};

describe('the workspace without a mouse', function () {
  this.timeout(60_000);
  const desk = deskInBrowsers(['Ann Kim']);
  let page: Page;

  before(() => {
    [page] = desk.pages;
  });

  beforeEach(async () => desk.open(await desk.makes({ text: TEXT })));

  /** Selects the words from the caret's place, paragraph and character counted from 0, by keys alone. */
  const selectFrom = async (paragraph: number, before: number, words: number): Promise<void> => {
    await press(page, 't');
    await afterFocus(page);
    await press(page, 'Control+Home');
    for (let each = 0; each < paragraph; each += 1) await press(page, 'Control+ArrowDown');
    await press(page, 'Home');
    for (let each = 0; each < before; each += 1) await press(page, 'ArrowRight');
    for (let each = 0; each < words; each += 1) await press(page, 'Control+Shift+ArrowRight');
  };

  describe('the list of commands', () => {
    it('opens on ? and on Ctrl K, points to what is chosen, and gives the focus back', async () => {
      await press(page, 't', 'Control+k');
      await box(page).waitFor();
      const first = await active(page);
      await press(page, 'ArrowDown');
      assert.notEqual(await active(page), first);
      await press(page, 'ArrowUp', 'ArrowUp');
      await press(page, 'Escape');
      await box(page).waitFor({ state: 'detached' });
      assert.match(await page.evaluate(() => document.activeElement?.className ?? ''), /ProseMirror/);
      await press(page, '?');
      await box(page).waitFor();
      await press(page, 'Escape');
    });

    it('runs what is found, and has it in front the next time', async () => {
      await press(page, 'Control+k');
      await box(page).fill('lock te');
      assert.equal(await active(page), 'Lock the text');
      await press(page, 'Enter');
      await page.getByText('Text locked').waitFor();
      await press(page, 'Control+k');
      await box(page).fill('hist');
      await press(page, 'Enter');
      await page.getByRole('tab', { name: 'History', selected: true }).waitFor();
      await press(page, 'Control+k');
      assert.equal(await active(page), 'Go to the history');
      await press(page, 'Escape');
    });

    it('says why something cannot be done now, and does not do it', async () => {
      await press(page, '?');
      await box(page).fill('mark the selected words as a');
      await page.getByText('Select words in the text first.').first().waitFor();
      await press(page, 'Enter');
      await box(page).waitFor();
      await press(page, 'Escape');
    });

    it('goes to a paragraph, where the caret then is', async () => {
      await press(page, '?');
      await box(page).fill('¶2');
      await press(page, 'Enter');
      await box(page).waitFor({ state: 'detached' });
      await press(page, 'Control+Shift+ArrowRight', 'Control+Shift+ArrowRight');
      assert.equal((await selected(page)).trim(), 'It carried');
    });
  });

  it('goes from the words of a claim into its card with Enter, back with Escape, and to the list with L, where J goes on', async () => {
    await selectFrom(1, 4, 2);
    await press(page, 'c');
    await page.locator('.card.is-selected').waitFor();
    await press(page, 't', 'Enter');
    await eventually(async () =>
      assert.match(await page.evaluate(() => document.activeElement?.className ?? ''), /card-head/),
    );
    await press(page, 'Escape');
    assert.match(await page.evaluate(() => document.activeElement?.className ?? ''), /ProseMirror/);
    await page.locator('.card.is-selected').waitFor();
    await press(page, 'Escape');
    await page.locator('.card.is-selected').waitFor({ state: 'detached' });
    await press(page, 'l', 'j');
    await page.locator('.card.is-selected').waitFor();
  });

  it('selects sentence by sentence, and marks what is selected', async () => {
    await press(page, 't', 'Control+Home', '.', '.');
    assert.equal(await selected(page), 'The old bridge was opened on Tuesday.');
    await press(page, '.');
    assert.equal(await selected(page), 'Its repair cost 12 million euros.');
    await press(page, 'Alt+Shift+ArrowDown');
    assert.equal(await selected(page), 'Its repair cost 12 million euros. It took two years.');
    await press(page, ',', 'c');
    await eventually(async () =>
      assert.equal((await articleOf(page)).claims[0]?.words ?? '', 'The old bridge was opened on Tuesday.'),
    );
  });

  it('moves the ends of the open claim word by word, or to the selected words, and takes it back', async () => {
    const marked = async (words: string): Promise<void> => {
      const claim = page.locator('.ProseMirror [data-claim]');
      await eventually(async () => assert.equal((await claim.allInnerTexts()).join(''), words));
    };
    await selectFrom(1, 4, 2);
    await press(page, 'c');
    await marked('old bridge');
    await press(page, ']', ']');
    await marked('old bridge was opened');
    await press(page, '[', '}');
    await marked('bridge was');
    await press(page, '{', '{');
    await marked('The old bridge was');
    await press(page, 't', 'Control+Home', '.', '.');
    await press(page, 'Control+k');
    await box(page).fill('ends sel');
    await press(page, 'Enter');
    await marked('The old bridge was opened on Tuesday.');
    assert.equal((await articleOf(page)).claims[0].anchor.state, 'exact');
    await press(page, 'Control+z');
    await marked('The old bridge was');
  });

  it('needs no single keys: off, they do nothing alone and everything with Ctrl Alt, also after a reload', async () => {
    await press(page, 'Control+k');
    await box(page).fill('single');
    await press(page, 'Enter');
    await page.getByText('Single keys are off').first().waitFor();
    await page.reload();
    await page.locator('.ProseMirror').waitFor();
    await press(page, 'j', '?', 'b');
    assert.equal(await box(page).count(), 0);
    assert.deepEqual(await page.locator('.key-hints kbd').allInnerTexts(), ['Ctrl', 'K']);
    await press(page, 'Control+Alt+t', 'Control+Shift+ArrowRight', 'c');
    assert.equal((await articleOf(page)).claims.length, 0);
    await press(page, 'Control+Alt+c');
    await page.locator('.card.is-selected').waitFor();
    await press(page, 'Control+Alt+4');
    await page.locator('.scale [aria-pressed=true]').waitFor();
    await page.getByRole('button', { name: /account of/ }).press('Enter');
    await page.locator('#account-menu').getByLabel('On', { exact: true }).check({ force: true });
    await press(page, 'Escape', '?');
    await box(page).waitFor();
    await press(page, 'Escape');
  });
});
