import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { violations } from '../support/axe.ts';
import { deskInBrowsers } from '../support/browser-desk.ts';
import { openPage } from '../support/desk-in-browsers.ts';
import { cutLine } from '../support/going-offline.ts';

const TEXT = 'The moon\n\nIt is made of 80 percent cheese, a minister says. It weighs 900 kilograms.';

const card = (page: Page) => page.locator('.card.is-selected');

const judged = (claim: string, exact: string) => [
  { kind: 'claim.mark', claim, quote: { exact }, fields: { statement: `The statement of ${claim}.` } },
  { kind: 'source.add', source: `s-${claim}`, fields: { title: `The study of ${claim}` } },
  { kind: 'evidence.attach', evidence: `e-${claim}`, claim, source: `s-${claim}`, fields: { stance: 'refutes' } },
  {
    ...{ kind: 'verdict.give', verdict: `v-${claim}`, claim, scale: 'truth@1' },
    ...{ rating: 'false', rationale: `Nobody found any: ${claim}.` },
  },
];

describe('publishing in browsers', function () {
  this.timeout(60_000);
  const desk = deskInBrowsers(['Una Lead'], ['Ben Writer', 'editor']);

  it('a lead publishes, a stranger reads; the claim changes and a correction is published; the old version stays; then it is retracted', async () => {
    const [lead] = desk.pages;
    const article = await desk.makes({ text: TEXT });
    await desk.performs(article, 1, ...judged('cheese', 'It is made of 80 percent cheese'));
    await desk.open(article);

    await lead.keyboard.press('ControlOrMeta+k');
    await lead.getByRole('combobox').fill('Publish the report');
    await lead.keyboard.press('Enter');
    const dialog = lead.getByRole('dialog', { name: 'Publish the report' });
    await dialog.getByText('1 claim is on the page.').waitFor();
    await dialog.getByText('1 claim on the page is not signed.').waitFor();
    await dialog.getByRole('button', { name: 'Look at the page' }).click();
    const frame = dialog.frameLocator('iframe');
    await frame.getByRole('heading', { name: 'The moon' }).waitFor();
    assert.deepEqual(await violations(lead), []);
    await dialog.getByRole('button', { name: 'Publish', exact: true }).click();
    const address = await dialog.getByRole('textbox', { name: 'Standing address' }).inputValue();
    assert.match(address, /\/reports\/the-moon-/);

    const stranger = await openPage(desk.browser, { javaScriptEnabled: false });
    await stranger.page.goto(address);
    await stranger.page.getByRole('heading', { name: /The statement of cheese\./ }).waitFor();
    assert.deepEqual(await stranger.page.context().cookies(), []);

    await desk.performs(article, 3, {
      kind: 'claim.revise',
      claim: 'cheese',
      fields: { statement: 'Less than half is cheese.' },
    });
    await dialog.getByLabel('What changed', { exact: true }).selectOption('correction');
    await dialog.getByRole('button', { name: 'Publish', exact: true }).click();
    await dialog.getByRole('alert').getByText('Say what changed.').waitFor();
    const counted = lead.waitForResponse(/\/preview\?/);
    const again = { kind: 'claim.revise', claim: 'cheese', fields: { statement: 'Less than half of it is.' } };
    await desk.performs(article, 4, again);
    await (await counted).finished();
    assert.equal(await dialog.getByRole('alert').getByText('Say what changed.').count(), 1);
    await dialog.getByLabel('Public note').fill('We had the share wrong.');
    await dialog.getByRole('button', { name: 'Publish', exact: true }).click();
    await dialog.getByRole('link', { name: 'Version 2' }).waitFor();
    assert.equal(await dialog.getByRole('link', { name: 'Version 3' }).count(), 0);
    await stranger.page.goto(address);
    await stranger.page.getByRole('heading', { name: /Less than half of it is\./ }).waitFor();
    await stranger.page.getByText('We had the share wrong.').first().waitFor();
    await stranger.page.getByRole('link', { name: 'Version 1' }).click();
    await stranger.page.getByRole('heading', { name: /The statement of cheese\./ }).waitFor();

    await dialog.getByLabel('What changed', { exact: true }).selectOption('retraction');
    await dialog.getByLabel('Public note').fill('The study was forged.');
    await dialog.getByRole('button', { name: 'Retract the report' }).click();
    await dialog.getByRole('link', { name: 'Version 3' }).waitFor();
    await stranger.page.goto(address);
    await stranger.page.getByText('This fact check has been retracted.').waitFor();
    await stranger.page.goto(`${address}/v/1`);
    await stranger.page.getByRole('heading', { name: /The statement of cheese\./ }).waitFor();
    await stranger.page.context().close();
  });

  it('a retracted source names the claims that leaned on it, and that the report needs a correction', async () => {
    const [lead, writer] = desk.pages;
    const article = await desk.makes({ text: TEXT });
    await desk.performs(article, 1, ...judged('weight', 'It weighs 900 kilograms.'));
    const { version } = await (await lead.request.get(`${desk.served.address}/api/articles/${article}`)).json();
    const made = await lead.request.post(`${desk.served.address}/api/articles/${article}/reports`, {
      data: { version, change: 'first' },
      headers: { origin: desk.served.address },
    });
    assert.equal(made.status(), 201, await made.text());
    await desk.open(article);
    await writer.getByRole('tab', { name: /^Sources/ }).click();
    await writer.getByRole('button', { name: 'Retract', exact: true }).click();
    await writer.getByLabel('Why it no longer stands').fill('Its authors withdrew it.');
    await writer.getByRole('button', { name: 'Retract it' }).click();
    await writer.getByText(/Retracted by Ben Writer, .*: Its authors withdrew it\./).waitFor();
    await writer.getByRole('button', { name: 'The statement of weight.' }).waitFor();
    assert.deepEqual(await violations(writer), []);

    await lead.getByRole('button', { name: /^Text open/ }).click();
    await lead.getByRole('button', { name: 'Publish', exact: true }).click();
    await lead.getByText(/leans on what was retracted since: The study of weight\./).waitFor();
    await lead.getByText('1 claim is left out: its words or evidence changed after it was judged.').waitFor();

    await writer.goto(`${desk.served.address}/sources`);
    const row = writer.locator('.library-row', { hasText: 'The study of weight' });
    await row.getByText('Retracted in “The moon”: Its authors withdrew it.').waitFor();
    await row.getByText('“The moon”: 1 claim leans on it. Its published report does too and needs').waitFor();
    assert.deepEqual(await violations(writer), []);
    await row.getByRole('link', { name: 'The statement of weight.' }).click();
    await card(writer).getByText('The statement of weight.').first().waitFor();
  });

  it('says so when nobody answers, and goes on when somebody does', async () => {
    const [lead] = desk.pages;
    const article = await desk.makes({ text: TEXT });
    await desk.open(article);
    await lead.getByRole('button', { name: /^Text open/ }).click();
    await lead.getByRole('button', { name: 'Publish', exact: true }).click();
    const dialog = lead.getByRole('dialog', { name: 'Publish the report' });
    await dialog.getByText('No claim would be on the page').waitFor();
    await dialog.getByText('Nothing has been published yet.').waitFor();
    await cutLine(lead);
    await dialog.getByRole('button', { name: 'Publish', exact: true }).click();
    await dialog.getByRole('alert').waitFor();
    await lead.context().setOffline(false);
    await lead.keyboard.press('Escape');
  });
});
