import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { deskInBrowsers } from '../support/browser-desk.ts';
import { articleOf, eventually, selectWords } from '../support/desk-in-browsers.ts';
import { cutLine, goOffline, hasAllCode } from '../support/going-offline.ts';

describe('a train in a tunnel', function () {
  this.timeout(60_000);
  const desk = deskInBrowsers(['Anna Kim'], ['Ben Ortiz', 'editor']);
  let anna: Page;
  let ben: Page;

  before(async () => {
    [anna, ben] = desk.pages;
    await desk.open(await desk.makes('sample'));
    for (const page of [anna, ben]) await hasAllCode(page);
  });

  const types = async (page: Page, text: string): Promise<void> => {
    await page.keyboard.press('e');
    await page.locator('.ProseMirror p:not(.credit)').last().click();
    await page.keyboard.press('End');
    await page.keyboard.type(text);
    await page.keyboard.press('Escape');
  };

  it('loses nothing that was done in it, though the browser was closed there (T10)', async () => {
    await cutLine(anna);
    await selectWords(anna, 'a conference on the Black Sea coast');
    await anna.keyboard.press('c');
    await anna.keyboard.press('Escape');
    await types(anna, ' Typed in the tunnel.');
    await anna.getByText(/^Offline, \d changes? waiting$/).waitFor();
    const url = anna.url();
    await eventually(async () => assert.match(await waitingText(anna), /Typed in the tunnel/));
    await anna.close({ runBeforeUnload: false });

    await types(ben, ' Typed meanwhile.');
    await ben.getByText('All changes saved').waitFor();

    const context = desk.browser.contexts()[0];
    assert.ok(context);
    await context.setOffline(false);
    anna = await context.newPage();
    await anna.goto(url);
    await anna.getByText('All changes saved').waitFor();
    await eventually(async () => {
      const article = await articleOf(ben);
      assert.match(article.text, /Typed in the tunnel\./);
      assert.match(article.text, /Typed meanwhile\./);
      assert.ok(
        article.claims.some((claim: { words: string }) => claim.words === 'a conference on the Black Sea coast'),
      );
    });
    await ben.getByText('Typed in the tunnel.').waitFor();
    assert.equal(await waitingText(anna), '[]');
  });

  it('sends what two closed pages of one person left, each once', async () => {
    const context = anna.context();
    const other = await context.newPage();
    await other.goto(anna.url());
    await other.getByText('All changes saved').waitFor();
    await cutLine(anna);
    await types(anna, ' From the first page.');
    await types(other, ' From the second page.');
    for (const [page, words] of [
      [anna, /From the first page/],
      [other, /From the second page/],
    ] as const) {
      await eventually(async () => assert.match(await waitingText(page), words));
    }
    const url = anna.url();
    await anna.close();
    await other.close();
    await context.setOffline(false);
    anna = await context.newPage();
    await anna.goto(url);
    await eventually(async () => {
      const { text } = await articleOf(ben);
      for (const words of ['From the first page.', 'From the second page.'])
        assert.equal(text.split(words).length, 2, words);
    });
  });

  it('keeps in sight what could not be merged, also over a reload, until it is put aside (T10)', async () => {
    await cutLine(ben);
    await types(ben, ' Too late for this.');
    await anna.getByText('All changes saved').waitFor();
    await anna.getByRole('button', { name: /Text open/ }).click();
    await anna.getByRole('button', { name: 'Lock the text' }).click();
    await eventually(async () => assert.equal((await articleOf(anna)).locked, true));
    await ben.context().setOffline(false);
    await ben.getByText('This could not be merged').waitFor();
    await ben.getByText('Too late for this.').waitFor();
    await ben.reload();
    await ben.getByText('Too late for this.').waitFor();
    await ben.getByRole('button', { name: 'Put aside' }).click();
    await ben.getByText('This could not be merged').waitFor({ state: 'detached' });
    assert.doesNotMatch((await articleOf(anna)).text, /Too late/);
  });

  it('says that a dialog cannot be fetched until its article is left, or it is there', async () => {
    const failed = anna.locator('.toast', { hasText: 'The server cannot be reached' });
    const asksOffline = async (): Promise<void> => {
      await goOffline(anna);
      await anna.getByRole('button', { name: /Text (open|locked)/ }).click();
      await anna.getByRole('button', { name: 'Settings of this article' }).click();
      await failed.waitFor();
    };
    await asksOffline();
    await anna.locator('.top-bar').getByRole('link', { name: 'Articles' }).click();
    await failed.waitFor({ state: 'detached' });
    await anna.context().setOffline(false);
    await anna.goBack();
    await anna.reload();
    await asksOffline();
    await anna.context().setOffline(false);
    await anna.getByRole('heading', { name: 'Settings of this article' }).waitFor();
    await failed.waitFor({ state: 'detached' });
  });

  it('gives the text back where what was to lie over it cannot be fetched', async () => {
    await desk.open(await desk.makes('sample'), ben);
    await ben.reload();
    await ben.locator('.ProseMirror').waitFor();
    await goOffline(ben);
    await ben.keyboard.press('b');
    await ben.locator('.toast', { hasText: 'The server cannot be reached' }).waitFor();
    await ben.locator('main:not([inert])').waitFor();
    await selectWords(ben, 'a conference');
    await ben.keyboard.press('c');
    await ben.locator('.card.is-selected').getByText('a conference').first().waitFor();
    await ben.context().setOffline(false);
  });
});

/** What the browser's database holds of operations that wait. */
const waitingText = (page: Page): Promise<string> =>
  page.evaluate(
    () =>
      new Promise<string>((resolve, reject) => {
        const opening = indexedDB.open('touchstone');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const all = opening.result.transaction('pending').objectStore('pending').getAll();
          all.onsuccess = () => {
            opening.result.close();
            resolve(JSON.stringify(all.result.flatMap((each) => each.operations)));
          };
        };
      }),
  );
