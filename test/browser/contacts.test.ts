import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { violations } from '../support/axe.ts';
import { deskInBrowsers } from '../support/browser-desk.ts';
import { articleOf, eventually, selectWords } from '../support/desk-in-browsers.ts';

const TEXT =
  'The moon\n\nIt is made of 80 percent cheese, the head of the dairy board says. Nobody has been there since.';

describe('asking somebody about a claim, in two browsers', function () {
  this.timeout(60_000);
  const desk = deskInBrowsers(['Una Vogt'], ['Ben Ito']);
  let una: Page;
  let ben: Page;
  let article: string;

  const card = (page: Page) => page.locator('.card.is-selected');
  const asked = (page: Page) => card(page).getByRole('region', { name: 'Right of reply' });
  const sheet = () => una.getByRole('region', { name: 'Call sheet' });

  before(async () => {
    [una, ben] = desk.pages;
    article = await desk.makes({ text: TEXT });
    await desk.open(article);
    await selectWords(una, '80 percent cheese');
    await una.keyboard.press('c');
    await eventually(async () => assert.equal((await articleOf(una)).claims.length, 1));
    const [claim] = (await articleOf(una)).claims;
    const attribution = [{ name: 'Gala Hart', kind: 'person', role: 'head of the dairy board' }];
    await desk.performs(article, 2, { kind: 'claim.revise', claim: claim.id, fields: { attribution } });
  });

  it('begins with who said it, at one key, and stands on the call sheet until it is asked', async () => {
    await card(una).getByText('Gala Hart').first().waitFor();
    await una.keyboard.press('z');
    await asked(una).getByRole('button', { name: 'Gala Hart' }).click();
    await una.getByLabel('Channel').selectOption('mail');
    await una.getByLabel('Number or address').fill('hart@board.example');
    await una.getByLabel('Answer by').fill('2026-05-03');
    await una.keyboard.press('Control+Enter');
    await asked(una).getByText('To be asked').waitFor();
    assert.deepEqual(await violations(una), []);
    await asked(una).getByText('Is this right, and what does it rest on: “80 percent cheese”?').waitFor();
  });

  it('is seen by the other at once, in the tab of contacts too', async () => {
    await ben.getByRole('tab', { name: 'Contacts 1' }).click();
    await ben.getByRole('heading', { name: 'Gala Hart' }).waitFor();
    await ben.getByText('1 to be asked').waitFor();
    assert.deepEqual(await violations(ben), []);
    await ben.locator('.asked-claim').click();
    await asked(ben).getByText('To be asked').waitFor();
  });

  it('has a page on the call sheet with the words in their place, a mail, and a day by which to reply', async () => {
    await una.keyboard.press('Control+k');
    await una.keyboard.type('call sheet');
    await una.keyboard.press('Enter');
    await sheet().getByRole('heading', { name: 'Gala Hart' }).waitFor();
    assert.equal(await sheet().locator('blockquote mark').textContent(), '80 percent cheese');
    await sheet().getByText('Reply by 3 May 2026').waitFor();
    assert.deepEqual(await violations(una), []);
    const mail = await sheet().getByRole('link', { name: 'Draft a mail' }).getAttribute('href');
    assert.match(mail ?? '', /^mailto:hart@board\.example\?subject=Questions%20about%20%E2%80%9CThe%20moon/);
    assert.match(decodeURIComponent(mail ?? ''), /Please reply by 3 May 2026/);
    await una.emulateMedia({ media: 'print' });
    assert.deepEqual(
      [await una.locator('.side-column').isVisible(), await sheet().locator('.call-acts').isVisible()],
      [false, false],
    );
    assert.ok(await sheet().locator('.call-lines').isVisible());
    await una.emulateMedia({ media: 'screen' });
    await sheet().getByRole('button', { name: 'Asked today' }).click();
    await una.keyboard.press('Escape');
    await asked(una)
      .getByText(/Reply by 3 May 2026|No reply by 3 May 2026/)
      .waitFor();
  });

  it('makes a verdict that did not know of the answer stale, and stands beside the one that does', async () => {
    await ben.keyboard.press('1');
    await card(ben).locator('.given').waitFor();
    await asked(una).getByRole('button', { name: 'Put down the answer' }).click();
    await una.getByLabel('What came of it').selectOption('disputes');
    await una.getByLabel('Their words').fill('It was 8 percent.');
    await una.getByLabel('Consent').selectOption('background');
    await una.getByLabel('Described as').fill('somebody at the dairy board');
    await una.keyboard.press('Control+Enter');
    await asked(ben).locator('.reply').getByText('It was 8 percent.').waitFor();
    await asked(ben).getByText('printed as “somebody at the dairy board”').waitFor();
    await card(ben).getByText('What was answered changed after this verdict').first().waitFor();
    await card(ben)
      .getByRole('button', { name: /^Still/ })
      .click();
    await eventually(async () => {
      const [verdict] = (await articleOf(ben)).verdicts.filter((each: { withdrawn?: object }) => !each.withdrawn);
      assert.equal(verdict.stale, null);
      assert.equal(verdict.judged.answers.length, 1);
    });
    const csv = await una.request.get(`${desk.served.address}/api/articles/${article}/export/csv`);
    const written = await csv.text();
    assert.match(written, /somebody at the dairy board: disputes it/);
  });

  it('keeps each attempt as a line of the log, which can be struck out and taken back', async () => {
    await una.getByRole('tab', { name: 'Contacts 1' }).click();
    await una.getByRole('button', { name: 'Log an attempt' }).click();
    await una.getByLabel('What came of it').selectOption('missed');
    await una.keyboard.press('Control+Enter');
    const log = una.getByRole('list', { name: 'Log' });
    await log.getByText('Not reached').waitFor();
    assert.equal(await log.getByRole('listitem').count(), 2);
    await log.getByRole('button', { name: 'Strike out' }).last().click();
    await log.getByRole('button', { name: 'Let it stand again' }).waitFor();
    await una.getByRole('button', { name: 'Undo' }).last().click();
    await eventually(async () => assert.equal(await log.getByRole('button', { name: 'Strike out' }).count(), 2));
  });
});
