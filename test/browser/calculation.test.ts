import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { violations } from '../support/axe.ts';
import { deskInBrowsers } from '../support/browser-desk.ts';

const CLAIM = 'Almost 80 percent of the targets that Russia declared';

describe('a calculation, in a browser, on the sample article', function () {
  this.timeout(60_000);
  const desk = deskInBrowsers(['Una Vogt']);
  let page: Page;
  let article: string;

  const card = () => page.locator('.card.is-selected');
  const form = () => card().getByRole('form', { name: 'Calculation' });
  const live = () => form().locator('.calc-live');

  before(async () => {
    [page] = desk.pages;
    article = await desk.makes('sample');
    await desk.open(article);
    await page.locator('.card', { hasText: CLAIM }).click();
    await card().getByRole('heading', { name: 'Evidence' }).waitFor();
  });

  it('begins at one key, and says at its place what stands in the way', async () => {
    await page.keyboard.press('=');
    await form().waitFor();
    await page.keyboard.type('outside / ');
    await live().getByText('The formula ends too early.').waitFor();
    await page.keyboard.type('all');
    await form().getByRole('button', { name: 'Add outside, all' }).click();
    await live().getByText('A number or a date is needed for “outside”.').waitFor();
  });

  it('shows what it comes to, and whether that is what the claim says', async () => {
    await form().getByLabel('Value').nth(0).fill('49');
    await form().getByLabel('Value').nth(1).fill('64');
    await live().getByText('= 76.6 %').waitFor();
    await live().getByText('76.6 % is within “almost 80 percent”: the desk takes that for 72 to 80 %.').waitFor();
    await form().getByLabel('How sure').nth(0).selectOption('at least');
    await live().getByText('= at least 76.6 %').waitFor();
    await live().getByText('Cannot tell:').waitFor();
    assert.deepEqual(await violations(page), []);
    await form().getByLabel('How sure').nth(0).selectOption('exactly');
  });

  it('takes a number out of the passage of evidence', async () => {
    const from = form().getByLabel('From').nth(1);
    const first = await from.locator('option').nth(1).getAttribute('value');
    await from.selectOption(first);
    await form().locator('.stances').getByText('Context').click();
    await page.keyboard.press('Control+Enter');
    await form().waitFor({ state: 'detached' });
    await card().locator('.calc-line').getByText('49 / 64').waitFor();
    await card().locator('.calc-inputs').getByText('all = 64 from').waitFor();
  });

  it('flags the verdict when an input is changed, and says what was changed', async () => {
    await page.keyboard.press('1');
    await page.keyboard.press('Escape');
    await card().locator('.calculation').getByRole('button', { name: 'Change the calculation' }).click();
    await form().getByLabel('Value').nth(1).fill('70');
    await live().getByText('= 70.0 %').waitFor();
    await live().getByText('10 points under 80 %: outside “almost 80 percent”').waitFor();
    await form().getByRole('button', { name: 'Save' }).click();
    await card()
      .getByText(/Since the verdict: all: 64 → 70/)
      .waitFor();
    await card().locator('.alert').getByText('The evidence changed after this verdict').waitFor();
    assert.equal(await card().locator('.calc-held.is-outside').count(), 1);
  });

  it('says in its form that somebody else changed it meanwhile, and lets theirs stand', async () => {
    await card().locator('.calculation').getByRole('button', { name: 'Change the calculation' }).click();
    await form().getByLabel('Value').nth(1).fill('71');
    const known = await (await page.request.get(`${desk.served.address}/api/articles/${article}`)).json();
    const { id, calculation } = known.sources.find((source: { kind: string }) => source.kind === 'calculation');
    const changed = { ...calculation, formula: 'outside / all / 2', low: '35.0', high: '35.0' };
    await desk.performs(article, known.version, {
      ...{ kind: 'source.revise', source: id, fields: { calculation: changed } },
    });
    await form()
      .getByText(/changed it to “35\.0/)
      .waitFor();
    await form().getByRole('button', { name: 'Save mine' }).waitFor();
    await form().getByRole('button', { name: 'Keep theirs' }).click();
    await card().locator('.calc-line').getByText('49 / 70 / 2').waitFor();
  });
});
