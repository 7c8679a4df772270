import assert from 'node:assert/strict';
import { renameSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { violations } from '../support/axe.ts';
import { deskInBrowsers } from '../support/browser-desk.ts';
import { articleOf, eventually } from '../support/desk-in-browsers.ts';
import { hasAllCode } from '../support/going-offline.ts';

describe('a server that can store nothing', function () {
  this.timeout(120_000);
  const desk = deskInBrowsers(['Anna Kim']);
  let anna: Page;

  // What is taken away is the file of SQLite: two servers have none.
  before(function () {
    if (process.env.SERVERS === '2') this.skip();
  });

  it('says so above the article, keeps what is typed, and sends it by itself once it can', async () => {
    [anna] = desk.pages;
    await desk.open(await desk.makes('sample'));
    await hasAllCode(anna);
    const file = join(desk.served.dataFolder, 'touchstone.db');
    renameSync(file, `${file}.away`);
    const banner = anna.getByRole('alert').filter({ hasText: 'no longer where it was' });
    await banner.waitFor({ timeout: 20_000 });
    await anna.keyboard.press('e');
    await anna.locator('.ProseMirror p:not(.credit)').last().click();
    await anna.keyboard.press('End');
    await anna.keyboard.type(' Typed meanwhile.');
    await anna.keyboard.press('Escape');
    await anna.getByText(/^\d changes? waiting$/).waitFor();
    assert.deepEqual(await violations(anna), []);
    await anna.setViewportSize({ width: 320, height: 640 });
    const wide = await anna.evaluate(() => document.documentElement.scrollWidth);
    assert.ok(wide <= 320, `${wide} px wide`);
    if (process.env.PICTURES) await anna.screenshot({ path: `${process.env.PICTURES}/phone.png` });
    await anna.setViewportSize({ width: 1280, height: 800 });
    if (process.env.PICTURES) await anna.screenshot({ path: `${process.env.PICTURES}/wide.png` });
    renameSync(`${file}.away`, file);
    await banner.waitFor({ state: 'detached', timeout: 20_000 });
    await anna.getByText('All changes saved').waitFor();
    await eventually(async () => assert.match((await articleOf(anna)).text, /Typed meanwhile\./));
  });
});
