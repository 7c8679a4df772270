import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { deskInBrowsers } from '../support/browser-desk.ts';
import { articleOf, eventually, selectWords } from '../support/desk-in-browsers.ts';
import { holdAsking } from '../support/held-asking.ts';

const TEXT = 'The moon\n\nIt is made of 80 percent cheese, the board says.';
const SOURCE = `${'Much was said before. '.repeat(300)}\nThe board finds 80 percent of it to be cheese.\nNothing else.`;

describe('evidence in a frozen copy, in a browser', function () {
  this.timeout(60_000);
  const desk = deskInBrowsers(['Una Vogt']);
  let page: Page;

  const dialog = () => page.getByRole('dialog');
  const marked = () => dialog().locator('.capture-text mark');

  before(async () => {
    [page] = desk.pages;
    await desk.open(await desk.makes({ text: TEXT }));
    await selectWords(page, '80 percent cheese');
    await page.keyboard.press('c');
    await page.locator('.card.is-selected').getByRole('heading', { name: 'Evidence' }).waitFor();
  });

  const more = () => page.locator('.source-form summary', { hasText: 'More' });

  it('says why an address of this machine is not copied, and keeps pasted words instead', async () => {
    await page.keyboard.press('s');
    await page.getByLabel('Title').fill('Board report');
    await page.getByLabel('Address').fill('http://127.0.0.1:1/report');
    await page.locator('.stances').getByText('Supports').click();
    await page.keyboard.press('Control+Enter');
    await page.getByText('leads into a private network').waitFor();
    await page.getByRole('button', { name: 'Paste its words' }).click();
    await page.keyboard.press('Escape');
    await page.getByLabel('The words of the source').waitFor({ state: 'detached' });
    await page.keyboard.press('Enter');
    await page.getByLabel('The words of the source').fill(SOURCE);
    // They stay where they are until they are kept, and are kept once.
    let isAway = true;
    await page.route('**/captures', (route) =>
      isAway && route.request().method() === 'POST' ? route.abort() : route.fallback(),
    );
    await page.getByRole('button', { name: 'Keep these words' }).click();
    await page.locator('.toast', { hasText: 'The server cannot be reached' }).waitFor();
    isAway = false;
    desk.expectFaults(/ERR_FAILED/);
    assert.equal(await page.getByLabel('The words of the source').inputValue(), SOURCE);
    const keeping = await holdAsking(page, '**/captures', 'POST');
    await page.getByRole('button', { name: 'Keep these words' }).dblclick();
    keeping.letGo();
    await page.getByText(/^Frozen copy of/).waitFor();
    assert.equal(keeping.count(), 1);
  });

  it('pins words of the copy as the passage', async () => {
    await page.getByRole('button', { name: 'Pin the passage' }).click();
    await dialog().getByText('Nothing else.').waitFor();
    await dialog().getByLabel('Find words in the copy').fill('81 percent');
    await dialog().getByText('Not in this copy').waitFor();
    await dialog().getByLabel('Find words in the copy').fill('80 percent of it to be cheese');
    await dialog().getByText('1 of 1').waitFor();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await marked().waitFor();
    const link = dialog().getByRole('link', { name: 'Open the page at the passage' });
    assert.match((await link.getAttribute('href')) ?? '', /#:~:text=The%20board%20finds-,80%20percent%20of%20it/);
    await page.keyboard.press('Escape');
    await dialog().waitFor({ state: 'detached' });
    await page.locator('.piece blockquote').getByText('80 percent of it to be cheese').waitFor();
  });

  it('shows the claim and its passage side by side at one key, with the passage in sight', async () => {
    await page.keyboard.press('q');
    await marked().waitFor();
    assert.equal(await marked().textContent(), '80 percent of it to be cheese');
    assert.equal(await dialog().locator('section blockquote').textContent(), '80 percent cheese');
    const [box, frame] = [await marked().boundingBox(), await dialog().locator('.capture-text').boundingBox()];
    assert.ok(box && frame && box.y > frame.y && box.y + box.height < frame.y + frame.height);
  });

  it('lets other words be selected with the mouse and pinned in its place', async () => {
    await dialog().getByText('Nothing else.').waitFor();
    const box = await marked().boundingBox();
    if (!box) throw new Error('nothing is marked');
    await page.mouse.dblclick(box.x + 30, box.y + box.height / 2);
    await dialog().getByRole('button', { name: 'Pin these words' }).click();
    await page.locator('.capture-text mark', { hasText: /^percent$/ }).waitFor();
  });

  it('takes the keys of the copy as soon as it is shown', async () => {
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await dialog().waitFor({ state: 'detached' });
    await page.keyboard.press('q');
    await page.locator('.capture-text:focus').waitFor();
    await page.keyboard.press('s');
    await dialog().getByText('Chosen: The board finds 80 percent of it to be cheese.').waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await dialog().waitFor({ state: 'detached' });
  });

  it('pins the place that was gone to last, and not the one that was chosen before it', async () => {
    await page.keyboard.press('q');
    const find = dialog().getByLabel('Find words in the copy');
    await find.fill('Much was said');
    await find.press('Enter');
    await dialog().getByText('Chosen: Much was said').waitFor();
    await find.press('F3');
    await dialog().getByText('2 of 300').waitFor();
    await dialog().getByRole('button', { name: 'Pin these words' }).click();
    await eventually(async () => {
      const [{ pin }] = (await articleOf(page)).evidence;
      assert.equal(pin.start, 'Much was said before. '.length);
    });
    await page.keyboard.press('Escape');
    await dialog().waitFor({ state: 'detached' });
  });

  it('forgets a source that was cancelled, so that who sees that one is not who sees the next', async () => {
    await page.keyboard.press('s');
    await more().click();
    await page.getByLabel('Who sees the source').selectOption('The desk');
    await page.locator('.source-form').getByRole('button', { name: 'Cancel' }).click();
    await page.keyboard.press('s');
    await more().click();
    assert.equal(await page.getByLabel('Who sees the source').inputValue(), 'public');
    await page.locator('.source-form').getByRole('button', { name: 'Cancel' }).click();
  });

  it('asks for what most sources need, and for the rest behind More, which opens by itself where something stands in it', async () => {
    const labels = () => page.locator('.source-form label:visible').allTextContents();
    await page.keyboard.press('s');
    await more().waitFor();
    const first = (await labels()).slice(-6);
    assert.deepEqual(first, ['Address', 'Title', 'Publisher', 'Date', 'Passage', 'Note']);
    await more().click();
    await page.locator('.source-form').getByLabel('Kind').selectOption('Study');
    await page.keyboard.press('Escape');
    await page.keyboard.press('s');
    assert.equal(await page.locator('.source-form').getByLabel('Kind').inputValue(), 'study');
    assert.ok(await page.locator('.source-form').getByLabel('Kind').isVisible());
    await page.locator('.source-form').getByRole('button', { name: 'Cancel' }).click();
  });

  it('is not copied twice from the list of commands', async () => {
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+k');
    await page.keyboard.type('frozen copies');
    await page.keyboard.press('Enter');
    await page
      .getByRole('region', { name: 'Messages' })
      .getByText('Every page that is evidence for this claim has a frozen copy.')
      .waitFor();
  });

  it('says among the sources of the article whether there is a copy', async () => {
    await page.getByRole('tab', { name: /Sources/ }).click();
    await page
      .locator('.card.source')
      .getByText(/^Frozen copy of/)
      .waitFor();
  });
});
