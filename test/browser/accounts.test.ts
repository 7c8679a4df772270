import assert from 'node:assert/strict';
import { violations } from '../support/axe.ts';
import { deskInBrowsers } from '../support/browser-desk.ts';
import { openPage } from '../support/desk-in-browsers.ts';

describe('an account in a browser', function () {
  this.timeout(60_000);
  const desk = deskInBrowsers(['Anna Lind'], ['Ben Ode', 'annotator']);

  it('shows where one is signed in; what is ended falls out of an open article at once', async () => {
    const [, ben] = desk.pages;
    const id = await desk.makes({ text: 'The moon\n\nIt is made of cheese.' });
    const { token } = await (
      await ben.request.post(`${desk.served.address}/api/tokens`, {
        data: { label: 'laptop' },
        headers: { origin: desk.served.address },
      })
    ).json();
    const laptop = await openPage(desk.browser);
    await laptop.page.goto(`${desk.served.address}/sign-in?next=/articles/${id}`);
    await laptop.page.getByLabel('Access token').fill(token);
    await laptop.page.getByRole('button', { name: 'Sign in' }).click();
    await laptop.page.locator('.ProseMirror').waitFor();

    await ben.goto(`${desk.served.address}/`);
    await ben.locator('main:not(.plain)').waitFor();
    await ben.getByRole('button', { name: /account of Ben/ }).click();
    await ben.getByRole('link', { name: 'Your account' }).click();
    const rows = ben.getByRole('region', { name: 'Where you are signed in' }).getByRole('listitem');
    await rows.nth(1).waitFor();
    assert.equal(await rows.count(), 2);
    assert.match(
      (await rows.nth(1).innerText()).replaceAll(/\s+/g, ' '),
      /^Chrome, \w+ this browser · last seen .* at /,
    );
    assert.deepEqual(await violations(ben), []);
    await rows.first().getByRole('button', { name: 'End' }).click();
    const from = Date.now();
    await rows.first().getByRole('button', { name: 'End it now' }).click();
    await laptop.page.getByText('You are not signed in, or no longer.').waitFor();
    assert.ok(Date.now() - from < 10_000);
    await laptop.page.reload();
    await laptop.page.getByRole('heading', { name: 'Sign in' }).waitFor();
    await rows.nth(1).waitFor({ state: 'detached' });
    assert.equal(await ben.getByRole('button', { name: 'End all others' }).count(), 0);
    await laptop.page.context().close();
  });

  it('fits a phone, in the dark, in German', async () => {
    const [, ben] = desk.pages;
    const state = await ben.context().storageState();
    const phone = await openPage(desk.browser, {
      storageState: state,
      locale: 'de-DE',
      colorScheme: 'dark',
      viewport: { width: 320, height: 640 },
    });
    await phone.page.goto(`${desk.served.address}/account`);
    await phone.page.getByRole('heading', { name: 'Wo Sie angemeldet sind' }).waitFor();
    await phone.page.getByText('dieser Browser').waitFor();
    assert.equal(await phone.page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true);
    assert.deepEqual(await violations(phone.page), []);
    assert.deepEqual(phone.faults, []);
    await phone.page.context().close();
  });
});
