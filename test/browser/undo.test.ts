import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { deskInBrowsers } from '../support/browser-desk.ts';
import { articleOf, eventually, selectWords } from '../support/desk-in-browsers.ts';

const TEXT = `Skip to content

Breaking News

Council opens the bridge

The old bridge was opened on Tuesday after two years of repairs that cost 12 million euros.

It carried 8,000 cars a day before it was closed, according to the ministry of transport.

Share

XS
SM
MD
LG`;

const text = (page: Page) => page.locator('.ProseMirror');
const claim = (page: Page, words: string) => page.locator('.ProseMirror [data-claim]', { hasText: words });
const card = (page: Page) => page.locator('.card.is-selected');
const undo = (page: Page) => page.locator('.toast').getByRole('button', { name: 'Undo' });
const saved = (page: Page) => page.getByText('All changes saved').waitFor();

describe('undo in a browser', function () {
  this.timeout(60_000);
  const desk = deskInBrowsers(['Anna Kim'], ['Ben Ortiz', 'editor']);
  let anna: Page;
  let ben: Page;

  before(() => {
    [anna, ben] = desk.pages;
  });

  beforeEach(async () => desk.open(await desk.makes({ text: TEXT })));

  const marks = async (page: Page, words: string): Promise<void> => {
    await selectWords(page, words);
    await page.keyboard.press('c');
    await card(page).waitFor();
    for (const each of [anna, ben]) await claim(each, words).waitFor();
  };

  it('takes a mark away for both with Ctrl-Z while reading, and brings the same claim back with Ctrl-Shift-Z', async () => {
    await marks(anna, '12 million euros');
    await anna.keyboard.press('Control+z');
    for (const page of [anna, ben]) await claim(page, '12 million').waitFor({ state: 'detached' });
    await card(anna).waitFor({ state: 'detached' });
    await anna.keyboard.press('Control+Shift+Z');
    for (const page of [anna, ben]) await claim(page, '12 million euros').waitFor();
    await card(anna).getByText('12 million euros').waitFor();
    await saved(anna);
    assert.equal((await articleOf(anna)).claims.length, 1);
  });

  it('takes typing and marks back in the order they were done, by key while reading and by button while editing', async () => {
    await anna.keyboard.press('e');
    await selectWords(anna, 'The old');
    await anna.keyboard.type('Our');
    await anna.keyboard.press('Escape');
    await anna.getByRole('button', { name: /Edit text/ }).waitFor();
    await text(ben).getByText('Our bridge').waitFor();
    await marks(anna, '8,000 cars a day');
    await anna.keyboard.press('Escape');
    await anna.keyboard.press('Control+z');
    await claim(ben, '8,000').waitFor({ state: 'detached' });
    await anna.keyboard.press('Control+z');
    await text(ben).getByText('The old bridge').waitFor();
    await anna.keyboard.press('e');
    for (let times = 0; times < 2; times += 1) await anna.getByRole('button', { name: 'Redo' }).click();
    await text(ben).getByText('Our bridge').waitFor();
    await claim(ben, '8,000 cars a day').waitFor();
  });

  it('refuses to take a mark away that the other has worked on, says who, and goes on to what was before', async () => {
    await marks(anna, 'on Tuesday');
    await marks(anna, '12 million euros');
    await claim(ben, '12 million').click();
    await card(ben).waitFor();
    await ben.keyboard.press('5');
    await card(anna).locator('.given').getByText('Ben Ortiz').waitFor();
    await anna.keyboard.press('Control+z');
    await anna.getByText('Ben Ortiz has worked on this claim since. Withdraw it from its card.').first().waitFor();
    await claim(ben, '12 million euros').waitFor();
    await anna.keyboard.press('Control+z');
    await claim(ben, 'on Tuesday').waitFor({ state: 'detached' });
    await claim(ben, '12 million euros').waitFor();
  });

  it('leaves the keys of what is being filled in alone', async () => {
    await marks(anna, 'on Tuesday');
    await anna.keyboard.press('s');
    await anna.getByLabel('Title').fill('x');
    await anna.keyboard.press('Control+z');
    await claim(ben, 'on Tuesday').waitFor();
    await saved(anna);
    assert.equal((await articleOf(anna)).claims[0].withdrawn, undefined);
  });

  it('takes a restored line out of the text again, and then it can be restored (T10)', async () => {
    await anna.getByRole('tab', { name: /Cleaned/ }).click();
    const removal = anna.locator('.removal').first();
    const line = await removed(removal);
    await removal.getByRole('button', { name: 'Restore' }).click();
    await text(ben).getByText(line, { exact: true }).waitFor();
    await anna.keyboard.press('Control+z');
    await text(ben).getByText(line, { exact: true }).waitFor({ state: 'detached' });
    await removal.getByRole('button', { name: 'Restore' }).waitFor();
    await anna.keyboard.press('Control+Shift+Z');
    await text(ben).getByText(line, { exact: true }).waitFor();
    await removal.getByText('Restored by Anna Kim').waitFor();
  });

  it('shows where a restored line went, and takes it out again by the button of the message or of the line', async () => {
    await anna.getByRole('tab', { name: /Cleaned/ }).click();
    const removal = anna.locator('.removal', { hasText: 'Share' });
    const line = await removed(removal);
    for (const undone of [undo(anna), removal.getByRole('button', { name: 'Take out again' })]) {
      await removal.getByRole('button', { name: 'Restore' }).press('Enter');
      await anna
        .locator('.toast')
        .getByText(/^Back in the text, as paragraph \d/)
        .waitFor();
      assert.ok(await isLit(text(anna).getByText(line, { exact: true })));
      assert.equal(await anna.evaluate(() => document.activeElement?.textContent), 'Take out again');
      await text(ben).getByText(line, { exact: true }).waitFor();
      await undone.click();
      await text(ben).getByText(line, { exact: true }).waitFor({ state: 'detached' });
    }
    await removal.getByRole('button', { name: 'Restore' }).waitFor();
  });

  const isLit = (words: ReturnType<Page['locator']>) =>
    words.evaluate((element) => {
      const { top, bottom } = element.getBoundingClientRect();
      return element.getAnimations().length > 0 && top > 0 && bottom < innerHeight;
    });

  const removed = (removal: ReturnType<Page['locator']>) => removal.locator('blockquote').innerText();

  it('takes a verdict back by its own button, and lets the one before it stand again', async () => {
    await marks(anna, '8,000 cars a day');
    await anna.keyboard.press('1');
    await anna.getByLabel('Say why').press('Escape');
    await text(anna).focus();
    await anna.keyboard.press('5');
    await card(anna).locator('.given').getByText('True', { exact: true }).waitFor();
    assert.equal(await undo(anna).count(), 1);
    await undo(anna).click();
    await card(anna).locator('.given').getByText('False', { exact: true }).waitFor();
    await eventually(async () => {
      const [{ outcome }] = (await articleOf(ben)).claims;
      assert.equal(outcome.rating, 'false');
    });
  });

  it('offers to take nothing back any more once its article is left', async () => {
    await marks(anna, '8,000 cars a day');
    await anna.keyboard.press('1');
    await undo(anna).waitFor();
    await anna.locator('.top-bar').getByRole('link', { name: 'Articles' }).click();
    await anna.getByRole('heading', { level: 1, name: 'Articles' }).waitFor();
    assert.equal(await undo(anna).count(), 0);
  });

  it('does not take a verdict back when the other has judged since, and says who', async () => {
    await marks(anna, '8,000 cars a day');
    await anna.keyboard.press('1');
    await undo(anna).waitFor();
    await claim(ben, '8,000').click();
    await card(ben).getByText('Anna Kim').first().waitFor();
    await ben.keyboard.press('5');
    await card(anna).locator('.given').getByText('Ben Ortiz').waitFor();
    await undo(anna).click();
    await anna.getByText('Ben Ortiz has worked on this since, so it stays as it is.').first().waitFor();
    assert.equal((await articleOf(ben)).verdicts.filter((each: object) => !('withdrawn' in each)).length, 2);
  });

  it('takes an attached source back by its own button', async () => {
    await marks(anna, '8,000 cars a day');
    await anna.keyboard.press('s');
    await anna.getByText('Supports', { exact: true }).click();
    await anna.getByLabel('Title').fill('Traffic counts');
    await anna.getByText('Supports', { exact: true }).click();
    await anna.keyboard.press('Control+Enter');
    await card(anna).getByText('Traffic counts').waitFor();
    await undo(anna).click();
    await card(anna).getByText('Traffic counts').waitFor({ state: 'detached' });
    await undo(anna).click(); // of the withdrawal
    await card(anna).getByText('Traffic counts').waitFor();
  });
});
