import assert from 'node:assert/strict';
import type { Browser } from 'playwright-core';
import { violations } from '../support/axe.ts';
import { openBrowser } from '../support/browser.ts';
import { openPage } from '../support/desk-in-browsers.ts';
import { type Served, startServer } from '../support/server.ts';

describe('the first start on one’s own machine, in a browser', function () {
  this.timeout(60_000);
  let served: Served;
  let browser: Browser;

  before(async function () {
    // What is behind a proxy is not one's own machine alone.
    if (process.env.SERVERS === '2') this.skip();
    served = await startServer();
    browser = await openBrowser();
  });

  after(async () => {
    await browser?.close();
    await served?.stop();
  });

  it('is one click for who works alone, on a phone’s width, in the dark, in German too', async () => {
    const narrow = { viewport: { width: 320, height: 640 }, locale: 'de-DE', colorScheme: 'dark' } as const;
    const phone = await openPage(browser, narrow);
    await phone.page.goto(served.setupLink);
    await phone.page.getByRole('button', { name: 'Allein auf diesem Rechner anfangen' }).waitFor();
    assert.equal(await phone.page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true);
    assert.deepEqual(await violations(phone.page), []);
    await phone.page.context().close();

    const { page, faults } = await openPage(browser);
    await page.goto(served.setupLink);
    await page.getByRole('button', { name: 'Start on this machine alone' }).click();
    await page.getByRole('heading', { name: 'No article yet' }).waitFor();
    assert.equal(new URL(page.url()).pathname, '/');
    await page.goto(`${served.address}/account`);
    await page.getByText('You · no email · admin').waitFor();
    assert.deepEqual([...phone.faults, ...faults], []);

    // Nobody else is let in so: the link is used up, and nothing is offered any more.
    const other = await openPage(browser);
    await other.page.goto(served.setupLink);
    await other.page.getByLabel('Your name').fill('Eve');
    await other.page.getByLabel('Email').fill('eve@desk.example');
    await other.page.keyboard.press('Enter');
    await other.page.getByText('This desk has been set up already.').waitFor();
    assert.equal(await other.page.getByRole('button', { name: 'Start on this machine alone' }).count(), 0);
  });
});
