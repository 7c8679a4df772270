import assert from 'node:assert/strict';
import type { Browser } from 'playwright-core';
import { NO_ONE, type OpenIdProvider, startOpenIdProvider } from '../support/an-openid-provider.ts';
import { violations } from '../support/axe.ts';
import { openBrowser } from '../support/browser.ts';
import { join, openPage, setUp } from '../support/desk-in-browsers.ts';
import { type ServedApart, startServer } from '../support/server.ts';

describe('an OpenID provider in a browser', function () {
  this.timeout(90_000);
  let provider: OpenIdProvider;
  let served: ServedApart;
  let browser: Browser;

  before(async () => {
    served = await startServer(async (address) => {
      provider = await startOpenIdProvider(`${address}/api/session/provider/callback`);
      const { issuer, clientId, clientSecret, name } = provider.settings;
      return {
        ...{ OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId },
        ...{ OIDC_CLIENT_SECRET: clientSecret, OIDC_NAME: name },
      };
    });
    browser = await openBrowser();
    provider.people.set('ann', { name: 'Ann Kim', email: 'ann@desk.example', email_verified: true });
    provider.people.set('ben', { name: 'Ben Ode', email: 'ben@desk.example', email_verified: false });
  });

  after(async () => {
    await browser?.close();
    await served?.stop();
    await provider?.close();
  });

  it('lets in who is known, links who is not, and says in words why somebody is turned back', async () => {
    const [ann, ben] = [(await openPage(browser)).page, (await openPage(browser)).page];
    await setUp(ann, served, 'Ann Kim');
    await join(ann, ben, served, 'Ben Ode', 'annotator');

    const phone = { viewport: { width: 320, height: 640 }, colorScheme: 'dark' } as const;
    const { page, faults } = await openPage(browser, phone);
    const by = async (who: string): Promise<void> => {
      await page.getByRole('button', { name: 'Sign in with Example Login' }).click();
      await page.getByRole('link', { name: who }).click();
    };
    await page.goto(`${served.address}/sign-in?next=/account`);
    await by(NO_ONE);
    await page.getByText('Nobody was signed in: at the provider it was called off.').waitFor();
    assert.deepEqual(await violations(page), []);
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true);
    await by('ben');
    await page.getByText('The provider does not say that the email is yours.').waitFor();
    await page.context().clearCookies();
    await by('ann');
    await page.getByText('Ann Kim · ann@desk.example').waitFor();
    await page.getByText('signed in by the provider').waitFor();
    assert.deepEqual(await violations(page), []);

    await page.getByRole('button', { name: /account of Ann/i }).click();
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByText('At Example Login you are still signed in').waitFor();
    assert.deepEqual(await violations(page), []);
    await page.getByRole('link', { name: 'Sign out at Example Login too' }).click();
    await page.waitForURL((url) => url.href.startsWith(`${provider.settings.issuer}/session/end`));
    await page.getByRole('button', { name: 'Yes, sign me out' }).click();
    await page.waitForURL(/\/session\/end\/success/);

    await ben.goto(`${served.address}/account`);
    const part = ben.getByRole('region', { name: 'Example Login' });
    await part.getByRole('button', { name: 'Link with Example Login' }).click();
    await ben.getByRole('link', { name: 'ben' }).click();
    await part.getByText('ben@desk.example').waitFor();
    assert.deepEqual(await violations(ben), []);
    await part.getByRole('button', { name: 'Unlink' }).click();
    await part.getByRole('button', { name: 'Unlink it now' }).click();
    await ben.getByRole('status').filter({ hasText: 'You have no other way in.' }).waitFor();
    await page.context().clearCookies();
    await page.goto(`${served.address}/sign-in?next=/account`);
    await by('ben');
    await page.getByText('Ben Ode · no email').waitFor();

    const invited = await ann.request.post(`${served.address}/api/invitations`, {
      data: { role: 'editor', name: 'Cleo' },
      headers: { origin: served.address },
    });
    provider.people.set('cleo', { name: 'C. Rey', email: 'cleo@desk.example', email_verified: false });
    await page.context().clearCookies();
    await page.goto((await invited.json()).link);
    await page.getByLabel('Your name').fill('Cleo Rey');
    const goOn = page.getByRole('button', { name: 'Go on with Example Login' });
    await goOn.waitFor();
    assert.deepEqual(await violations(page), []);
    await goOn.click();
    await page.getByRole('link', { name: NO_ONE }).click();
    await page.getByText('Nobody was signed in').waitFor();
    await page.getByRole('link', { name: 'Back to the invitation' }).click();
    await page.getByLabel('Your name').fill('Cleo Rey');
    await goOn.click();
    await page.getByRole('link', { name: 'cleo' }).click();
    await page.getByRole('button', { name: /account of Cleo Rey/ }).waitFor();

    await provider.close();
    await page.context().clearCookies();
    await page.goto(`${served.address}/sign-in`);
    await page.getByRole('button', { name: 'Sign in with Example Login' }).waitFor();
    // The provider’s own page asks for a typeface elsewhere; cookies are taken from a page that still asks for something.
    assert.deepEqual(
      faults.splice(0).filter((fault) => !/ERR_NAME_NOT_RESOLVED|401/.test(fault)),
      [],
    );
    await served.kill();
    await served.restart();
    await page.getByRole('button', { name: 'Sign in with Example Login' }).click();
    await page.getByText('The provider does not answer as it has to now.').waitFor();
    await ann.goto(`${served.address}/people`);
    for (const what of ['signed in by the provider', 'was linked with the provider'])
      await ann.getByText(what).first().waitFor();
  });
});
