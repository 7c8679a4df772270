import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { deskInBrowsers } from '../support/browser-desk.ts';

const TEXT = `Council opens the bridge

The old bridge was opened on Tuesday after two years of repairs that cost 12 million euros.`;

const card = (page: Page) => page.locator('.card.is-selected');
const saved = (page: Page) => page.getByText('All changes saved').waitFor();

/** Everything that comes to a page over its sockets from now on. */
const arriving = (page: Page): (() => string) => {
  const came: string[] = [];
  page.on('websocket', (socket) => socket.on('framereceived', ({ payload }) => void came.push(String(payload))));
  return () => came.join('\n');
};

describe('what is shown to named people, in browsers (T11)', function () {
  this.timeout(60_000);
  const desk = deskInBrowsers(['Anna Kim'], ['Ben Ortiz', 'annotator'], ['Cleo Diaz', 'lead']);

  it('leaves the page of everybody else at once, and stays on theirs', async () => {
    const [anna, ben, cleo] = desk.pages;
    const article = await desk.makes({ text: TEXT });
    const quote = { exact: 'repairs that cost 12 million euros', prefix: '', suffix: '' };
    await desk.performs(
      article,
      1,
      { kind: 'claim.mark', claim: 'cost', quote, fields: {} },
      { kind: 'source.add', source: 's', fields: { title: 'The quicksilver papers' } },
      { kind: 'evidence.attach', evidence: 'e', claim: 'cost', source: 's', fields: { stance: 'refutes' } },
    );
    const toCleo = arriving(cleo);
    await desk.open(article);
    for (const page of desk.pages) {
      await page.keyboard.press('j');
      await card(page).getByText('The quicksilver papers').waitFor();
    }

    await card(anna).getByRole('button', { name: 'Edit the source' }).click();
    await card(anna).getByText('More', { exact: true }).click();
    await card(anna).getByLabel('Who sees the source').selectOption('Named people');
    await card(anna).getByLabel('Ben Ortiz').check();
    await card(anna).getByRole('button', { name: 'Save' }).click();
    await card(cleo).getByText('The quicksilver papers').waitFor({ state: 'detached' });
    for (const page of [anna, ben]) await card(page).getByText('Only Anna Kim and Ben Ortiz').waitFor();
    await card(ben).getByText('The quicksilver papers').waitFor();
    const before = toCleo().length;

    await anna.keyboard.press('Escape');
    await anna.keyboard.press('m');
    await anna.locator('textarea:focus').waitFor();
    await anna.keyboard.type('ask nobody but the lodestone man');
    await card(anna).getByLabel('Who sees it').selectOption('Named people');
    await card(anna).getByLabel('Ben Ortiz').check();
    await card(anna).getByRole('button', { name: 'Send' }).click();
    await card(ben).getByText('lodestone').waitFor();
    await card(ben).getByRole('button', { name: 'Reply' }).click();
    await ben.keyboard.type('I know him by the lodestone');
    await ben.keyboard.press('Enter');
    await card(anna).getByText('I know him').waitFor();
    await saved(anna);

    await cleo.getByRole('tab', { name: 'History' }).click();
    await cleo.getByText('Anna Kim marked').first().waitFor();
    assert.equal(await cleo.getByText(/quicksilver|lodestone/).count(), 0);
    assert.doesNotMatch(toCleo().slice(before), /quicksilver|lodestone/);
    await cleo.getByRole('tab', { name: /^Claims/ }).click();

    await anna.getByRole('button', { name: 'Export' }).click();
    await anna.getByRole('radio', { name: 'Only what is public' }).check();
    await anna.getByText('What is not public is left out.').waitFor();
    await anna.getByRole('radio', { name: 'What you see' }).check();
    await anna.getByText('What is not public is left out.').waitFor({ state: 'detached' });
    await cleo.getByRole('button', { name: 'Export' }).click();
    await cleo.getByRole('button', { name: 'Download' }).waitFor();
    assert.equal(await cleo.getByRole('radio', { name: 'Only what is public' }).count(), 0);
    assert.equal(await cleo.getByText('What is not public is left out.').count(), 0);

    await anna.keyboard.press('Escape');
    await card(anna).getByRole('button', { name: 'Who sees it' }).click();
    await card(anna).getByLabel('Who sees it').selectOption('The desk');
    await card(anna).getByRole('button', { name: 'Save' }).click();
    await card(cleo).getByText('I know him by the lodestone').waitFor();
  });
});
