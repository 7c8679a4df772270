import assert from 'node:assert/strict';
import type { Browser, Page } from 'playwright-core';
import { json } from '../../shared/export/json.ts';
import { openBrowser } from '../support/browser.ts';
import { eventually, openPage, setUp } from '../support/desk-in-browsers.ts';
import { manyHostile } from '../support/hostile.ts';
import { hostileEdition } from '../support/hostile-edition.ts';
import type { Served } from '../support/server.ts';
import { serveHere } from '../support/server-here.ts';

/** What a page did that it should not: scripts of no file of ours, requests to others, dialogs. */
const watch = async (page: Page, address: string): Promise<string[]> => {
  const deeds: string[] = [];
  page.on('request', (request) => {
    if (!/^(blob|data):/.test(request.url()) && !request.url().startsWith(address)) deeds.push(`asks ${request.url()}`);
  });
  page.on('dialog', (dialog) => {
    deeds.push(`a dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('popup', (popup) => void deeds.push(`opens ${popup.url()}`));
  const cdp = await page.context().newCDPSession(page);
  cdp.on('Debugger.scriptParsed', ({ url, length }) => {
    // The test’s own have no address.
    if (url !== '' && !url.startsWith(`${address}/assets/`)) deeds.push(`runs ${length} characters of ${url}`);
  });
  await cdp.send('Debugger.enable');
  return deeds;
};

/** Scripts that break out of elements and attributes; those that a page runs at once come first. */
const NAMES = [
  `"><img src=x onerror=alert(1)>`,
  `'</script><script>alert(2)</script>`,
  `<svg/onload=alert(3)>`,
] as const;

/** The hostile texts in a dozen, or fewer where there are few: each field of each claim holds as many of them as find place. */
const packed = (): readonly string[] => {
  const all = manyHostile().filter((text) => /[<>"'&:]/.test(text) && text.length < 3_000);
  const size = Math.min(3_000, Math.max(50, all.join(' ').length / 12));
  const texts: string[] = [];
  for (const text of all) {
    const last = texts.at(-1);
    if (last !== undefined && last.length + text.length < size) texts[texts.length - 1] = `${last} ${text}`;
    else texts.push(text);
  }
  return texts.slice(0, 12);
};

describe('hostile words in every field, as another person sees them', function () {
  this.timeout(120_000);
  let served: Served;
  let browser: Browser;
  let author: Page;
  let article: string;
  let another: { readonly page: Page; readonly deeds: string[] };
  let state: Awaited<ReturnType<ReturnType<Page['context']>['storageState']>>;
  const texts = packed();

  const send = async (method: 'post' | 'put', path: string, data: object, status: number) => {
    const answer = await author.request[method](`${served.address}/api${path}`, {
      data,
      headers: { origin: served.address },
    });
    assert.equal(answer.status(), status, (await answer.text()).slice(0, 500));
    return answer.json();
  };

  before(async () => {
    served = await serveHere();
    browser = await openBrowser();
    ({ page: author } = await openPage(browser));
    await setUp(author, served, 'Anna Kim');
    const [name] = NAMES;
    const desk = await (await author.request.get(`${served.address}/api/desk`)).json();
    const ratings = NAMES.map((label, index) => ({ id: `r${index}`, label, tone: 'false' }));
    const own = { id: 'own', version: 1, name, ratings };
    const types = [{ id: 'bad', label: name.slice(0, 40), checkable: true }];
    await send('put', '/desk', { ...desk, settings: { ...desk.settings, types }, scales: [...desk.scales, own] }, 200);
    const edition = hostileEdition(texts, 'public');
    const people = Object.fromEntries(
      Object.keys(edition.people).map((id, index) => [id, { name: NAMES[index % 3] ?? name }]),
    );
    const exported = JSON.parse(json.write({ ...edition, people, desk: { name, url: '' } }) as string);
    article = (await send('post', '/articles', { json: exported }, 201)).id;
    const parts = NAMES.flatMap((each, index) => [
      { kind: 'contact.add', contact: `x${index}`, fields: { person: each, role: each, reach: each, note: each } },
      { kind: 'contact.ask', contact: `x${index}`, question: 'q', claim: 'c0', fields: { question: each } },
      { kind: 'thread.open', thread: `y${index}`, claim: 'c0', message: 'm', text: each, mentions: [] },
      // There are as many sources as texts, which are fewer on some days.
      ...(index < texts.length ? [{ kind: 'source.retract', source: `s${index}`, reason: each }] : []),
    ]);
    const { version } = await (await author.request.get(`${served.address}/api/articles/${article}`)).json();
    const done = await send('post', `/articles/${article}/operations`, { opId: 'more', base: version, parts }, 200);
    assert.deepEqual(done.dropped, []);
    const { link } = await send('post', '/invitations', { role: 'admin' }, 201);
    const { page: other } = await openPage(browser);
    await other.goto(link);
    await other.getByLabel('Your name').fill(name);
    await other.getByRole('button', { name: 'Join' }).click();
    await other.getByRole('searchbox').first().waitFor();
    state = await other.context().storageState();
    await other.context().close();
    const { page } = await openPage(browser, { bypassCSP: true, storageState: state, acceptDownloads: true });
    another = { page, deeds: await watch(page, served.address) };
  });

  after(async () => {
    await browser?.close();
    await served?.stop();
  });

  // Without the policy: it is the second line, and what is escaped needs none.
  const seen = async (look: (page: Page) => Promise<void>): Promise<void> => {
    const { page, deeds } = another;
    await look(page);
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 0))));
    assert.deepEqual(deeds.splice(0), []);
    assert.equal(await page.locator('img[src="x"], svg[onload], iframe[src^="javascript"]').count(), 0);
  };

  it('run nothing on the screens of an article: text, claims, each column, each claim opened, the board, the history', () =>
    seen(async (page) => {
      await page.goto(`${served.address}/articles/${article}`);
      await page.locator('.ProseMirror').getByText('alert(1)').first().waitFor();
      const tabs = page.getByRole('tab');
      const count = await tabs.count();
      assert.ok(count >= 3);
      for (let index = 0; index < count; index += 1) {
        await tabs.nth(index).click();
        await page
          .locator('[role=tabpanel], .side-column, aside')
          .first()
          .evaluate(async (column) => {
            const scroller = [column, ...column.querySelectorAll('*')].filter(
              (each) => each.scrollHeight > each.clientHeight,
            );
            for (const each of scroller) each.scrollTo(0, each.scrollHeight);
          });
      }
      await tabs.first().click();
      for (const claim of ['c0', 'c7']) {
        await page.goto(`${served.address}/articles/${article}#${claim}`);
        await page.locator('.ProseMirror').waitFor();
      }
      await page.goto(`${served.address}/articles/${article}?view=board`);
      await page.locator('.board-card').first().waitFor();
    }));

  it('run nothing where a filter is full of them', () =>
    seen(async (page) => {
      for (const word of NAMES.slice(0, 1)) {
        await page.goto(
          `${served.address}/articles/${article}?${new URLSearchParams({ words: word, q: word, tag: word })}`,
        );
        await page.locator('.ProseMirror').waitFor();
      }
    }));

  it('run nothing on the pages of the desk: articles, queue, sources, settings, people', () =>
    seen(async (page) => {
      for (const path of ['/', '/queue', '/sources', '/desk', '/people']) {
        await page.goto(served.address + path);
        await page.getByRole('heading').first().waitFor();
        await page.waitForLoadState('networkidle');
      }
    }));

  it('run nothing on the pages that readers get', () =>
    seen(async (page) => {
      const { address } = served;
      for (const path of [
        `/reports/${NAMES[1]}`,
        `/${NAMES[0]}`,
        `/sign-in?next=${encodeURIComponent('javascript:alert(1)')}`,
      ])
        await page.goto(`${address}${encodeURI(path)}`);
    }));

  it('run nothing where one is invited, as a guest too, nor in the lists of who is: names, labels, tokens', async () => {
    const links: string[] = [];
    for (const name of NAMES) {
      links.push((await send('post', '/invitations', { role: 'viewer', name }, 201)).link);
      const guests = { role: 'viewer', days: 1, label: name };
      links.push((await send('post', `/articles/${article}/guests`, guests, 201)).link);
      await send('post', '/tokens', { label: name }, 201);
    }
    await seen(async (page) => {
      for (const link of links) {
        await page.goto(link);
        await page.getByLabel('Your name').waitFor();
      }
      const joined = links.find((link) => link.includes('/join/')) ?? '';
      await page.goto(joined);
      assert.equal(await page.getByLabel('Your name').inputValue(), NAMES[0]);
      await page.goto(`${served.address}/people`);
      await page.getByText(NAMES[2]).last().waitFor();
    });
    // Whoever made the tokens sees their labels.
    const deeds = await watch(author, served.address);
    await author.goto(`${served.address}/tokens`);
    await author.getByText(NAMES[2]).first().waitFor();
    assert.deepEqual(deeds, []);
  });

  it('and a script that runs would be seen', async () => {
    const { page } = await openPage(browser, { bypassCSP: true, storageState: state });
    const deeds = await watch(page, served.address);
    await page.goto(`${served.address}/`);
    await page.getByRole('heading').first().waitFor();
    const alerted = page.waitForEvent('dialog');
    await page.evaluate(() =>
      document.body.insertAdjacentHTML('beforeend', '<img src="//outside.example/x" onerror="alert(1)">'),
    );
    await alerted;
    await eventually(async () => {
      for (const kind of ['asks', 'a dialog'])
        assert.ok(
          deeds.some((deed) => deed.startsWith(kind)),
          kind,
        );
    });
    await page.context().close();
  });

  it('are stopped by the policy too where a text is taken for HTML or for a script, and pasting goes on', async () => {
    const { page, faults } = await openPage(browser, { storageState: state });
    const { id } = await send('post', '/articles', { text: 'Moon\n\nIt is far.' }, 201);
    await page.goto(`${served.address}/articles/${id}`);
    await page.getByRole('button', { name: /Edit text/ }).click();
    await page.locator('.ProseMirror').getByText('It is far.').click();
    await page.evaluate(() => {
      const data = new DataTransfer();
      data.setData('text/html', '<p>Pasted <b>words</b><img src=x onerror=alert(1)></p>');
      const event = new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true });
      document.querySelector('.ProseMirror')?.dispatchEvent(event);
    });
    await page.locator('.ProseMirror').getByText('Pasted').waitFor();
    assert.deepEqual(faults.splice(0), []);
    const refused = await page.evaluate(() =>
      [
        () => document.body.insertAdjacentHTML('beforeend', '<b>x</b>'),
        () => new Worker('https://outside.example/x.js'),
        () => document.body.append(Object.assign(document.createElement('script'), { text: 'alert(1)' })),
      ].map((deed) => {
        try {
          deed();
          return 'done';
        } catch (error) {
          return (error as Error).name;
        }
      }),
    );
    assert.deepEqual(refused, ['TypeError', 'TypeError', 'TypeError']);
    await page.context().close();
  });

  it('are stored and given back as they were, every one', async () => {
    const all = manyHostile().filter((text) => text.trim() !== '' && text.length <= 5_000);
    const { id } = await send('post', '/articles', { text: 'Moon\n\nIt is far.' }, 201);
    for (let from = 0; from < all.length; from += 150) {
      const parts = all.slice(from, from + 150).map((text, index) => ({
        kind: 'thread.open',
        thread: `t${from + index}`,
        quote: { exact: 'far' },
        message: 'm',
        text,
        mentions: [],
      }));
      const version = 1 + from / 150;
      const { dropped } = await send(
        'post',
        `/articles/${id}/operations`,
        { opId: `t${from}`, base: version, parts },
        200,
      );
      assert.deepEqual(dropped, []);
    }
    const { threads } = await (await author.request.get(`${served.address}/api/articles/${id}`)).json();
    const texts = new Map(
      threads.map((thread: { id: string; messages: { text: string }[] }) => [thread.id, thread.messages[0]?.text]),
    );
    const back = all.map((_, index) => texts.get(`t${index}`));
    const changed = all.flatMap((text, index) => (back[index] === text ? [] : [[text, back[index]]]));
    assert.deepEqual(changed, []);
  });
});
