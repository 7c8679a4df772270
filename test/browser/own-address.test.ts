import assert from 'node:assert/strict';
import { join as pathOf } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { pageFetcher } from '../../server/captures/fetch-page.ts';
import { DAY } from '../../server/clock.ts';
import { type Member, type RunningServer, startServer } from '../server/api/a-server.ts';
import { type Site, startSite } from '../support/a-site.ts';
import { violations } from '../support/axe.ts';
import { openBrowser } from '../support/browser.ts';
import { eventually, type OpenPage, openPage } from '../support/desk-in-browsers.ts';
import { freePort } from '../support/server.ts';
import { testTime } from '../support/time.ts';

const pageOf = (percent: string): string =>
  `<!doctype html><title>What the moon is made of</title><article><h1>What the moon is made of</h1>
<p>The moon is made of ${percent} percent cheese, an analysis of ministry data has found, and nobody has asked it.</p>
<p>Astronomers who were asked on Thursday did not agree with each other, nor with the ministry, nor with the moon.</p></article>`;

describe('an article that changes at its address, as an editor sees it', function () {
  this.timeout(60_000);
  const time = testTime();
  let site: Site;
  let server: RunningServer;
  let browser: Browser;
  let opened: OpenPage;
  let page: Page;
  let eve: Member;
  let article: string;
  let percent = '80';

  before(async () => {
    site = await startSite((_, response) =>
      response.writeHead(200, { 'content-type': 'text/html' }).end(pageOf(percent)),
    );
    const port = await freePort();
    server = await startServer({
      port,
      publicUrl: `http://127.0.0.1:${port}`,
      clock: time.clock,
      clientFolder: pathOf(import.meta.dirname, '../../dist/client'),
      fetchPage: pageFetcher({ mayAsk: site.mayAsk }),
    });
    browser = await openBrowser();
    opened = await openPage(browser);
    page = opened.page;
    const una = await server.add('lead', 'una');
    eve = await server.add('editor', 'eve');
    const made = await server.ask('POST', '/api/articles', { by: eve, json: { url: `${site.url}/moon` } });
    article = made.json.id;
    const invited = await server.ask('POST', '/api/invitations', { by: una, json: { role: 'editor' } });
    await page.goto(invited.json.link);
    await page.getByLabel('Your name').fill('Ada Moss');
    await page.getByRole('button', { name: 'Join' }).click();
    await page.getByRole('searchbox').waitFor();
  });
  afterEach(() => assert.deepEqual(opened.faults.splice(0), []));
  after(async () => {
    await browser?.close();
    await server?.close();
    await site?.close();
  });

  const looked = async (): Promise<void> => {
    await server.parts.looks.settled();
    time.pass(1.2 * DAY);
    await server.parts.looks.lookAtDue();
    await server.parts.looks.settled();
  };
  const messages = () => page.getByRole('region', { name: 'Messages' });
  const strip = () => page.getByRole('region', { name: 'The article at its address' });

  it('says so over the text while it is open, leads to the difference, and takes it over', async () => {
    await page.goto(`${server.url}/articles/${article}`);
    await page.locator('.ProseMirror').getByText('80 percent').waitFor();
    percent = '18';
    await looked();
    await strip().getByText('1 paragraph changed').waitFor();
    assert.deepEqual(await violations(page), []);
    await strip().getByRole('button', { name: 'See what is different' }).click();
    await page.locator('.difference-words', { hasText: '18' }).waitFor();
    await page.locator('.later-take').getByRole('button', { name: 'Seen, not taken over' }).waitFor();
    await page.getByRole('button', { name: 'Take it over' }).click();
    await page.locator('.ProseMirror').getByText('18 percent').waitFor();
    await strip().waitFor({ state: 'hidden' });
  });

  it('is marked in the list until somebody says that it was seen', async () => {
    percent = '19';
    await looked();
    await page.goto(`${server.url}/`);
    await page.locator('.article-row', { hasText: '1 change at its address' }).click();
    await strip().getByRole('button', { name: 'Seen, not taken over' }).click();
    await strip().waitFor({ state: 'hidden' });
    await eventually(async () => {
      await page.goto(`${server.url}/`);
      await page.locator('.article-row', { hasText: 'What the moon is made of' }).waitFor();
      assert.equal(await page.locator('.article-row', { hasText: 'at its address' }).count(), 0);
    });
  });

  const takeOver = async (): Promise<void> => {
    await page.goto(`${server.url}/articles/${article}`);
    await strip().getByRole('button', { name: 'See what is different' }).click();
    await page.getByRole('button', { name: 'Take it over' }).click();
    await messages().getByText('Taken over. 1 claim has changed.').waitFor();
  };
  const claim = async () => (await server.ask('GET', `/api/articles/${article}`, { by: eve })).json.claims[0];
  const acts = async (...parts: readonly object[]): Promise<void> => {
    const { version } = (await server.ask('GET', `/api/articles/${article}`, { by: eve })).json;
    const json = { opId: `o${version}`, base: version, parts };
    const done = await server.ask('POST', `/api/articles/${article}/operations`, { by: eve, json });
    assert.deepEqual(done.json.dropped, [], done.text);
  };

  it('is as it was before when who took it over presses Ctrl-Z, with its claims as they were', async () => {
    const quote = { exact: '18 percent', prefix: '', suffix: '' };
    await acts({ kind: 'claim.mark', claim: 'c', quote, fields: {} });
    percent = '20';
    await looked();
    await takeOver();
    assert.equal((await claim()).anchor.state, 'changed');
    await page.keyboard.press('Control+z');
    await messages().getByText('The version is taken back.').waitFor();
    await page.locator('.ProseMirror').getByText('18 percent').waitFor();
    assert.deepEqual([(await claim()).anchor.state, (await claim()).words], ['exact', '18 percent']);
  });

  it('stays when somebody else has changed its words since, which Ctrl-Z says', async () => {
    percent = '21';
    await looked();
    await takeOver();
    const { text, doc } = (await server.ask('GET', `/api/articles/${article}`, { by: eve })).json;
    const at = doc.content[0].content[0].text.length + 2 + 1 + text.split('\n').at(1).indexOf('21') + 1;
    const slice = { content: [{ type: 'text', text: '7' }] };
    await acts({ kind: 'text', target: 'body', steps: [{ stepType: 'replace', from: at, to: at, slice }] });
    await page.locator('.ProseMirror').getByText('271 percent').waitFor();
    await page.keyboard.press('Control+z');
    await messages().getByText('Words that this version brought').waitFor();
    await page.locator('.ProseMirror').getByText('271 percent').waitFor();
    // The browser calls the refusal an error.
    assert.ok(opened.faults.splice(0).every((fault) => fault.includes('409')));
  });

  it('is watched at an address that an editor gave by hand, and looked at when they ask', async () => {
    const text = 'What the moon is made of\n\nThe moon is made of 80 percent cheese, nobody has said.';
    const pasted = (await server.ask('POST', '/api/articles', { by: eve, json: { text } })).json.id;
    await page.goto(`${server.url}/articles/${pasted}`);
    await page.locator('.ProseMirror').getByText('80 percent').waitFor();
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox').fill('versions of the article');
    await page.keyboard.press('Enter');
    const form = page.getByRole('form', { name: 'Where it was published' });
    const field = form.getByLabel('Address of the published article');
    await field.fill('the moon');
    await form.getByRole('button', { name: 'Save the address' }).click();
    await form.getByText('Give the address of a page on the web').waitFor();
    assert.deepEqual(await violations(page), []);
    await field.fill(`${site.url}/moon`);
    await form.getByRole('button', { name: 'Save the address' }).click();
    await form.getByRole('button', { name: 'Look there now' }).click();
    await form.getByText('Last looked at').waitFor();
    await page.getByRole('button', { name: 'Back to the article' }).click();
    await strip().waitFor();
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox').fill('versions of the article');
    await page.keyboard.press('Enter');
    await form.getByRole('button', { name: 'Take the address back' }).click();
    await form.getByRole('button', { name: 'Look there now' }).waitFor({ state: 'detached' });
    assert.equal(await field.inputValue(), '');
  });
});
