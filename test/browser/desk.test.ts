import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import type { Page } from 'playwright-core';
import { verifiedDeskFile } from '../../server/bundle/verified-desk.ts';
import { violations } from '../support/axe.ts';
import { deskInBrowsers } from '../support/browser-desk.ts';
import { articleOf, eventually } from '../support/desk-in-browsers.ts';
import { holdAsking } from '../support/held-asking.ts';

describe('what a desk decides, in browsers', function () {
  this.timeout(90_000);
  const desk = deskInBrowsers(['Anna Kim'], ['Ben Ortiz', 'annotator']);
  let anna: Page;
  let ben: Page;

  before(() => {
    [anna, ben] = desk.pages;
  });

  const saves = async (): Promise<void> => {
    await anna.getByRole('button', { name: 'Save', exact: true }).click();
    await anna.locator('.toast').getByText('The settings are saved.').last().waitFor();
  };

  const makes = async (): Promise<string> => {
    const headers = { origin: desk.served.address };
    const data = { text: 'The bridge\n\nIt cost 12 million euros.' };
    const { id } = await (await anna.request.post(`${desk.served.address}/api/articles`, { data, headers })).json();
    const parts = [{ kind: 'claim.mark', claim: 'c', quote: { exact: '12 million euros' }, fields: {} }];
    const operation = { opId: 'mark', base: 1, parts };
    await anna.request.post(`${desk.served.address}/api/articles/${id}/operations`, { data: operation, headers });
    return id;
  };

  it('is found by a lead, and by nobody below', async () => {
    await anna.goto(`${desk.served.address}/`);
    await anna.getByRole('button', { name: /account of Anna/ }).click();
    await anna.getByRole('link', { name: 'Settings of the desk' }).click();
    await anna.getByRole('heading', { name: 'Settings of the desk' }).waitFor();
    await ben.goto(`${desk.served.address}/desk`);
    await ben.getByRole('heading', { name: 'There is no such page' }).waitFor();
  });

  it('shows a lead who may do what, from the table by which the server allows it', async () => {
    await anna.goto(`${desk.served.address}/desk`);
    await anna.getByText('Who may do what').click();
    const leads = anna.getByRole('region', { name: 'From the role Lead' });
    await leads.getByText('locked the text').waitFor();
    await leads.getByText('Invites people').waitFor();
    const annotators = anna.getByRole('region', { name: 'From the role Annotator' });
    await annotators.getByText('withdrew a claim – their own work; a lead, everybody’s').waitFor();
    assert.equal(await annotators.getByText('locked the text').count(), 0);
  });

  it('gives each an access token for a program: seen once, with what it opens, revoked with two presses', async () => {
    await ben.goto(`${desk.served.address}/`);
    await ben.getByRole('button', { name: /account of Ben/ }).click();
    await ben.getByRole('link', { name: 'Your account' }).click();
    await ben.getByRole('link', { name: 'Access tokens' }).click();
    await ben.getByRole('button', { name: 'Make a token' }).click();
    await ben.getByText('Say in a few words what it is for.').waitFor();
    await ben.getByLabel('What it is for').fill('nightly export');
    await ben.getByLabel('Export articles').check();
    await ben.getByRole('button', { name: 'Make a token' }).click();
    const token = await ben.getByLabel('Token “nightly export”').inputValue();
    await ben.getByRole('button', { name: 'Done' }).click();
    const asked = (path: string) =>
      fetch(desk.served.address + path, { headers: { authorization: `Bearer ${token}` } });
    assert.deepEqual([(await asked('/api/queue')).status, (await asked('/api/tokens')).status], [200, 403]);
    let isAway = true;
    await ben.route('**/api/tokens', (route) => (isAway ? route.abort() : route.fallback()));
    await ben.reload();
    const again = ben.getByRole('button', { name: 'Try again' });
    await again.waitFor();
    isAway = false;
    desk.expectFaults(/ERR_FAILED/);
    const loading = await holdAsking(ben, '**/api/tokens', 'GET');
    await again.press('Enter');
    await again.and(ben.locator('[aria-busy=true]:focus')).waitFor();
    loading.letGo();
    await ben.locator('main:focus').waitFor();
    const row = ben.getByRole('listitem').filter({ hasText: 'nightly export' });
    assert.match(await row.innerText(), /last used .* good until .*Read articles, sources and news · Export articles/s);
    const revoking = await holdAsking(ben, '**/api/tokens/*', 'DELETE');
    await row.getByRole('button', { name: 'Revoke' }).press('Enter');
    await row.getByRole('button', { name: 'Revoke it now' }).press('Enter');
    await row.getByRole('button', { name: 'Revoke it now' }).press('Enter');
    revoking.letGo();
    await ben.getByText('nightly export').waitFor({ state: 'detached' });
    assert.equal(revoking.count(), 1);
    await ben.locator('main:focus, main :focus').waitFor();
    assert.equal((await asked('/api/queue')).status, 401);
  });

  it('is what the next article is made with: its scale on the buttons and the keys, its own types in the form', async () => {
    await anna.goto(`${desk.served.address}/desk`);
    await anna.getByLabel('Magazine: before publication').check();
    await anna.getByLabel('Two', { exact: false }).check();
    await anna.getByRole('button', { name: 'Add a type' }).click();
    await anna.getByRole('textbox', { name: 'Name of the type' }).fill('Hearsay');
    // What is changed while it is on its way stays, and can be saved after it.
    const saving = await holdAsking(anna, '**/api/desk', 'PUT');
    await anna.getByRole('button', { name: 'Save', exact: true }).click();
    await anna.getByRole('textbox', { name: 'Name of the type' }).fill('Rumour');
    saving.letGo();
    await anna.locator('.toast').getByText('The settings are saved.').waitFor();
    assert.equal(await anna.getByRole('textbox', { name: 'Name of the type' }).inputValue(), 'Rumour');
    await anna.getByRole('button', { name: 'Save', exact: true }).click();
    await eventually(async () =>
      assert.equal(await anna.locator('.toast').getByText('The settings are saved.').count(), 2),
    );
    const id = await makes();
    await ben.goto(`${desk.served.address}/articles/${id}`);
    await ben.locator('.ProseMirror').waitFor();
    await ben.keyboard.press('j');
    const card = ben.locator('.card.is-selected');
    const buttons = card.getByRole('group', { name: 'Magazine: before publication' }).getByRole('button');
    const ratings = ['Confirmed', 'Change needed', 'Can’t confirm', 'Author’s risk'];
    await eventually(async () => assert.deepEqual(await buttons.allInnerTexts(), ratings));
    await ben.keyboard.press('4');
    await eventually(async () => {
      const { claims, settings } = await articleOf(ben);
      assert.deepEqual([settings.checks, claims[0].outcome?.label], [2, 'Author’s risk']);
    });
    await ben.keyboard.press('Escape');
    await card.getByText('Details').click();
    await card.getByLabel('Type').selectOption({ label: 'Rumour' });
    await card.getByLabel('Type').focus();
    await ben.keyboard.press('Tab');
    await card
      .locator('.card-head')
      .getByText(/rumour/)
      .waitFor();
  });

  it('keeps the words of a verdict when the scale gets a new version, and offers no retired rating', async () => {
    const id = await makes();
    await ben.goto(`${desk.served.address}/articles/${id}`);
    await ben.locator('.ProseMirror').waitFor();
    await ben.keyboard.press('j');
    await ben.keyboard.press('4');
    await anna.goto(`${desk.served.address}/desk`);
    await anna.getByText('Change “Magazine: before publication”').click();
    await anna.getByRole('button', { name: 'Offer Author’s risk no more' }).click();
    await saves();

    await anna.goto(`${desk.served.address}/articles/${id}`);
    await anna.getByRole('button', { name: /Text open/ }).click();
    await anna.getByRole('button', { name: 'Settings of this article' }).click();
    await anna.getByLabel('Take the desk’s newer version of this scale (version 2)').check();
    await anna.getByRole('button', { name: 'Save', exact: true }).click();
    const card = ben.locator('.card.is-selected');
    await eventually(async () => assert.equal(await card.locator('.scale button').count(), 3));
    await card.locator('.given').getByText('Author’s risk').waitFor();
    await eventually(async () => assert.equal((await articleOf(ben)).settings.scale.version, 2));
  });

  it('says in words what is wrong, and what somebody else decided meanwhile', async () => {
    await anna.goto(`${desk.served.address}/desk`);
    await anna.getByText('Change “Magazine: before publication”').click();
    await anna.getByLabel('Rating', { exact: true }).first().fill('Change needed');
    await anna.getByRole('button', { name: 'Save', exact: true }).click();
    await anna.getByRole('alert').getByText('two ratings have the label').waitFor();
    await anna.getByLabel('Rating', { exact: true }).first().fill('Stands');
    const headers = { origin: desk.served.address };
    const theirs = await (await anna.request.get(`${desk.served.address}/api/desk`)).json();
    const data = { ...theirs, settings: { ...theirs.settings, checks: 0 } };
    assert.equal((await anna.request.put(`${desk.served.address}/api/desk`, { data, headers })).status(), 200);
    await anna.getByRole('button', { name: 'Save', exact: true }).click();
    await anna.getByRole('alert').getByText('Somebody changed these settings meanwhile').waitFor();
    desk.expectFaults(/409/);
  });

  it('tells addresses outside: an admin adds one, sees its secret once, tries it out, reads what came of it, and removes it', async () => {
    const heard: { readonly signed: string; readonly body: string }[] = [];
    // Each message waits until the test has seen that it does.
    let seen = Promise.withResolvers<void>();
    const outside = createServer(async (request, response) => {
      heard.push({ signed: String(request.headers['webhook-signature']), body: await text(request) });
      await seen.promise;
      response.writeHead(204).end();
    });
    await new Promise<void>((resolve) => outside.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${(outside.address() as AddressInfo).port}/hook`;
    try {
      await anna.goto(`${desk.served.address}/desk`);
      const webhooks = anna.getByRole('region', { name: 'Webhooks' });
      const waitsAndIsTaken = async (): Promise<void> => {
        await webhooks.getByText('waits to be sent').waitFor();
        seen.resolve();
        await webhooks.getByText('taken (204)').waitFor();
      };
      await webhooks.getByLabel('Address').fill(url);
      await anna.keyboard.press('Enter');
      assert.match(await webhooks.getByLabel(`Secret of ${url}`).inputValue(), /^whsec_/);
      await webhooks.getByRole('button', { name: 'Done' }).click();
      const testing = await holdAsking(anna, '**/deliveries', 'POST');
      await webhooks.getByRole('button', { name: 'Send a test' }).dblclick();
      testing.letGo();
      await waitsAndIsTaken();
      assert.equal(testing.count(), 1);
      assert.deepEqual(
        heard.map(({ signed, body }) => [signed.slice(0, 3), JSON.parse(body).type]),
        [['v1,', 'test']],
      );
      seen = Promise.withResolvers();
      await webhooks.getByRole('button', { name: 'Send again' }).click();
      await waitsAndIsTaken();
      assert.equal(heard[1]?.body, heard[0]?.body);
      await anna.reload();
      await webhooks.getByText(url).waitFor();
      const headers = { origin: desk.served.address };
      const { webhooks: all } = await (await anna.request.get(`${desk.served.address}/api/webhooks`)).json();
      for (let sent = 0; sent < 60; sent += 1)
        await anna.request.post(`${desk.served.address}/api/webhooks/${all[0].id}/deliveries`, { headers });
      await webhooks.getByText('What was sent').click();
      const messages = webhooks.locator('.webhook-log li');
      await eventually(async () => assert.equal(await messages.count(), 50));
      await webhooks.getByRole('button', { name: 'Show older messages' }).click();
      await eventually(async () => assert.equal(await messages.count(), 61));
      await webhooks.getByRole('button', { name: 'Show older messages' }).waitFor({ state: 'detached' });
      assert.equal(await messages.nth(50).evaluate((item) => item === document.activeElement), true);
      await webhooks.getByText('What was sent').click();
      await messages.first().waitFor({ state: 'hidden' });
      assert.equal(await webhooks.getByText('whsec_').count(), 0);
      await webhooks.getByRole('button', { name: 'Remove' }).click();
      await webhooks.getByRole('button', { name: 'Remove it with what was not sent yet' }).click();
      await webhooks.getByText(url).waitFor({ state: 'detached' });
    } finally {
      outside.closeAllConnections();
      await new Promise((resolve) => outside.close(resolve));
    }
  });

  it('is taken along as a file, whole, or called off on the way; nobody but an admin is offered it', async () => {
    await makes();
    await anna.goto(`${desk.served.address}/desk`);
    const part = anna.getByRole('region', { name: 'Take all data along' });
    const [download] = await Promise.all([
      anna.waitForEvent('download'),
      part.getByRole('button', { name: 'Download' }).click(),
    ]);
    assert.match(download.suggestedFilename(), /^Touchstone-\d{4}-\d\d-\d\d\.zip$/);
    await part.getByText('Saved: Touchstone').waitFor();
    const holds = await verifiedDeskFile(await download.path(), { files: 1_000, bytes: 50_000_000 }, () => {});
    assert.equal(holds.partial, 0);
    assert.ok(holds.articles > 0);
    assert.deepEqual(await violations(anna), []);

    let isAsked = false;
    await anna.route('**/api/desk/export', () => {
      isAsked = true; // and never answered
    });
    await part.getByRole('button', { name: 'Download' }).dblclick();
    await part.getByText('It is being made').waitFor();
    await eventually(async () => assert.ok(isAsked));
    await part.getByText('It is being made').waitFor();
    await part.getByRole('button', { name: 'Cancel' }).click();
    await part.getByRole('button', { name: 'Download' }).waitFor();
    assert.equal(await part.getByText('It is being made').count(), 0);
    await anna.unroute('**/api/desk/export');

    await ben.goto(`${desk.served.address}/desk`);
    await ben.getByText('There is no such page').first().waitFor();
    assert.equal(await ben.getByText('Take all data along').count(), 0);
  });
});
