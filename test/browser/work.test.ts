import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { deskInBrowsers } from '../support/browser-desk.ts';
import { articleOf, eventually } from '../support/desk-in-browsers.ts';

const TEXT = `Council opens the bridge

The old bridge was opened on Tuesday after two years of repairs that cost 12 million euros.

It carried 8,000 cars a day before it was closed, according to the ministry of transport.`;

const COST = 'repairs that cost 12 million euros';

const card = (page: Page) => page.locator('.card.is-selected');
const work = (page: Page) => card(page).getByRole('region', { name: 'Work' });
const state = (page: Page) => work(page).locator('.work-state');
const says = (page: Page, words: string) => state(page).getByText(words, { exact: true }).waitFor();
const saved = (page: Page) => page.getByText('All changes saved').waitFor();

describe('the work on a claim, in browsers', function () {
  this.timeout(90_000);
  const desk = deskInBrowsers(['Anna Kim'], ['Ben Ortiz', 'editor'], ['Cleo Diaz', 'annotator']);
  let anna: Page;
  let ben: Page;
  let cleo: Page;

  before(() => {
    [anna, ben, cleo] = desk.pages;
  });

  beforeEach(async () => {
    const article = await desk.makes({ text: TEXT });
    const quote = { exact: COST, prefix: '', suffix: '' };
    await desk.performs(article, 1, { kind: 'claim.mark', claim: 'cost', quote, fields: {} });
    await desk.open(article);
    for (const page of desk.pages) {
      await page.keyboard.press('j');
      await card(page).waitFor();
    }
  });

  const judges = async (page: Page, label: string): Promise<void> => {
    await card(page).getByRole('button', { name: label, exact: true }).click();
    await page.keyboard.press('Escape');
    await saved(page);
  };

  it('goes from hand to hand by one key, and is open again in front of everyone when a digit changes (T8)', async () => {
    await ben.keyboard.press('w');
    await says(cleo, 'In work');
    await judges(ben, 'True');
    await work(ben).getByRole('button', { name: 'Ready to check' }).click();
    await says(ben, 'Ready to check');
    assert.equal(await work(ben).getByRole('button', { name: 'First check' }).count(), 0);
    await work(ben).getByText('waits for somebody else to check').waitFor();

    await work(cleo).getByRole('button', { name: 'First check' }).waitFor();
    await cleo.keyboard.press('w');
    await says(anna, 'Checked once');
    await card(ben).locator('.card-head').getByText('✓ First check: C. Diaz').waitFor();
    await anna.keyboard.press('w');
    await card(cleo).locator('.card-head').getByText('✓ Signed: A. Kim').waitFor();

    await ben.keyboard.press('e');
    await ben.locator('.ProseMirror p', { hasText: '12 million' }).click();
    await ben.evaluate(() => {
      const walker = document.createTreeWalker(document.querySelector('.ProseMirror')!, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const at = node.textContent?.indexOf('12 million') ?? -1;
        if (at >= 0) getSelection()?.setBaseAndExtent(node, at + 1, node, at + 2);
      }
    });
    await ben.keyboard.type('9');
    for (const page of [anna, ben, cleo]) {
      await says(page, 'Reopened');
      assert.match(await work(page).locator('.reopened').innerText(), /The words changed after Anna Kim signed it/);
      assert.deepEqual(await work(page).locator('.reopened :is(del, ins)').allInnerTexts(), ['12', '19']);
    }
    assert.equal((await articleOf(anna)).claims[0].work.state, 'reopened');
  });

  it('is reopened by who says why', async () => {
    await judges(ben, 'True');
    await ben.keyboard.press('w');
    await says(cleo, 'Ready to check');
    await work(cleo).getByRole('button', { name: 'Reopen' }).click();
    await cleo.keyboard.press('Enter');
    await work(cleo).getByText('Say why, in a few words.').waitFor();
    await cleo.keyboard.type('The invoice says 13');
    await cleo.keyboard.press('Enter');
    await work(ben).getByText('The invoice says 13').waitFor();
    await says(ben, 'Reopened');
  });

  it('waits for the lead where the reviewers differ, and the lead decides over them', async () => {
    await Promise.all([judges(ben, 'True'), judges(cleo, 'Mixed')]);
    const outcome = (page: Page) => card(page).getByRole('region', { name: 'Outcome' });
    for (const page of [anna, ben, cleo]) await outcome(page).getByText('Disputed').waitFor();
    assert.equal(await outcome(ben).getByRole('button', { name: 'Decide' }).count(), 0);
    await ben.keyboard.press('w');
    await says(cleo, 'Ready to check');
    await work(cleo).getByText('waits until all agree or a lead decides').waitFor();
    const article = anna.url();
    await anna.goto(`${desk.served.address}/queue`);
    await anna.getByRole('region', { name: 'Waiting for a decision' }).getByRole('link').first().click();
    await card(anna).waitFor();
    assert.equal(anna.url().replace(/#.*/, ''), article.replace(/#.*/, ''));
    await outcome(anna).getByRole('button', { name: 'Decide' }).click();
    await outcome(anna).getByLabel('Mostly true').check();
    await outcome(anna).getByLabel('Why this is the outcome').fill('Most of it was paid for repairs.');
    await anna.keyboard.press('Control+Enter');
    for (const page of [ben, cleo]) {
      await outcome(page).getByText('decided by the lead').waitFor();
      await outcome(page).getByText('Most of it was paid for repairs.').waitFor();
    }
    await eventually(async () => {
      const { claims, verdicts } = await articleOf(anna);
      assert.deepEqual([claims[0].outcome.rating, claims[0].outcome.by], ['mostly-true', 'decision']);
      assert.equal(verdicts.length, 2);
    });
  });
});
