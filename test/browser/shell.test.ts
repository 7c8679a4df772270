import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { openBrowser } from '../support/browser.ts';
import type { Served } from '../support/server.ts';
import { serveHere } from '../support/server-here.ts';

const SEED = join(import.meta.dirname, '../../../shared/seeds/article.txt');
const OWN = `Skip to content

Breaking News

Council opens the bridge after two years of repairs

Share

The council opened the old bridge on Tuesday after two years of repairs that cost 12 million euros.

"It will stand for another hundred years," said the engineer who led the works.

The bridge carried 8,000 cars a day before it was closed, according to the ministry of transport.

XS
SM
MD
LG`;
const pasted = existsSync(SEED) ? readFileSync(SEED, 'utf8') : OWN;
const headline = existsSync(SEED) ? /^Putin Says Assad Ready/ : /^Council opens the bridge/;

describe('shell in a browser', function () {
  this.timeout(60_000);
  let served: Served;
  let browser: Browser;
  let first: Page;
  const faults: string[] = [];

  const open = async (options: Parameters<Browser['newContext']>[0] = {}): Promise<Page> => {
    const context: BrowserContext = await browser.newContext({ reducedMotion: 'reduce', ...options });
    await context.addInitScript(() =>
      addEventListener('securitypolicyviolation', (event) =>
        console.error(`refused by the policy: ${event.violatedDirective} ${event.blockedURI}`),
      ),
    );
    const page = await context.newPage();
    page.on('pageerror', (error) => faults.push(String(error)));
    page.on('console', (message) => {
      // A browser calls it an error that the server does not know yet who asks.
      const asksWho = message.location().url.endsWith('/api/session');
      if (message.type() === 'error' && !asksWho) faults.push(message.text());
    });
    return page;
  };

  before(async () => {
    served = await serveHere();
    browser = await openBrowser();
    first = await open();
  });

  after(async () => {
    await browser?.close();
    await served?.stop();
  });

  afterEach(() => assert.deepEqual(faults.splice(0), []));

  it('asks who is not known for a password or a token, and says how to come in without one', async () => {
    await first.goto(served.address);
    await first.getByLabel('Email').waitFor();
    assert.equal(new URL(first.url()).pathname, '/sign-in');
    await first.getByRole('button', { name: 'Sign in', exact: true }).click();
    await first.getByText('Give your password.').waitFor();
    await first.getByText('With an access token').click();
    await first.getByRole('button', { name: 'Sign in with the token' }).click();
    await first.getByText('Paste your access token.').waitFor();
    await first.getByText('Ask a lead or an admin').waitFor();
  });

  it('lets the first person in by the set-up link, to a desk without articles', async () => {
    await first.goto(served.setupLink);
    await first.getByRole('button', { name: 'Set up' }).click();
    await first.getByText('Give your name.').waitFor();
    await first.getByLabel('Your name').fill('Una Lind');
    await first.getByLabel('Email').fill('una@desk.example');
    await first.keyboard.press('Enter');
    await first.getByRole('heading', { name: 'No article yet' }).waitFor();
    assert.equal(new URL(first.url()).pathname, '/');
  });

  it('shows what is cleaned away from a pasted page, and keeps the text over a reload', async () => {
    await first.keyboard.press('n');
    await first.getByRole('textbox', { name: 'New article' }).fill(pasted);
    await first.reload();
    await first.getByText(/lines removed/).waitFor();
    assert.match(await first.getByRole('textbox', { name: 'Title' }).inputValue(), headline);
    assert.ok((await first.locator('del').allTextContents()).includes('Breaking News'));
  });

  it('lets a removed line be kept, and the text be taken as it was pasted', async () => {
    await first.getByRole('button', { name: 'Keep this: Breaking News' }).click();
    await first.getByText('1 kept').waitFor();
    await first.getByRole('button', { name: 'Use the text as pasted' }).click();
    await first.getByText('As pasted, nothing removed').waitFor();
    await first.getByRole('button', { name: 'Clean it up again' }).click();
    await first.getByText('1 kept').waitFor();
  });

  it('makes the article as it was shown, and opens it', async () => {
    await first.getByRole('button', { name: 'Create article' }).click();
    await first.waitForURL(/\/articles\/(?!new)[\w-]+$/);
    await first.getByRole('banner').waitFor();
    const address = first.url().replace('/articles/', '/api/articles/');
    const article = await (await first.request.get(address)).json();
    assert.match(article.title, headline);
    assert.match(article.text, /\nBreaking News\n/);
    assert.deepEqual(
      article.removed.filter((each: { restored?: object }) => each.restored).map((each: { text: string }) => each.text),
      ['Breaking News'],
    );
  });

  it('lists it, finds it, and forgets the draft', async () => {
    await first.goto(served.address);
    const link = first.getByRole('link', { name: headline });
    await link.waitFor();
    assert.equal(await first.getByText('Go on with it').count(), 0);
    await first.getByRole('searchbox').fill('nothing like it');
    await first.getByText('No title holds').waitFor();
    await first.getByRole('button', { name: 'Show all' }).click();
    await link.waitFor();
  });

  it('lets a colleague in by an invitation, on a phone, with what their role allows', async () => {
    await first.getByRole('button', { name: 'Invite' }).click();
    await first.getByRole('radio', { name: 'Viewer' }).check();
    await first.getByRole('button', { name: 'Make a link' }).click();
    const invitation = await first.getByLabel('Invitation link').inputValue();
    await first.keyboard.press('Escape');

    const second = await open({ viewport: { width: 375, height: 700 }, colorScheme: 'dark' });
    await second.goto(invitation);
    await second.getByLabel('Your name').fill('Vik Sol');
    await second.getByRole('button', { name: 'Join' }).click();
    await second.getByRole('link', { name: headline }).waitFor();
    assert.equal(await second.getByRole('link', { name: 'New article' }).count(), 0);
    assert.equal(await second.getByRole('button', { name: 'Invite' }).count(), 0);
    assert.equal(await second.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true);
    await second.context().close();
  });

  it('changes the theme, keeps it, and signs out', async () => {
    await first.getByRole('button', { name: 'Account of Una Lind' }).click();
    await first.getByText('Dark', { exact: true }).click();
    await first.reload();
    await first.getByRole('link', { name: headline }).waitFor();
    assert.equal(await first.evaluate(() => getComputedStyle(document.body).colorScheme), 'dark');
    await first.getByRole('button', { name: 'Account of Una Lind' }).click();
    await first.getByRole('button', { name: 'Sign out' }).click();
    await first.getByRole('heading', { name: 'Sign in' }).waitFor();
  });
});
