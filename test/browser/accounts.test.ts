import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { type MailServer, startMailServer } from '../support/a-mail-server.ts';
import { violations } from '../support/axe.ts';
import { deskOfAProgram } from '../support/browser-desk.ts';
import { eventually, openPage } from '../support/desk-in-browsers.ts';
import { holdAsking } from '../support/held-asking.ts';

describe('an account in a browser', function () {
  this.timeout(60_000);
  let mail: MailServer;

  before(async () => {
    mail = await startMailServer();
    process.env.SMTP_URL = mail.url;
    process.env.MAIL_FROM = 'desk@desk.example';
  });

  after(async () => {
    delete process.env.SMTP_URL;
    delete process.env.MAIL_FROM;
    await mail.close();
  });

  const desk = deskOfAProgram(['Anna Lind'], ['Ben Ode', 'annotator']);

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
    await laptop.page.getByText('With an access token').click();
    await laptop.page.getByLabel('Access token').fill(token);
    await laptop.page.getByRole('button', { name: 'Sign in with the token' }).click();
    await laptop.page.locator('.ProseMirror').waitFor();

    await ben.goto(`${desk.served.address}/`);
    await ben.getByRole('button', { name: /account of Ben/ }).click();
    await ben.getByRole('link', { name: 'Your account' }).click();
    const rows = ben.getByRole('region', { name: 'Where you are signed in' }).getByRole('listitem');
    await rows.nth(1).waitFor();
    assert.equal(await rows.count(), 2);
    assert.match(
      (await rows.nth(1).innerText()).replaceAll(/\s+/g, ' '),
      /^Chrome, \w+ this browser · signed in by a link · last seen .* at /,
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

  const signIn = async (page: Page, email: string, password: string): Promise<void> => {
    await page.getByLabel('Email').fill(email);
    await page.getByLabel('Password').fill(password);
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  };

  it('gets a password, with the email that it lacked, and signs in with it elsewhere', async () => {
    const [, ben] = desk.pages;
    await ben.goto(`${desk.served.address}/account`);
    await ben.getByRole('button', { name: 'Set a password' }).click();
    await ben.getByLabel('New password').fill('password1234');
    await ben.getByRole('button', { name: 'Set the password' }).click();
    await ben.getByText('Give your email too').waitFor();
    await ben.getByText('This password is among the first that are tried.').waitFor();
    await ben.getByLabel('Email').fill('ben@desk.example');
    await ben.getByLabel('New password').fill('lunar cheese tribunal');
    assert.deepEqual(await violations(ben), []);
    await ben.getByRole('button', { name: 'Set the password' }).click();
    await ben.getByRole('button', { name: 'Change the password' }).waitFor();
    await ben.getByText('Ben Ode · ben@desk.example').waitFor();

    const { page, faults } = await openPage(desk.browser);
    await page.goto(`${desk.served.address}/account`);
    await signIn(page, 'ben@desk.example', 'lunar cheese tribune');
    await page.getByText('Email or password is wrong.').waitFor();
    assert.deepEqual(await violations(page), []);
    await signIn(page, 'BEN@desk.example', 'lunar cheese tribunal');
    await page.getByRole('heading', { name: 'Where you are signed in' }).waitFor();
    assert.deepEqual(faults, []);
    await page.context().close();
  });

  it('gets a new password by a letter, and is signed out elsewhere', async () => {
    const [, ben] = desk.pages;
    const { page, faults } = await openPage(desk.browser, { viewport: { width: 320, height: 640 }, locale: 'de-DE' });
    await page.goto(`${desk.served.address}/sign-in`);
    await page.getByRole('button', { name: 'Passwort vergessen?' }).click();
    await page.getByLabel('E-Mail').fill('ben@desk.example');
    await page.getByRole('button', { name: 'Link schicken' }).click();
    await page.getByText('ist eine Nachricht unterwegs').waitFor();
    const { words } = await mail.letterTo('ben@desk.example');
    await page.goto(/http:\S+\/reset\/\S+/.exec(words)?.[0] ?? '');
    await page.getByLabel('Neues Passwort').fill('drei Katzen im Nebel');
    assert.deepEqual(await violations(page), []);
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true);
    await page.getByRole('button', { name: 'Passwort setzen' }).click();
    await page.getByRole('heading', { name: 'Anmelden' }).waitFor();
    assert.equal(new URL(page.url()).pathname, '/sign-in');
    await page.getByLabel('E-Mail').fill('ben@desk.example');
    await page.getByLabel('Passwort', { exact: true }).fill('drei Katzen im Nebel');
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: 'The moon' }).waitFor();
    await ben.reload();
    await ben.getByRole('heading', { name: 'Sign in' }).waitFor();
    // A browser calls it an error that a page of its asked before it knew that it is signed out.
    desk.expectFaults(/401/);
    assert.deepEqual(faults, []);
    await page.context().close();
  });

  it('is looked after by an admin: role, link for a password, shut out, and what happened', async () => {
    const [anna, ben] = desk.pages;
    await anna.goto(`${desk.served.address}/`);
    await anna.getByRole('button', { name: /account of Anna/ }).click();
    await anna.getByRole('link', { name: 'People' }).click();
    await anna.getByText('was sent a link to set a new password').waitFor();
    assert.deepEqual(await violations(anna), []);
    const row = anna.getByRole('listitem').filter({ has: anna.getByLabel('Role of Ben Ode') });
    // On a slow line a second link would make the first one void, and might be shown before it.
    const linking = await holdAsking(anna, '**/api/reviewers/*/reset', 'POST');
    await row.getByRole('button', { name: 'Link for a new password' }).dblclick();
    linking.letGo();
    await row.getByLabel('Link for Ben Ode to set a new password').waitFor();
    assert.equal(linking.count(), 1);
    await ben.goto(await row.getByLabel('Link for Ben Ode to set a new password').inputValue());
    await row.getByRole('button', { name: 'Done' }).press('Enter');
    await row.locator(':focus').waitFor();
    await ben.getByLabel('New password').fill('quiet lunar tribunal');
    await ben.getByRole('button', { name: 'Set the password' }).click();
    await ben.getByRole('region', { name: 'Messages' }).getByText('Sign in with it.').waitFor();
    await signIn(ben, 'ben@desk.example', 'quiet lunar tribunal');
    await ben.getByRole('link', { name: 'The moon' }).click();
    await ben.locator('.ProseMirror').waitFor();
    await row.getByRole('button', { name: 'Shut out' }).click();
    await row.getByRole('button', { name: 'Shut out now' }).click();
    // The page that is open says so, or what it still asks for is refused, which leads to where one signs in.
    const out = ben.getByText('You are not signed in, or no longer.');
    await out
      .or(ben.getByRole('heading', { name: 'Sign in' }))
      .first()
      .waitFor();
    await row.getByText('shut out').waitFor();
    await row.locator(':focus').waitFor();
    await row.getByRole('button', { name: 'Let in again' }).press('Enter');
    await row.getByRole('button', { name: 'Shut out' }).waitFor();
    await row.locator(':focus').waitFor();
    // An arrow key chooses at each press: what is passed does not come after what was chosen last.
    const role = row.getByLabel('Role of Ben Ode');
    const giving = await holdAsking(anna, '**/api/reviewers/*', 'PATCH');
    for (const to of ['editor', 'lead', 'viewer']) await role.selectOption(to);
    await eventually(async () => assert.equal(giving.count(), 1));
    giving.letGo();
    await eventually(async () => assert.equal(giving.count(), 2));
    await row.locator('select[aria-busy=false]').waitFor();
    assert.equal(await role.inputValue(), 'viewer');
    await anna.reload();
    assert.equal(await role.inputValue(), 'viewer');
    await role.selectOption('annotator');
    await row.locator('select[aria-busy=false]').waitFor();
    await anna.getByText('was let in again, by Anna Lind').waitFor();
    desk.expectFaults(/401/);
    await anna.setViewportSize({ width: 320, height: 640 });
    await anna.emulateMedia({ colorScheme: 'dark' });
    assert.equal(await anna.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true);
    assert.deepEqual(await violations(anna), []);
  });

  it('is lent to a guest for one article: made, used and revoked where the article is shared', async () => {
    const [anna] = desk.pages;
    await anna.setViewportSize({ width: 1440, height: 900 });
    const id = await desk.makes({ text: 'The tide\n\nIt is drawn by the moon.' });
    await anna.goto(`${desk.served.address}/articles/${id}`);
    await anna.locator('.ProseMirror').waitFor();
    await anna.getByRole('button', { name: 'Share' }).click();
    const guests = anna.getByRole('region', { name: 'Guests' });
    await guests.getByLabel('For whom').fill('Dr Sol');
    assert.deepEqual(await violations(anna), []);
    await guests.getByRole('button', { name: 'Make a link for guests' }).click();
    const link = await guests.getByLabel('Link for guests').inputValue();

    const { page, faults } = await openPage(desk.browser, {
      colorScheme: 'dark',
      viewport: { width: 320, height: 640 },
    });
    await page.goto(link);
    await page.getByRole('heading', { name: 'The tide' }).waitFor();
    await page.getByRole('button', { name: 'Open the article' }).click();
    await page.getByText('Give your name.').waitFor();
    assert.deepEqual(await violations(page), []);
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true);
    await page.getByLabel('Your name').fill('Dr Sol');
    await page.keyboard.press('Enter');
    await page.locator('.ProseMirror').waitFor();
    assert.equal(new URL(page.url()).pathname, `/articles/${id}`);
    for (const path of ['/', '/queue', '/people', '/articles/new']) {
      await page.goto(desk.served.address + path);
      await page.locator('.ProseMirror').waitFor();
      assert.equal(new URL(page.url()).pathname, `/articles/${id}`);
    }

    await guests.getByRole('button', { name: 'Done' }).click();
    await anna.keyboard.press('Escape');
    await anna.getByRole('button', { name: 'Share' }).click();
    const row = guests.getByRole('listitem').filter({ hasText: 'Dr Sol' });
    assert.match(await row.innerText(), /Annotator · good until .*Dr Sol/s);
    await row.getByRole('button', { name: 'Revoke' }).click();
    await row.getByRole('button', { name: 'Revoke it now' }).click();
    await page.getByText('You are not signed in, or no longer.').waitFor();
    await page.goto(link);
    await page.getByText('This link is not good, or no longer').waitFor();
    assert.deepEqual(
      faults.filter((fault) => !/410|401/.test(fault)),
      [],
    );
    await page.context().close();
  });

  it('is begun by an invitation that goes by letter, is seen as pending, sent again, and withdrawn', async () => {
    const [anna] = desk.pages;
    await anna.goto(`${desk.served.address}/people`);
    await anna.getByRole('button', { name: 'Invite' }).click();
    await anna.getByLabel('For whom').fill('Sol Berg');
    await anna.getByLabel('Email').fill('sol@desk.example');
    assert.deepEqual(await violations(anna), []);
    // Who closes the dialog before it is known finds the invitation in the list all the same.
    const inviting = await holdAsking(anna, '**/api/invitations', 'POST');
    await anna.getByRole('button', { name: 'Send the invitation' }).click();
    await anna.keyboard.press('Escape');
    await anna.getByRole('dialog').waitFor({ state: 'detached' });
    inviting.letGo();
    const pending = anna.getByRole('region', { name: 'Pending invitations' });
    await pending.getByText('sol@desk.example').waitFor();
    await pending.getByText('invited by Anna Lind').waitFor();
    assert.deepEqual(await violations(anna), []);
    // Until it is sent again it is not known what is to be withdrawn.
    const renewing = await holdAsking(anna, '**/api/invitations/*/again', 'POST');
    await pending.getByRole('button', { name: 'Send again' }).press('Enter');
    await pending.getByRole('button', { name: 'Withdraw', disabled: true }).waitFor();
    renewing.letGo();
    await mail.letterTo('sol@desk.example', 1);
    await pending.getByRole('button', { name: 'Withdraw', disabled: false }).waitFor();
    await pending.locator('button:focus', { hasText: 'Send again' }).waitFor();
    await pending.getByRole('button', { name: 'Withdraw' }).press('Enter');
    await pending.getByRole('button', { name: 'Keep it' }).press('Enter');
    await pending.locator('button:focus', { hasText: 'Withdraw' }).press('Enter');
    await pending.getByRole('button', { name: 'Withdraw it now' }).press('Enter');
    await pending.getByText('Everyone who was invited has come in.').waitFor();
  });

  it('is begun with the email that the invitation was sent to, which stands fast where one joins', async () => {
    const [anna] = desk.pages;
    const data = { role: 'annotator', name: 'Mia Ost', email: 'mia@desk.example' };
    await anna.request.post(`${desk.served.address}/api/invitations`, {
      data,
      headers: { origin: desk.served.address },
    });
    const [link = ''] = /http\S+\/join\/\S+/.exec((await mail.letterTo('mia@desk.example')).words) ?? [];
    const { page, faults } = await openPage(desk.browser);
    const looking = await holdAsking(page, '**/api/join/look', 'POST');
    await page.goto(link);
    await page.getByRole('heading', { name: 'Join the desk' }).waitFor();
    looking.letGo();
    const email = page.getByLabel('Email');
    assert.deepEqual([await email.inputValue(), await email.isEditable()], ['mia@desk.example', false]);
    assert.equal(await page.getByLabel('Your name').inputValue(), 'Mia Ost');
    assert.deepEqual(await violations(page), []);
    await page.getByLabel('Password').fill('Mia Ost Mia Ost');
    await page.getByRole('button', { name: 'Join' }).click();
    await page.getByText('This password is made of your name or email.').waitFor();
    await page.getByLabel('Password').fill('quiet 12 herons wade');
    await page.getByRole('button', { name: 'Join' }).click();
    await page.getByRole('button', { name: /account of Mia/ }).waitFor();
    await page.goto(`${desk.served.address}/account`);
    await page.getByText('Mia Ost · mia@desk.example').waitFor();
    assert.deepEqual(faults, []);
    await page.context().close();
  });
});
