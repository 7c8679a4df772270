import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { deskInBrowsers } from '../support/browser-desk.ts';
import { articleOf, eventually } from '../support/desk-in-browsers.ts';
import { codeArriving, cutLine, hasAllCode } from '../support/going-offline.ts';

const HOUR = 60 * 60 * 1_000;

describe('back after more than eight hours', function () {
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

  const awayWith = async (text: string, hours: number): Promise<void> => {
    await cutLine(anna);
    await types(anna, text);
    await anna.getByText(/^Offline, \d changes? waiting$/).waitFor();
    const now = await anna.evaluate(() => Date.now());
    await anna.clock.setSystemTime(now + hours * HOUR);
    await anna.context().setOffline(false);
  };

  const dialog = () => anna.getByRole('dialog', { name: 'You were away for long' });

  it('sends what waited less than that without a question', async () => {
    await awayWith(' Seven hours ago.', 7);
    await ben.getByText('Seven hours ago.').waitFor();
    assert.equal(await dialog().count(), 0);
  });

  it('is shown what waits, and nothing is sent before its author says so', async () => {
    await awayWith(' Nine hours ago.', 9);
    await dialog().waitFor();
    await dialog().getByText('Nine hours ago.').waitFor();
    for (const _ of [1, 2, 3]) await anna.keyboard.press('Escape'); // it has to be answered
    await types(ben, ' Typed meanwhile.');
    await eventually(async () => assert.match((await articleOf(ben)).text, /Typed meanwhile\./));
    assert.doesNotMatch((await articleOf(ben)).text, /Nine hours ago/);

    await dialog().getByRole('button', { name: 'Send all of it' }).click();
    await dialog().waitFor({ state: 'detached' });
    await ben.getByText('Nine hours ago.').waitFor();
    await anna.getByText('Typed meanwhile.').waitFor();
    await anna.getByText('All changes saved').waitFor();
  });

  it('is held too when it is opened anew, and given back to its author who does not want it sent (T10)', async () => {
    await awayWith(' Ten hours ago.', 10);
    await dialog().waitFor();
    await anna.reload();
    await dialog().getByText('Ten hours ago.').waitFor();
    await dialog().getByRole('button', { name: 'Send nothing, give it back to me' }).click();
    await dialog().waitFor({ state: 'detached' });
    await anna.getByText('You took this back when you were here again.').waitFor();
    assert.equal(await anna.locator('.ProseMirror').getByText('Ten hours ago.').count(), 0);
    await anna.getByText('Ten hours ago.').waitFor();
    await anna.getByText('All changes saved').waitFor();
    assert.doesNotMatch((await articleOf(ben)).text, /Ten hours ago/);
  });

  it('is there though its code could not be fetched before the line was gone', async () => {
    // The page itself comes, and nothing after it: the server is asked before views are fetched, those of the next key and those of later.
    let asked = 0;
    await anna.route('**/healthz', (route) => (asked++ === 0 ? route.continue() : route.abort()));
    await anna.reload();
    await anna.getByText('All changes saved').waitFor();
    await eventually(async () => assert.ok(asked > 2));
    await cutLine(anna);
    await anna.getByText('Offline', { exact: true }).waitFor();
    await anna.unroute('**/healthz');
    const code = codeArriving(anna);
    await anna.context().setOffline(false);
    await code();
    desk.expectFaults(/ERR_FAILED/);
    await awayWith(' A day ago.', 24);
    await dialog().getByRole('button', { name: 'Send all of it' }).click();
    await ben.getByText('A day ago.').waitFor();
  });
});
