import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { violations } from '../support/axe.ts';
import { deskInBrowsers } from '../support/browser-desk.ts';
import { eventually } from '../support/desk-in-browsers.ts';
import { goOffline } from '../support/going-offline.ts';
import { holdAsking } from '../support/held-asking.ts';

const MOON = 'The moon\n\nThe moon is made of green cheese. Nobody has asked.';
const SUN = 'The sun\n\nThe sun is warm.';

/** All that a browser keeps: its database, and its storage. */
const kept = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const opened = indexedDB.open('touchstone');
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      opened.onsuccess = () => resolve(opened.result);
      opened.onerror = () => reject(opened.error);
    });
    const all = [...database.objectStoreNames].map(
      (name) =>
        new Promise<unknown>((resolve) => {
          const asked = database.transaction(name).objectStore(name).getAll();
          asked.onsuccess = () => resolve(asked.result);
        }),
    );
    const rows = await Promise.all(all);
    database.close();
    return JSON.stringify([rows, { ...localStorage }]);
  });

const types = async (page: Page, text: string): Promise<void> => {
  await page.keyboard.press('e');
  await page.locator('.ProseMirror p').last().click();
  await page.keyboard.press('End');
  await page.keyboard.type(text);
  await page.keyboard.press('Escape');
};

const dialog = (page: Page) => page.getByRole('dialog', { name: 'Delete the article for good' });

const isSound = async (page: Page): Promise<void> => {
  const light = await violations(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  assert.deepEqual({ light, dark: await violations(page) }, { light: [], dark: [] });
  await page.emulateMedia({ colorScheme: null });
};

describe('an article that is deleted, in browsers', function () {
  this.timeout(90_000);
  const desk = deskInBrowsers(['Anna Kim'], ['Ben Ortiz', 'editor']);

  it('is gone at once for who has it open, with what they had not sent given back, and for who was offline later (T10)', async () => {
    const [anna, ben] = desk.pages;
    const [moon, sun] = [await desk.makes({ text: MOON }), await desk.makes({ text: SUN })];
    await desk.open(moon);
    await goOffline(ben);
    await types(ben, ' Written in the tunnel.');
    await eventually(async () => assert.match(await kept(ben), /Written in the tunnel/));

    await anna.keyboard.press('Control+k');
    await anna.keyboard.type('delete the article');
    await anna.keyboard.press('Enter');
    await dialog(anna).getByText('its log with 1 entry').waitFor();
    await isSound(anna);
    await dialog(anna).getByRole('textbox').fill('The sun');
    await anna.keyboard.press('Enter');
    await dialog(anna).getByText('This is not the title of the article').waitFor();
    await dialog(anna).getByRole('textbox').fill('The moon');
    // Once it is on its way it cannot be kept, and nothing says that it can.
    const deleting = await holdAsking(anna, '**/deletion', 'POST');
    await anna.keyboard.press('Enter');
    await dialog(anna).getByText('Deleting.').waitFor();
    await dialog(anna).getByRole('button', { name: 'Keep it', disabled: true }).waitFor();
    await anna.keyboard.press('Enter');
    deleting.letGo();
    await anna.getByText('The article is deleted.').first().waitFor();
    await anna.getByRole('link', { name: /The sun/ }).waitFor();
    assert.equal(await anna.getByRole('link', { name: /The moon/ }).count(), 0);
    assert.doesNotMatch(await kept(anna), /green cheese/);

    await ben.context().setOffline(false);
    await ben.getByRole('heading', { name: 'This article was deleted' }).waitFor();
    await ben.getByText(/^Deleted .* by Anna Kim\.$/).waitFor();
    await ben.getByText('Written in the tunnel.').waitFor();
    await isSound(ben);
    await eventually(async () => assert.doesNotMatch(await kept(ben), /green cheese/));
    // Also when the page was closed meanwhile.
    await ben.reload();
    const [saved] = await Promise.all([
      ben.waitForEvent('download'),
      ben.getByRole('button', { name: 'Save it as a file' }).click(),
    ]);
    assert.match(await readFile(await saved.path(), 'utf8'), /Written in the tunnel\./);
    await ben.getByText('It is saved as a file.').waitFor();
    assert.doesNotMatch(await kept(ben), /tunnel/);

    // From the list, while somebody has it open, who then looks at it on a phone.
    await ben.goto(`${desk.served.address}/articles/${sun}`);
    await ben.locator('.ProseMirror').waitFor();
    await ben.setViewportSize({ width: 390, height: 844 });

    await anna.getByRole('button', { name: 'Delete “The sun” for good' }).click();
    await dialog(anna).getByRole('textbox').fill('The sun');
    await dialog(anna).getByRole('button', { name: 'Delete for good' }).click();
    await anna.getByRole('heading', { name: 'No article yet' }).waitFor();
    await ben.getByRole('heading', { name: 'This article was deleted' }).waitFor();
    await ben.getByRole('link', { name: 'To the articles' }).waitFor();
    assert.equal(await ben.getByRole('button', { name: 'Save it as a file' }).count(), 0);

    await ben.setViewportSize({ width: 1440, height: 900 });
    await anna.goto(`${desk.served.address}/people`);
    await anna.getByRole('button', { name: 'Delete…' }).click();
    const person = anna.getByRole('dialog', { name: 'Delete this person for good' });
    await person.getByRole('textbox').fill('Ben Ortiz');
    await isSound(anna);
    await anna.keyboard.press('Enter');
    await anna.getByText('That person is nobody here any more.').first().waitFor();
    await eventually(async () => assert.equal(await anna.getByText('Ben Ortiz').count(), 0));
    await ben.goto(desk.served.address);
    await ben.getByRole('heading', { name: 'Sign in' }).waitFor();
    desk.expectFaults(/401|410|422/);
  });
});
