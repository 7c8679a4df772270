import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { violations } from '../support/axe.ts';
import { deskInBrowsers } from '../support/browser-desk.ts';
import { openPage } from '../support/desk-in-browsers.ts';
import { serveHere } from '../support/server-here.ts';

/** Gives a page an authenticator of its own (WebAuthn Level 3 §11.2), which says yes whenever it is asked. */
const withAuthenticator = async (page: Page) => {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('WebAuthn.enable');
  const { authenticatorId } = await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      ...{ protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true },
      ...{ isUserVerified: true, automaticPresenceSimulation: true },
    },
  });
  return {
    credentials: async () => (await devtools.send('WebAuthn.getCredentials', { authenticatorId })).credentials,
    add: (credential: Awaited<ReturnType<typeof credentialOf>>) =>
      devtools.send('WebAuthn.addCredential', { authenticatorId, credential }),
  };
};

const credentialOf = async (authenticator: { readonly credentials: () => Promise<readonly Credential[]> }) => {
  const [credential] = await authenticator.credentials();
  assert.ok(credential);
  return credential;
};

type Credential = {
  readonly credentialId: string;
  readonly isResidentCredential: boolean;
  readonly privateKey: string;
  readonly signCount: number;
};

describe('a passkey in a browser', function () {
  this.timeout(60_000);
  const desk = deskInBrowsers(['Anna Lind'], ['Ben Ode', 'annotator']);

  const signIn = async (page: Page): Promise<void> => {
    await page.goto(`${desk.served.address}/sign-in?next=/account`);
    await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
  };

  it('is added, signs in elsewhere without an email, is refused when it was copied, and opens nothing once removed', async () => {
    const [anna, ben] = desk.pages;
    const own = await withAuthenticator(ben);
    await ben.goto(`${desk.served.address}/account`);
    const part = ben.getByRole('region', { name: 'Passkeys' });
    await part.getByText('You have none.').waitFor();
    await part.getByRole('button', { name: 'Add a passkey' }).click();
    await part.getByText('Give it a name.').waitFor();
    await part.getByLabel('What to call it').fill('laptop');
    await part.getByRole('button', { name: 'Add a passkey' }).click();
    await part.getByRole('listitem').filter({ hasText: 'laptop' }).waitFor();
    await part.getByText('not used yet').waitFor();
    assert.deepEqual(await violations(ben), []);

    const other = await openPage(desk.browser);
    const copied = await withAuthenticator(other.page);
    const asMade = await credentialOf(own);
    await copied.add({ ...asMade, signCount: 50 });
    await signIn(other.page);
    await other.page.getByText('Ben Ode · no email').waitFor();
    assert.deepEqual(other.faults, []);

    // The one that it was copied from counts less by now.
    const third = await openPage(desk.browser, { viewport: { width: 320, height: 640 }, colorScheme: 'dark' });
    await (await withAuthenticator(third.page)).add(asMade);
    await signIn(third.page);
    await third.page.getByText('The browser showed no passkey that is known here.').waitFor();
    assert.deepEqual(await violations(third.page), []);
    assert.equal(await third.page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true);

    await ben.reload();
    await part.getByText('last used').waitFor();
    await part.getByRole('button', { name: 'Remove' }).click();
    await part.getByRole('button', { name: 'Remove it now' }).click();
    await part.getByText('You have none.').waitFor();
    await other.page.context().clearCookies();
    await signIn(other.page);
    await other.page.getByText('The browser showed no passkey that is known here.').waitFor();

    await anna.goto(`${desk.served.address}/people`);
    for (const what of ['added a passkey', 'signed in with a passkey', 'removed a passkey'])
      await anna.getByText(what).first().waitFor();
    await anna.getByText('was refused: the passkey is not known here').first().waitFor();
    for (const { page } of [other, third]) await page.context().close();
  });

  it('is made where one joins, to come in by again; who is made none is in all the same and told', async () => {
    const [anna] = desk.pages;
    const invite = async (): Promise<string> => {
      await anna.goto(`${desk.served.address}/people`);
      await anna.getByRole('button', { name: 'Invite' }).click();
      await anna.getByLabel('For whom').fill('Kim Lund');
      await anna.getByLabel('How long').selectOption('30 days');
      await anna.getByRole('button', { name: 'Make a link' }).click();
      const link = await anna.getByLabel('Invitation link').inputValue();
      await anna.keyboard.press('Escape');
      return link;
    };
    const phone = { viewport: { width: 320, height: 640 }, colorScheme: 'dark', locale: 'de' } as const;
    const { page, faults } = await openPage(desk.browser, phone);
    await withAuthenticator(page);
    await page.goto(await invite());
    const [pending] = (await (await anna.request.get(`${desk.served.address}/api/invitations`)).json()).invitations;
    const lasts = Date.parse(pending.expiresAt) - Date.parse(pending.createdAt);
    assert.ok(Math.abs(lasts - 30 * 86_400_000) < 60_000, `it lasts ${lasts} ms`);
    await page.getByText('Ihre Rolle: Prüfen').waitFor();
    assert.equal(await page.getByLabel('Ihr Name').inputValue(), 'Kim Lund');
    assert.deepEqual(await violations(page), []);
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true);
    await page.getByRole('button', { name: 'Weiter mit einem Passkey' }).click();
    await page.getByText('Der Passkey ist hinzugefügt.').first().waitFor();
    assert.equal(new URL(page.url()).pathname, '/');
    await page.context().clearCookies();
    await page.goto(`${desk.served.address}/sign-in?next=/account`);
    await page.getByRole('button', { name: 'Mit Passkey anmelden' }).click();
    await page.getByRole('listitem').filter({ hasText: 'Erster Passkey' }).waitFor();
    assert.deepEqual(faults, []);

    const other = await openPage(desk.browser);
    await other.page.addInitScript(() => {
      navigator.credentials.create = () => Promise.reject(new DOMException('called off', 'NotAllowedError'));
    });
    await other.page.goto(await invite());
    await other.page.getByLabel('Your name').fill('');
    await other.page.getByRole('button', { name: 'Go on with a passkey' }).click();
    await other.page.getByText('Give your name.').waitFor();
    await other.page.getByLabel('Your name').fill('Kai Lund');
    await other.page.getByRole('button', { name: 'Go on with a passkey' }).click();
    await other.page.getByText('You are in, but no passkey was made.').first().waitFor();
    await other.page.getByRole('button', { name: /account of Kai/ }).waitFor();
    for (const each of [page, other.page]) await each.context().close();
  });

  it('is made by the first person of a desk too, who comes in by it again', async () => {
    const served = await serveHere();
    const { page, faults } = await openPage(desk.browser);
    try {
      await withAuthenticator(page);
      await page.goto(served.setupLink);
      await page.getByLabel('Your name').fill('Una Lind');
      await page.getByRole('button', { name: 'Go on with a passkey' }).click();
      await page.getByText('Give your email.').waitFor();
      await page.getByLabel('Email').fill('una@desk.example');
      await page.getByRole('button', { name: 'Go on with a passkey' }).click();
      await page.getByText('The passkey is added.').first().waitFor();
      await page.context().clearCookies();
      await page.goto(`${served.address}/sign-in?next=/account`);
      await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
      await page.getByText('Una Lind · una@desk.example').waitFor();
      assert.deepEqual(faults, []);
    } finally {
      await page.context().close();
      await served.stop();
    }
  });
});
