import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { offerSetup } from '../../server/accounts/admission.ts';
import { pageFetcher } from '../../server/captures/fetch-page.ts';
import { type RunningServer, startServer } from '../server/api/a-server.ts';
import { aDocx, p } from '../support/a-docx.ts';
import { type Site, startSite } from '../support/a-site.ts';
import { violations } from '../support/axe.ts';
import { openBrowser } from '../support/browser.ts';
import { deskOfAProgram } from '../support/browser-desk.ts';
import { eventually, openPage, setUp } from '../support/desk-in-browsers.ts';
import { holdAsking } from '../support/held-asking.ts';

const draft = (nth: number): string =>
  `Bridge ${nth} opens\n\nThe bridge was opened on Tuesday after ${nth} years of repairs, the council says.\n\nNobody has crossed it.`;

const GOOD = 8;

/** A folder as desks have them: drafts, in folders, too, and what is none. */
const FILES: Readonly<Record<string, string | Uint8Array>> = {
  ...Object.fromEntries(Array.from({ length: GOOD }, (_, at) => [`more/bridge ${at + 1}.txt`, draft(at + 1)])),
  'a draft.docx': aDocx(p('The ferry', 'Title') + p('The ferry crosses the river twice a day, the council says.')),
  'broken.docx': 'PK\u0003\u0004 and nothing more',
  'broken.pdf': '%PDF-1.7\nnothing',
  'picture.png': 'PNG',
  'empty.txt': '',
  'more/twice.txt': draft(1),
  '.DS_Store': 'of the system',
};

describe('many articles that come in together, as whoever brings them sees it', function () {
  this.timeout(60_000);
  const desk = deskOfAProgram(['Anna']);
  let folder: string;
  before(async () => {
    folder = join(await mkdtemp(join(tmpdir(), 'touchstone-folder-')), 'Drafts');
    for (const [name, content] of Object.entries(FILES)) {
      await mkdir(dirname(join(folder, name)), { recursive: true });
      await writeFile(join(folder, name), content);
    }
  });
  after(() => rm(dirname(folder), { recursive: true }));

  const rows = (page: Page) => page.getByRole('list', { name: 'Files and addresses' }).getByRole('listitem');
  const chooseFolder = async (page: Page, button: string): Promise<void> => {
    const choosing = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: button }).click();
    await (await choosing).setFiles(folder);
  };
  const articles = async (page: Page): Promise<readonly string[]> => {
    const answer = await page.request.get(`${new URL(page.url()).origin}/api/articles?limit=200`);
    return (await answer.json()).articles.map(({ title }: { title: string }) => title).toSorted();
  };

  it('is a folder that is sent over a kill of the server, each file once, with what is wrong with those that are none', async () => {
    const [anna] = desk.pages;
    await anna.goto(`${desk.served.address}/articles/new`);
    await chooseFolder(anna, 'Choose a folder');
    await anna.getByRole('heading', { name: 'Drafts' }).waitFor();
    await rows(anna).getByText('Done', { exact: true }).first().waitFor();
    await desk.served.kill();
    await desk.served.restart();
    await anna.getByText('14 of 14', { exact: false }).or(anna.getByText('13 of 13')).first().waitFor();
    await anna.getByText(`${GOOD + 1} articles`).waitFor();
    await anna.getByText('4 failed').waitFor();
    await rows(anna).filter({ hasText: 'picture.png' }).getByText('cannot be read').waitFor();
    await rows(anna).filter({ hasText: 'broken.docx' }).getByText('is broken').waitFor();
    const titles = Array.from({ length: GOOD }, (_, at) => `Bridge ${at + 1} opens`);
    assert.deepEqual(await articles(anna), [...titles, 'The ferry'].toSorted());
    await anna.getByRole('link', { name: 'Bridge 3 opens' }).click();
    await anna.locator('.ProseMirror h1', { hasText: 'Bridge 3 opens' }).waitFor();
  });

  it('is tried again, and sent again without what is there', async () => {
    const [anna] = desk.pages;
    await anna.goto(`${desk.served.address}/batches`);
    await anna.getByRole('link', { name: 'Drafts' }).click();
    await anna.getByRole('button', { name: 'Try again: Drafts/broken.pdf' }).click();
    await anna.getByText('4 failed').waitFor();
    await anna.goto(`${desk.served.address}/articles/new`);
    await chooseFolder(anna, 'Choose a folder');
    await rows(anna).filter({ hasText: 'The desk has this already.' }).nth(GOOD).waitFor();
    assert.equal((await articles(anna)).length, GOOD + 1);
  });

  it('is a folder that is dropped on the page, with the folders in it', async () => {
    const [anna] = desk.pages;
    await anna.goto(`${desk.served.address}/`);
    await anna.getByRole('searchbox').waitFor();
    // No browser hands a folder to a script: what it would hand over is made here, a hundred entries at a time as it does.
    await anna.evaluate(
      (text) => {
        const fileEntry = (fullPath: string) => ({
          ...{ isFile: true, isDirectory: false, fullPath },
          file: (done: (file: File) => void) => done(new File([text], fullPath.split('/').at(-1) ?? '')),
        });
        const folderEntry = (fullPath: string, ...pages: readonly object[][]) => ({
          ...{ isFile: false, isDirectory: true, fullPath },
          createReader: () => {
            const left = [...pages, []];
            return { readEntries: (done: (entries: object[]) => void) => done(left.shift() ?? []) };
          },
        });
        const more = folderEntry(
          '/Dropped/more',
          [fileEntry('/Dropped/more/bridge.txt')],
          [fileEntry('/Dropped/more/.DS_Store')],
        );
        const entry = folderEntry('/Dropped', [fileEntry('/Dropped/ferry.txt'), more]);
        const event = new DragEvent('drop', { bubbles: true, cancelable: true });
        const dataTransfer = { types: ['Files'], items: [{ webkitGetAsEntry: () => entry }], files: [] };
        Object.defineProperty(event, 'dataTransfer', { value: dataTransfer });
        document.body.dispatchEvent(event);
      },
      draft(GOOD + 1),
    );
    await anna.getByRole('heading', { name: 'Dropped' }).waitFor();
    await rows(anna).filter({ hasText: 'Dropped/' }).getByText('Done', { exact: true }).waitFor();
    assert.deepEqual(await violations(anna), []);
    assert.equal(await rows(anna).count(), 1); // two files of the same bytes are one
    assert.equal((await articles(anna)).length, GOOD + 2);
  });

  it('is chosen, and what failed tried again, with the keyboard alone', async () => {
    const [anna] = desk.pages;
    await anna.goto(`${desk.served.address}/articles/new`);
    const button = anna.getByRole('button', { name: 'Choose a folder' });
    await button.waitFor();
    // The screen puts the focus there itself, some time after it is drawn: before that, it would take it away again.
    await eventually(async () => assert.equal(await anna.evaluate(() => document.activeElement?.tagName), 'TEXTAREA'));
    // Asked for before the key: the browser has to know by then that the test chooses.
    const choosing = anna.waitForEvent('filechooser');
    const isReached = (): Promise<boolean> => button.evaluate((each) => each === document.activeElement);
    for (let at = 0; at < 30 && !(await isReached()); at += 1) await anna.keyboard.press('Tab');
    assert.ok(await isReached(), 'the button is reached by Tab');
    await anna.keyboard.press('Enter');
    await (await choosing).setFiles(folder);
    await anna.getByRole('heading', { name: 'Drafts' }).waitFor();
    const again = rows(anna).filter({ hasText: 'picture.png' }).getByRole('button');
    await again.first().focus();
    const trying = await holdAsking(anna, '**/items/*', 'PUT');
    await anna.keyboard.press('Enter');
    await anna.keyboard.press('Enter');
    await rows(anna).filter({ hasText: 'picture.png' }).locator('button[aria-busy=true]:focus').waitFor();
    trying.letGo();
    await rows(anna).filter({ hasText: 'picture.png' }).locator('button[aria-busy=false]:focus').waitFor();
    assert.equal(trying.count(), 1);
    await rows(anna).filter({ hasText: 'picture.png' }).getByText('cannot be read').waitFor();
  });
});

