import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { deskInBrowsers } from '../support/browser-desk.ts';
import { articleOf, eventually } from '../support/desk-in-browsers.ts';

const TEXT = `Council opens the bridge

The old bridge was opened on Tuesday after two years of repairs that cost 12 million euros.`;

const card = (page: Page) => page.locator('.card.is-selected');
const verdict = (page: Page) => card(page).getByRole('region', { name: /erdict/ });
const note = (page: Page) => page.getByRole('region', { name: 'Blind work' });
const saved = (page: Page) => page.getByText('All changes saved').waitFor();

/** Everything that comes to a page, over its sockets and over HTTP. */
const arriving = (page: Page): string[] => {
  const came: string[] = [];
  page.on('websocket', (socket) => socket.on('framereceived', ({ payload }) => void came.push(String(payload))));
  page.on('response', (response) => {
    if (response.url().includes('/api/'))
      void response.text().then(
        (text) => came.push(text),
        () => {},
      );
  });
  return came;
};

describe('blind work, in browsers (T11)', function () {
  this.timeout(90_000);
  const desk = deskInBrowsers(['Anna Kim'], ['Ben Ortiz', 'annotator'], ['Cleo Diaz', 'annotator']);
  let anna: Page;
  let ben: Page;
  let cleo: Page;
  let toBen: string[] = [];

  before(() => {
    [anna, ben, cleo] = desk.pages;
    toBen = arriving(ben);
  });

  /** Rates the open claim with a key, and says why in one's own words. */
  const judges = async (page: Page, key: string, why: string): Promise<void> => {
    await page.keyboard.press(key);
    await page.keyboard.type(why);
    await page.keyboard.press('Control+Enter');
    await verdict(page).getByText(why).waitFor();
    await saved(page);
  };

  it('hides two reviewers’ verdicts from each other and not from the lead, until the lead reveals them', async () => {
    const article = await desk.makes({ text: TEXT });
    const quote = { exact: 'repairs that cost 12 million euros', prefix: '', suffix: '' };
    await desk.performs(article, 1, { kind: 'claim.mark', claim: 'cost', quote, fields: {} });
    await desk.open(article);
    for (const page of desk.pages) {
      await page.keyboard.press('j');
      await verdict(page).waitFor();
    }

    await anna
      .getByRole('button', { name: /^Open for/ })
      .or(anna.locator('.lock-pill'))
      .first()
      .click();
    await anna.getByRole('button', { name: 'Settings of this article' }).click();
    await anna.getByLabel(/^All but verdicts/).check();
    await anna.getByRole('button', { name: 'Save' }).click();
    await note(anna).getByText('You see all of them').waitFor();
    for (const page of [ben, cleo]) await note(page).getByText('you see no verdicts but your own').waitFor();

    await judges(cleo, '5', 'quicksilver');
    await judges(ben, '3', 'lodestone');
    for (const words of ['quicksilver', 'lodestone']) await verdict(anna).getByText(words).waitFor();
    await verdict(ben).getByText('Only your own is shown').waitFor();
    await ben.getByText('of 1 claim judged by you').waitFor();
    assert.equal(await ben.getByText('quicksilver').count(), 0);
    assert.equal(await card(ben).getByRole('region', { name: 'Work' }).count(), 0);
    await ben.getByRole('tab', { name: 'History' }).click();
    await ben.getByText('Ben Ortiz gave a verdict').first().waitFor();
    assert.equal(await ben.getByText('Cleo Diaz gave a verdict').count(), 0);
    await ben.getByRole('tab', { name: /^Claims/ }).click();
    await ben.getByRole('button', { name: 'Export' }).click();
    await ben.getByText('this waits until the lead reveals it').waitFor();
    await ben.keyboard.press('Escape');
    const { verdicts, whole } = await articleOf(ben);
    assert.deepEqual(
      [new Set(verdicts.map((each: { readonly reviewer: string }) => each.reviewer)).size, whole],
      [1, false],
    );
    assert.ok(toBen.some((each) => each.includes('lodestone')));
    assert.equal(
      toBen.some((each) => each.includes('quicksilver')),
      false,
    );

    await note(anna).getByRole('button', { name: 'Reveal' }).click();
    await note(anna).getByRole('button', { name: 'Reveal it now' }).click();
    await verdict(ben).getByText('quicksilver').waitFor();
    await verdict(cleo).getByText('lodestone').waitFor();
    for (const page of [anna, ben, cleo]) {
      await note(page).waitFor({ state: 'detached' });
      await card(page).getByText('0 of 1 pair agrees').waitFor();
    }
    await anna.keyboard.press('Escape');
    await eventually(async () => {
      await anna.keyboard.press('b');
      await anna.getByText('Agreement on 1 claim: 0%').waitFor({ timeout: 1_000 });
    });
    await anna.getByText('Krippendorff’s α 0.00').waitFor();
  });
});
