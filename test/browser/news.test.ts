import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { deskInBrowsers } from '../support/browser-desk.ts';
import { eventually } from '../support/desk-in-browsers.ts';

describe('news in two browsers', function () {
  this.timeout(60_000);
  const desk = deskInBrowsers(['Una Berg'], ['Ben Ito', 'annotator']);
  let una: Page;
  let ben: Page;
  let article: string;
  let base = 1;

  const does = async (...parts: readonly object[]): Promise<void> => {
    await desk.performs(article, base, ...parts);
    base += 1;
  };

  const idOf = async (name: string): Promise<string> => {
    const { reviewers } = await (await una.request.get(`${desk.served.address}/api/reviewers`)).json();
    return reviewers.find((each: { readonly name: string }) => each.name === name).id;
  };

  before(async () => {
    [una, ben] = desk.pages;
    article = await desk.makes({
      text: 'Moon\n\nThe moon is 384,400 kilometres away, on average.\n\nNobody has walked there since 1972.',
    });
  });

  it('who is assigned a claim sees it on the bell and in the queue, and is led to its card', async () => {
    const quote = { exact: '384,400 kilometres', prefix: '', suffix: '' };
    await does({
      kind: 'claim.mark',
      claim: 'c1',
      quote,
      fields: { assignee: await idOf('Ben Ito'), due: '2020-01-01', priority: 'high' },
    });
    await ben.goto(desk.served.address);
    await ben.getByRole('link', { name: 'My queue' }).click();
    const task = ben.getByRole('link', { name: /384,400 kilometres/ });
    await eventually(async () => {
      const { mine } = await (await ben.request.get(`${desk.served.address}/api/queue`)).json();
      assert.equal(mine.length, 1);
    });
    await ben.reload();
    await task.waitFor();
    assert.match(await task.innerText(), /High priority[\s\S]*Open[\s\S]*Moon[\s\S]*overdue, 1 Jan 2020/);
    await ben.getByRole('button', { name: 'Messages, 1 unread' }).click();
    await ben.getByText('Una Berg assigned a claim to you').click();
    await ben.locator('#card-c1.is-selected').waitFor();
    await ben.getByRole('button', { name: 'Messages, 0 unread' }).waitFor();
  });

  it('is asked for once on a page, once more on each screen one goes to, and when others did something', async () => {
    const page = await ben.context().newPage();
    let asked = 0;
    page.on('request', (request) => {
      if (new URL(request.url()).pathname === '/api/notices') asked += 1;
    });
    const bell = page.getByRole('button', { name: /^Messages/ });
    for (const [path, there] of [
      ['/', page.locator('.articles-head')],
      [`/articles/${article}`, page.locator('#card-c1')],
    ] as const) {
      asked = 0;
      await page.goto(`${desk.served.address}${path}`);
      await there.waitFor();
      await bell.waitFor();
      await page.waitForLoadState('networkidle');
      assert.equal(asked, 1, path);
    }
    const quote = { exact: 'since 1972', prefix: '', suffix: '' };
    await does({ kind: 'claim.mark', claim: 'c2', quote, fields: { assignee: await idOf('Ben Ito') } });
    await eventually(async () => assert.equal(asked, 2));
    await page.locator('.top-bar').getByRole('link', { name: 'Articles' }).click();
    await page.locator('.articles-head').waitFor();
    await eventually(async () => assert.equal(asked, 3));
    await page.close();
  });

  it('a claim that others worked on is marked as new until its card is opened', async () => {
    await ben.keyboard.press('Escape');
    await does({ kind: 'claim.revise', claim: 'c1', fields: { statement: 'The moon is 384,400 km away.' } });
    const mark = ben.locator('#card-c1 .unread');
    await mark.waitFor();
    await ben.reload();
    await mark.waitFor();
    await ben.locator('#card-c1 .card-head').click();
    await mark.waitFor({ state: 'detached' });
  });
});