describe('a list of addresses, as whoever brings them sees it', function () {
  this.timeout(60_000);
  let site: Site;
  let server: RunningServer;
  let browser: Browser;
  let page: Page;
  let faults: string[];
  before(async () => {
    site = await startSite((request, response) => {
      if (request.url === '/gone') response.statusCode = 404;
      response.setHeader('content-type', 'text/html; charset=utf-8');
      response.end(`<title>Page ${request.url}</title><h1>Page ${request.url}</h1><p>${draft(1).repeat(3)}</p>`);
    });
    const clientFolder = join(import.meta.dirname, '../../dist/client');
    server = await startServer({ fetchPage: pageFetcher({ mayAsk: site.mayAsk }), clientFolder });
    browser = await openBrowser();
    ({ page, faults } = await openPage(browser));
    const { secret = '' } = (await offerSetup(server.parts.accounts)) ?? {};
    await setUp(page, { address: server.url, setupLink: `${server.url}/setup/${secret}` } as never, 'Anna');
  });
  after(async () => {
    await browser.close();
    await server.close();
    await site.close();
  });

  it('is pasted, one a line; each becomes an article, or says why not', async () => {
    await page.goto(`${server.url}/articles/new`);
    const list = [`${site.url}/one`, `${site.url}/gone`, 'http://192.168.0.1/private', `${site.url}/two`].join('\n');
    await page.getByRole('textbox', { name: 'New article' }).fill(list);
    await page.getByText('4 addresses: each becomes an article').waitFor();
    const beginning = await holdAsking(page, '**/api/batches', 'POST');
    await page.keyboard.press('Control+Enter');
    await page.keyboard.press('Control+Enter');
    beginning.letGo();
    await page.getByRole('link', { name: 'Page /two' }).waitFor();
    assert.equal(beginning.count(), 1);
    await page.getByText('There is no page at this address.').waitFor();
    await page.getByText('The address leads into a private network').waitFor();
    await page.getByText('2 articles').waitFor();
    await eventually(async () => assert.match((await page.locator('.batch-head').textContent()) ?? '', /Done.*4 of 4/));
    assert.deepEqual(faults, []);
  });
});
