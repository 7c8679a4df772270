import assert from 'node:assert/strict';
import { hash } from 'node:crypto';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { offerSetup } from '../../server/accounts/admission.ts';
import { pageFetcher } from '../../server/captures/fetch-page.ts';
import type { Capture } from '../../shared/capture.ts';
import type { Look } from '../../shared/look.ts';
import type { Pin } from '../../shared/pin.ts';
import { placeOfQuote } from '../../shared/place-of-quote.ts';
import { quoteIn } from '../../shared/quote.ts';
import { type RunningServer, startServer } from '../server/api/a-server.ts';
import { type Site, startSite } from '../support/a-site.ts';
import { openBrowser } from '../support/browser.ts';
import { eventually, openPage } from '../support/desk-in-browsers.ts';
import { bytesOf, type Cited, serving, THIRTY } from '../support/thirty-sources.ts';

describe('thirty sources of six kinds, their site switched off', function () {
  this.timeout(60_000);
  let site: Site;
  let server: RunningServer;
  let browser: Browser;
  let page: Page;
  let faults: string[];
  let article: string;
  let isLater = false;
  const pins = new Map<string, Pin>();
  let copies: readonly Capture[];
  let looks: readonly Look[];

  const ask = async (method: string, path: string, data?: object) => {
    const headers = { origin: server.url };
    const answer = await page.request.fetch(`${server.url}/api${path}`, { method, headers, ...(data && { data }) });
    assert.ok(answer.ok(), await answer.text());
    return answer;
  };
  const perform = async (base: number, parts: readonly object[]): Promise<void> => {
    const answer = await ask('POST', `/articles/${article}/operations`, { opId: `o${base}`, base, parts });
    assert.deepEqual((await answer.json()).dropped, []);
  };
  const captures = async (): Promise<readonly Capture[]> =>
    (await (await ask('GET', `/articles/${article}/captures`)).json()).captures;
  const textOf = async (copy: string): Promise<string> =>
    (await ask('GET', `/articles/${article}/captures/${copy}/text`)).text();
  const first = (kind: Cited['kind'], fate: Cited['fate']): Cited =>
    THIRTY.find((each) => each.kind === kind && each.fate === fate) ?? assert.fail();

  const cite = async (): Promise<void> => {
    const text = `The cheese\n\n${THIRTY.map(({ id }) => `Claim ${id} is made here.`).join('\n\n')}`;
    article = (await (await ask('POST', '/articles', { text })).json()).id;
    const fields = ({ id, kind }: Cited) => ({
      title: `Board ${id}`,
      ...(kind !== 'pasted' && { url: `${site.url}/${id}` }),
    });
    await perform(
      1,
      THIRTY.map((each) => ({ kind: 'source.add', source: each.id, fields: fields(each) })),
    );
    const quote = (id: string) => ({ exact: `Claim ${id} is`, prefix: '', suffix: ' made' });
    await perform(
      2,
      THIRTY.map(({ id }) => ({ kind: 'claim.mark', claim: `c-${id}`, quote: quote(id), fields: {} })),
    );
    for (const each of THIRTY.filter(({ kind }) => kind === 'pasted')) {
      const words = Buffer.from(bytesOf(each, each.passage, '')).toString();
      await ask('POST', `/articles/${article}/captures`, { source: each.id, text: words });
    }
    while (!(await captures()).every(({ state }) => state === 'kept') || (await captures()).length < 30)
      await page.waitForTimeout(50);
  };

  const pin = async (): Promise<void> => {
    copies = await captures();
    for (const { id, passage } of THIRTY) {
      const copy = copies.find(({ source }) => source === id);
      if (!copy?.kept) throw new Error(`${id} was not copied`);
      const text = await textOf(copy.id);
      const start = text.indexOf(passage);
      assert.ok(start >= 0, text);
      pins.set(id, {
        capture: copy.id,
        sha256: copy.kept.sha256,
        quote: quoteIn(text, start, start + passage.length),
        start,
      });
    }
    const attach = ({ id, passage }: Cited) => ({ stance: 'supports', passage, pin: pins.get(id) });
    const parts = (each: Cited) => [
      {
        kind: 'evidence.attach',
        evidence: `e-${each.id}`,
        claim: `c-${each.id}`,
        source: each.id,
        fields: attach(each),
      },
      { kind: 'verdict.give', verdict: `v-${each.id}`, claim: `c-${each.id}`, scale: 'truth@1', rating: 'true' },
    ];
    await perform(3, THIRTY.flatMap(parts));
  };

  before(async () => {
    site = await startSite(serving(() => isLater));
    const clientFolder = join(import.meta.dirname, '../../dist/client');
    server = await startServer({ fetchPage: pageFetcher({ mayAsk: site.mayAsk }), clientFolder });
    browser = await openBrowser();
    ({ page, faults } = await openPage(browser));
    const setup = await offerSetup(server.parts.accounts);
    await page.goto(`${server.url}/setup/${setup?.secret}`);
    await page.getByLabel('Your name').fill('Una Vogt');
    await page.getByLabel('Email').fill('una@desk.example');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'No article yet' }).waitFor();
    await cite();
    await pin();
    isLater = true;
    await ask('POST', `/articles/${article}/looks`, {});
    await server.parts.looks.settled();
    looks = (await (await ask('GET', `/articles/${article}/looks`)).json()).looks;
    await site.close();
    await page.goto(`${server.url}/articles/${article}`);
    await page.locator('.card').first().waitFor();
  });
  after(async () => {
    await browser?.close();
    await server?.close();
  });
  afterEach(() => assert.deepEqual(faults.splice(0), []));

  it('are kept byte for byte: the hash of each copy is that of what was served', () => {
    for (const each of THIRTY) {
      const served = bytesOf(each, each.passage, 'Buy a car');
      assert.equal(pins.get(each.id)?.sha256, hash('sha256', served, 'hex'), each.id);
    }
  });

  it('hold each passage where it is pinned', async () => {
    for (const { id, passage } of THIRTY) {
      const { capture, quote, start } = pins.get(id) ?? assert.fail();
      assert.equal(placeOfQuote(await textOf(capture), quote, start), start);
      assert.equal(quote.exact, passage);
    }
  });

  it('are said to have changed where the passage did, to be gone where the page is, and nothing where an advertisement did', () => {
    const expected: Readonly<Record<Cited['fate'], readonly (string | undefined)[]>> = {
      ...{ passage: ['other', 'changed'], advertisement: ['other', undefined], gone: ['gone', 'gone'] },
      ...{ same: ['same', undefined], down: ['failed', undefined] },
    };
    for (const { id, kind, fate, later } of THIRTY.filter(({ kind }) => kind !== 'pasted')) {
      const { came, findings } = looks.find(({ source }) => source === id) ?? assert.fail(id);
      assert.deepEqual([came, findings[0]?.state], expected[fate], `${id} ${kind} ${fate}`);
      if (fate === 'passage') assert.ok(findings[0]?.after.includes(later), findings[0]?.after);
    }
    assert.equal(looks.length, 25);
  });

  /** The words of the copy that is looked at: those marked in its words, those of its page, or those of its PDF. */
  const shownInCopy = async (): Promise<string> => {
    const dialog = page.getByRole('dialog');
    const marked = await dialog.locator('mark').allTextContents();
    const frame = dialog.locator('iframe');
    const inPage = (await frame.count()) > 0 ? await frame.contentFrame().locator('body').innerText() : '';
    const inPdf = await dialog.locator('.pdf-page').allInnerTexts();
    return [...marked, inPage, ...inPdf].join('\n').replaceAll(/\s+/g, ' ');
  };

  it('show the passage of a claim of each kind in two acts', async () => {
    for (const { id, passage } of THIRTY.slice(0, 6)) {
      await page.locator(`#card-c-${id} .card-head`).click();
      await page.keyboard.press('q');
      await eventually(async () => assert.ok((await shownInCopy()).includes(passage), id));
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
    }
  });

  it('show on the card how the passage changed, until somebody says that it makes no difference', async () => {
    const { id } = first('html', 'passage');
    const card = page.locator(`#card-c-${id}`);
    await card.locator('.card-head').click();
    await card.locator('.source-changed ins').waitFor();
    assert.equal(await card.locator('.source-changed del').textContent(), '41');
    assert.equal(await card.locator('.source-changed ins').textContent(), '61');
    await card.getByRole('button', { name: 'Makes no difference' }).click();
    await card.getByText('Una Vogt saw how the page changed').waitFor();
    await eventually(async () => assert.equal(await card.locator('.source-changed').count(), 0));
  });
});
