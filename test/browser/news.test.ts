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

  before(async () => {
    [una, ben] = desk.pages;
    article = await desk.makes({
      text: 'Moon\n\nThe moon is 384,400 kilometres away, on average.\n\nNobody has walked there since 1972.',
    });
  });

  it('who is assigned a claim sees it on the bell and in the queue, and is led to its card', async () => {
    const people = (await (await una.request.get(`${desk.served.address}/api/reviewers`)).json()).reviewers;
    const { id } = people.find((each: { readonly name: string }) => each.name === 'Ben Ito');
    const quote = { exact: '384,400 kilometres', prefix: '', suffix: '' };
    await does({
      kind: 'claim.mark',
      claim: 'c1',
      quote,
      fields: { assignee: id, due: '2020-01-01', priority: 'high' },
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
