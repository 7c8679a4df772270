import assert from 'node:assert/strict';
import type { Browser, Page } from 'playwright-core';
import { openBrowser } from '../support/browser.ts';
import { eventually, join, openPage, setUp } from '../support/desk-in-browsers.ts';
import { type Served, startServer } from '../support/server.ts';

describe('news in two browsers', function () {
  this.timeout(60_000);
  let served: Served;
  let browser: Browser;
  let una: Page;
  let ben: Page;
  let faults: readonly string[];
  let article: string;
  let base = 1;

  const does = async (...parts: readonly object[]): Promise<void> => {
    base += 1;
    const answer = await una.request.post(`${served.address}/api/articles/${article}/operations`, {
      data: { opId: `una-${base}`, base: base - 1, parts },
      headers: { origin: served.address },
    });
    assert.equal(answer.status(), 200);
    assert.deepEqual((await answer.json()).dropped, []);
  };

  before(async () => {
    served = await startServer();
    browser = await openBrowser();
    const [first, second] = [await openPage(browser), await openPage(browser)];
    una = first.page;
    ben = second.page;
    faults = second.faults;
    await setUp(una, served, 'Una Berg');
    const made = await una.request.post(`${served.address}/api/articles`, {
      data: { text: 'Moon\n\nThe moon is 384,400 kilometres away, on average.\n\nNobody has walked there since 1972.' },
      headers: { origin: served.address },
    });
    article = (await made.json()).id;
    await join(una, ben, served, 'Ben Ito', 'annotator');
  });

  after(async () => {
    await browser?.close();
    await served?.stop();
  });

  it('who is assigned a claim sees it on the bell and in the queue, and is led to its card', async () => {
    const people = (await (await una.request.get(`${served.address}/api/reviewers`)).json()).reviewers;
    const { id } = people.find((each: { readonly name: string }) => each.name === 'Ben Ito');
    const quote = { exact: '384,400 kilometres', prefix: '', suffix: '' };
    await does({
      kind: 'claim.mark',
      claim: 'c1',
      quote,
      fields: { assignee: id, due: '2020-01-01', priority: 'high' },
    });
    await ben.getByRole('link', { name: 'My queue' }).click();
    const task = ben.getByRole('link', { name: /384,400 kilometres/ });
    await eventually(async () => {
      const { mine } = await (await ben.request.get(`${served.address}/api/queue`)).json();
      assert.equal(mine.length, 1);
    });
    await ben.reload();
    await task.waitFor();
    assert.match(await task.innerText(), /High priority[\s\S]*Open[\s\S]*Moon[\s\S]*overdue, 2020-01-01/);
    await ben.getByRole('button', { name: 'Messages, 1 unread' }).click();
    await ben.getByText('Una Berg assigned a claim to you').click();
    await ben.locator('#card-c1.is-selected').waitFor();
    await ben.getByRole('button', { name: 'Messages, 0 unread' }).waitFor();
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
    assert.deepEqual(faults, []);
  });
});
