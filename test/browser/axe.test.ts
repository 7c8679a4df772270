import type { Browser, Page } from 'playwright-core';
import { isFineLightAndDark } from '../support/axe.ts';
import { openBrowser } from '../support/browser.ts';
import { join, openPage, selectWords, setUp } from '../support/desk-in-browsers.ts';
import type { Served } from '../support/server.ts';
import { serveHere } from '../support/server-here.ts';

const TEXT = ['Council opens the bridge', ...Array.from({ length: 30 }, (_, day) => `It carried ${day} cars a day.`)];

describe('axe-core finds nothing wrong, light and dark', function () {
  this.timeout(60_000);
  let served: Served;
  let browser: Browser;
  let page: Page;
  let reader: Page;

  const isFine = (on: Page = page): Promise<void> => isFineLightAndDark(on);

  before(async () => {
    served = await serveHere();
    browser = await openBrowser();
    page = (await openPage(browser)).page;
    reader = (await openPage(browser)).page;
    for (const each of [page, reader]) each.setDefaultTimeout(8_000);
    await setUp(page, served, 'Ann Kim');
    await join(page, reader, served, 'Mara Rossi', 'annotator');
  });

  after(async () => {
    await browser?.close();
    await served?.stop();
  });

  it('with an empty home', async () => {
    await page.goto(served.address);
    await page.getByRole('heading', { name: 'No article yet' }).waitFor();
    await isFine();
  });

  it('with a new article, before and after it is read', async () => {
    await page.goto(`${served.address}/articles/new`);
    await page.getByRole('textbox', { name: 'New article' }).waitFor();
    await isFine();
    await page.getByRole('textbox', { name: 'New article' }).fill(TEXT.join('\n\n'));
    await page.keyboard.press('Control+Enter');
    await page.getByRole('button', { name: 'Create article' }).waitFor();
    await isFine();
    await page.getByRole('button', { name: 'Create article' }).click();
    await page.waitForURL(/\/articles\/(?!new)[\w-]+$/);
    await page.locator('.ProseMirror').waitFor();
    await isFine();
  });

  it('with a card open, and a form in it', async () => {
    await selectWords(page, '3 cars a day');
    await page.keyboard.press('c');
    await page.locator('.card.is-selected').waitFor();
    await page.keyboard.press('s');
    await page.getByLabel('Title').fill('Traffic counts');
    await isFine();
    await page.getByText('Supports', { exact: true }).click();
    await page.getByLabel('Title').press('Control+Enter');
    await page.locator('.piece').waitFor();
    await page.keyboard.press('4');
    await page.getByLabel('Say why').fill('It is so.');
    await page.keyboard.press('Control+Enter');
    await isFine();
  });

  for (const tab of ['Sources', 'History', 'Claims'])
    it(`with the tab ${tab}`, async () => {
      await page.getByRole('tab', { name: tab }).click();
      await isFine();
    });

  it('with its dialogs and menus', async () => {
    await page.locator('.tabs').click({ position: { x: 350, y: 20 } });
    await page.keyboard.press('?');
    await page.getByRole('combobox', { name: /^Find a command/ }).fill('car');
    await page
      .getByRole('option', { name: /^Paragraph 1/ })
      .first()
      .waitFor();
    await isFine();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Share' }).click();
    await page.getByRole('heading', { name: 'Share this article' }).waitFor();
    await isFine();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Export' }).click();
    await page.getByRole('button', { name: 'Download' }).waitFor();
    await page.getByRole('combobox', { name: 'Claims' }).selectOption('some');
    await isFine();
    await page.keyboard.press('Escape');
  });

  it('with a claim split and found elsewhere, its wording, details and history open, and the list filtered', async () => {
    await selectWords(page, 'cars a day');
    await page.keyboard.press('c');
    await page.locator('.card.is-selected').waitFor();
    await page.keyboard.press('p');
    await page.locator('.part-form textarea:focus').fill('It carried nine cars.');
    await page.keyboard.press('Enter');
    await page.locator('.claim-line').waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('f');
    await page.getByRole('button', { name: /^Mark all/ }).waitFor();
    for (const part of ['.claim-details', '.claim-history']) await page.locator(`.is-selected ${part} summary`).click();
    await page.locator('.is-selected .history-line').first().waitFor();
    await page.getByText('Filter and order').click();
    await page.locator('#claim-search').fill('cars');
    await isFine();
    await page.getByRole('button', { name: 'Show all' }).click();
  });

  it('with the board', async () => {
    await page.getByRole('button', { name: 'Board' }).click();
    await page.locator('.board-card').first().waitFor();
    await isFine();
    await page.keyboard.press('Escape');
  });

  it('with the time machine', async () => {
    await page.getByRole('tab', { name: 'History' }).click();
    await page.getByRole('button', { name: 'Time machine' }).click();
    await page.locator('.past-card').first().waitFor();
    await isFine();
    await page.keyboard.press('Escape');
    await page.getByRole('tab', { name: 'Claims' }).click();
  });

  it('for an annotator, who cannot change the long text', async () => {
    await reader.goto(page.url());
    await reader.locator('.ProseMirror').waitFor();
    await isFine(reader);
  });

  it('while work is blind, for an annotator with a verdict and a lead who is about to reveal it', async () => {
    const address = page.url().replace('/articles/', '/api/articles/').replace(/#.*/, '');
    const parts = [{ kind: 'article.configure', settings: { blind: 'verdicts' } }];
    const headers = { origin: served.address };
    await page.request.post(`${address}/operations`, {
      data: { opId: 'blind', base: 1, parts },
      headers,
    });
    await reader.getByText('Work is blind').waitFor();
    await reader.locator('.card').first().click();
    await reader.locator('.card.is-selected .verdict').waitFor();
    await reader.keyboard.press('2');
    await reader.getByLabel('Say why').fill('It is not.');
    await isFine(reader);
    await reader.keyboard.press('Control+Enter');
    await reader.getByText('Only your own is shown').waitFor();
    await page.getByRole('button', { name: 'Reveal' }).click();
    await isFine();
    await page.getByRole('button', { name: 'Reveal it now' }).click();
    await page.getByText('Work is blind').waitFor({ state: 'detached' });
  });

  it('with articles at home', async () => {
    await page.goto(served.address);
    await page.getByRole('searchbox').waitFor();
    await isFine();
    await page.getByRole('button', { name: 'Invite' }).click();
    await page.getByRole('button', { name: 'Make a link' }).click();
    await page.getByLabel('Invitation link').waitFor();
    await isFine();
  });
});
