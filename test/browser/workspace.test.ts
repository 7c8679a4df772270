import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { inflateSync } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';
import { openBrowser } from '../support/browser.ts';
import { openArticle } from '../support/desk-in-browsers.ts';
import { cutLine } from '../support/going-offline.ts';
import type { Served } from '../support/server.ts';
import { serveHere } from '../support/server-here.ts';

const TEXT = `Council opens the bridge

The old bridge was opened on Tuesday after two years of repairs that cost 12 million euros.

It carried 8,000 cars a day before it was closed, according to the ministry of transport.`;

/** All that the pages of a PDF are drawn by. */
const inkOf = (pdf: Buffer): readonly string[] =>
  [...pdf.toString('latin1').matchAll(/stream\r?\n(.+?)endstream/gs)].flatMap(([, body = '']) => {
    try {
      return [inflateSync(Buffer.from(body, 'latin1')).toString('latin1')];
    } catch {
      return []; // what is not packed is a picture or a font
    }
  });

interface Answered {
  readonly id: string;
  readonly link: string;
}

const post = (page: Page, path: string, body: object): Promise<Answered> =>
  page.evaluate(
    async ([to, given]) => {
      const headers = { 'content-type': 'application/json', accept: 'application/json' };
      const response = await fetch(to, { method: 'POST', headers, body: given });
      if (!response.ok) throw new Error(`${to}: ${response.status} ${await response.text()}`);
      return response.json();
    },
    [path, JSON.stringify(body)] as const,
  );

/** Selects words of the text as the mouse would. */
const select = (page: Page, words: string): Promise<void> =>
  page.evaluate((wanted) => {
    const text = document.querySelector<HTMLElement>('.ProseMirror');
    if (!text) throw new Error('there is no text');
    const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
    const nodes: { readonly node: Node; readonly from: number }[] = [];
    let all = '';
    while (walker.nextNode()) {
      nodes.push({ node: walker.currentNode, from: all.length });
      all += walker.currentNode.nodeValue;
    }
    const start = all.indexOf(wanted);
    if (start === -1) throw new Error(`the text has no "${wanted}"`);
    const place = (offset: number) => nodes.findLast(({ from }) => from <= offset) ?? { node: text, from: 0 };
    const [first, last] = [place(start), place(start + wanted.length - 1)];
    text.focus();
    getSelection()?.setBaseAndExtent(first.node, start - first.from, last.node, start + wanted.length - last.from);
  }, words);

const text = (page: Page) => page.locator('.ProseMirror');
const claim = (page: Page, words: string) => page.locator('.ProseMirror [data-claim]', { hasText: words });
const openCard = (page: Page) => page.locator('.card.is-selected');
const saved = (page: Page): Promise<void> => page.getByText('All changes saved').waitFor();

describe('workspace in a browser', function () {
  this.timeout(60_000);
  let served: Served;
  let browser: Browser;
  let ann: Page;
  let ben: Page;
  const faults: string[] = [];

  const open = async (): Promise<Page> => {
    const page = await (await browser.newContext({ reducedMotion: 'reduce' })).newPage();
    page.setDefaultTimeout(8_000);
    page.on('pageerror', (error) => faults.push(String(error.stack)));
    await page.goto(served.address);
    return page;
  };

  const begin = async (body: object): Promise<void> => {
    const { id } = await post(ann, '/api/articles', body);
    for (const page of [ann, ben]) await openArticle(page, served, id);
  };

  before(async () => {
    served = await serveHere();
    browser = await openBrowser();
    ann = await open();
    const secret = served.setupLink.split('/setup/')[1];
    await post(ann, '/api/setup', { secret, name: 'Ann Kim', email: 'ann@desk.example' });
    const { link } = await post(ann, '/api/invitations', { role: 'editor', name: 'Ben Ode' });
    ben = await open();
    await post(ben, '/api/join', { secret: link.split('/join/')[1], name: 'Ben Ode' });
  });

  beforeEach(() => begin({ text: TEXT }));

  after(async () => {
    await browser?.close();
    await served?.stop();
  });

  afterEach(() => assert.deepEqual(faults.splice(0), []));

  it('marks selected words with C, and the other sees the claim at once', async () => {
    await select(ann, 'cost 12 million euros');
    await ann.keyboard.press('c');
    await openCard(ann).getByText('cost 12 million euros').waitFor();
    await claim(ben, 'cost 12 million euros').waitFor();
    await ben.getByRole('tab', { name: /Claims\s*1/ }).waitFor();
  });

  it('marks with the bubble, also what cannot be checked', async () => {
    await select(ann, 'two years of repairs');
    await ann.getByRole('button', { name: 'Not checkable' }).click();
    await claim(ben, 'two years of repairs').waitFor();
    assert.match((await claim(ben, 'two years').getAttribute('class')) ?? '', /look-uncheckable/);
  });

  it('has the bubble cover neither the title nor the selected words, and shows all of it', async () => {
    const bubble = ann.getByRole('toolbar', { name: 'Selected words' });
    const covers = () =>
      bubble.evaluate((element) => {
        const at = (one: Element | Range | undefined) => one?.getBoundingClientRect() ?? new DOMRect();
        const [own, column] = [at(element), at(document.querySelector('.text-column') ?? undefined)];
        const hits = ({ top, bottom }: DOMRect) => own.top < bottom && own.bottom > top;
        const isCut = own.top < column.top || own.bottom > column.bottom;
        return [hits(at(document.querySelector('h1') ?? undefined)), hits(at(getSelection()?.getRangeAt(0))), isCut];
      });
    for (const words of ['The old', 'Council']) {
      await select(ann, words);
      await bubble.waitFor();
      assert.deepEqual(await covers(), [false, false, false], words);
    }
  });

  it('keeps claims within claims apart: a click selects the inner one, another the outer', async () => {
    await select(ann, 'two years of repairs that cost 12 million euros');
    await ann.keyboard.press('c');
    await select(ann, '12 million');
    await ann.keyboard.press('c');
    await openCard(ann).waitFor();
    await ann.keyboard.press('Escape');
    const inner = text(ann).locator('[data-claim] [data-claim]', { hasText: '12 million' });
    await inner.click({ position: { x: 4, y: 8 } });
    await openCard(ann).getByText('12 million', { exact: true }).waitFor();
    await inner.click({ position: { x: 50, y: 8 } }); // elsewhere, or it were a double click
    await openCard(ann).getByText('two years of repairs that cost 12 million euros').waitFor();
  });

  it('draws no line of a claim into the text below it, and another way where there are too many', async () => {
    for (const _ of [1, 2, 3, 4]) {
      await select(ann, 'opened on Tuesday after two');
      await ann.keyboard.press('c');
      await openCard(ann).waitFor();
      await ann.keyboard.press('Escape');
    }
    const drawn = await claim(ann, 'Tuesday').evaluateAll((all) =>
      all.map((each) => {
        const { lineHeight, fontSize, textDecorationLine, textUnderlineOffset, ...look } = getComputedStyle(each);
        const reaches = parseFloat(textUnderlineOffset) + parseFloat(look.textDecorationThickness);
        const isClear = textDecorationLine === 'none' || reaches < parseFloat(lineHeight) - 0.75 * parseFloat(fontSize);
        return { isClear, isSeen: textDecorationLine !== 'none' || look.backgroundColor !== 'rgba(0, 0, 0, 0)' };
      }),
    );
    assert.deepEqual(drawn, Array(4).fill({ isClear: true, isSeen: true }));
    await ann.emulateMedia({ forcedColors: 'active' });
    const lines = await claim(ann, 'Tuesday').evaluateAll((all) =>
      all.map((each) => getComputedStyle(each).textDecorationLine),
    );
    await ann.emulateMedia({ forcedColors: null });
    assert.deepEqual(lines, Array(4).fill('underline'));
    // On paper the outer one has its ground: it is otherwise without.
    const printed = inkOf(await ann.pdf());
    assert.deepEqual(inkOf(await ann.pdf()), printed);
    await ann.evaluate(() => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync('.ProseMirror .level-3 { background: none !important; }');
      document.adoptedStyleSheets.push(sheet);
    });
    assert.notDeepEqual(inkOf(await ann.pdf()), printed);
    await ann.evaluate(() => document.adoptedStyleSheets.pop());
  });

  it('adds a source with S and a verdict with a key, and the other sees both', async () => {
    await select(ann, '8,000 cars a day');
    await ann.keyboard.press('c');
    await openCard(ann).waitFor();
    await ann.keyboard.press('s');
    await ann.getByLabel('Title').fill('Traffic counts');
    await ann.getByLabel('Address').fill('https://ministry.example/counts');
    await ann.getByLabel('Passage').fill('8,132 vehicles a day');
    await ann.getByText('Supports', { exact: true }).click();
    await ann.keyboard.press('Control+Enter');
    await openCard(ann).getByText('“8,132 vehicles a day”').waitFor();
    await text(ann).focus();
    await ann.keyboard.press('5');
    await ann.getByLabel('Say why').fill('The count says so.');
    await ann.keyboard.press('Control+Enter');

    await claim(ben, '8,000 cars').click();
    await openCard(ben).getByText('Traffic counts').waitFor();
    await openCard(ben).getByText('The count says so.').waitFor();
    await ben.getByText('1 of 1 claim checked').waitFor();
    assert.match((await claim(ben, '8,000 cars').getAttribute('class')) ?? '', /look-true/);
  });

  it('refuses an address that could run something, and keeps what was filled in', async () => {
    await select(ann, '8,000 cars a day');
    await ann.keyboard.press('c');
    await ann.keyboard.press('s');
    await ann.getByText('Supports', { exact: true }).click();
    await ann.getByLabel('Title').fill('Traffic counts');
    await ann.getByLabel('Address').fill('javascript:alert(1)');
    await ann.keyboard.press('Control+Enter');
    await openCard(ann).getByRole('alert').getByText('https://').waitFor();
    assert.equal(await ann.getByLabel('Title').inputValue(), 'Traffic counts');
  });

  it('shows where the other is, by name, until they leave', async () => {
    await select(ben, 'The old bridge');
    await text(ann).locator('.peer-cursor[data-name="Ben"]').waitFor();
    assert.equal(await text(ann).locator('.peer-selection').innerText(), 'The old bridge');
    await ben.goto(served.address);
    await text(ann).locator('.peer-cursor').waitFor({ state: 'detached' });
  });

  it('does not change the text while it is only read', async () => {
    const before = await text(ann).innerText();
    await select(ann, 'The old');
    for (const key of ['x', 'Backspace', 'Enter', 'Delete']) await ann.keyboard.press(key);
    assert.equal(await text(ann).innerText(), before);
  });

  it('moves a claim along when the other types before it, and says changed when its number changes (T4)', async () => {
    await select(ann, 'cost 12 million euros');
    await ann.keyboard.press('c');
    await ann.keyboard.press('5');
    await claim(ben, 'cost 12 million').waitFor();
    await ben.keyboard.press('e');
    await select(ben, 'The old');
    await ben.keyboard.type('Our');
    await text(ann).getByText('Our bridge was opened').waitFor();
    assert.equal(await claim(ann, 'cost').innerText(), 'cost 12 million euros');
    await select(ben, '12 million');
    await ben.keyboard.type('21 million');
    for (const page of [ann, ben]) {
      await page.getByText('“12” → “21”').waitFor();
      await page.getByText('0 of 1 claim checked').waitFor();
    }
    await ben.keyboard.press('Control+z');
    for (const page of [ann, ben]) await page.getByText('1 of 1 claim checked').waitFor();
  });

  it('keeps a claim whose words were cut in sight, and puts it on them again where they are pasted (T5)', async () => {
    await ann.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await select(ann, 'according to the ministry of transport');
    await ann.keyboard.press('c');
    await openCard(ann).waitFor();
    await ann.keyboard.press('e');
    await select(ann, ', according to the ministry of transport');
    await ann.keyboard.press('Control+x');
    await ben.getByRole('heading', { name: 'Words are gone' }).waitFor();
    await select(ann, 'The old');
    await ann.keyboard.press('ArrowLeft');
    await ann.keyboard.press('Control+v');
    await claim(ben, 'according to the ministry of transport').waitFor();
    assert.equal(await ben.locator('.card').count(), 1);
  });

  it('goes on offline, says how much waits, and saves it when the line is back', async () => {
    await cutLine(ann);
    await ann.getByText('Offline').waitFor();
    for (const words of ['old bridge', 'Tuesday', 'two years']) {
      await select(ann, words);
      await ann.keyboard.press('c');
      await openCard(ann).getByText(words, { exact: true }).waitFor();
    }
    await ann.getByText('Offline, 3 changes waiting').waitFor();
    await ann.context().setOffline(false);
    await saved(ann);
    await ben.getByRole('tab', { name: /Claims\s*3/ }).waitFor();
  });

  it('puts back a line that import removed', async () => {
    await begin({ text: `Skip to content\n\nBreaking News\n\n${TEXT}\n\nShare\n\nXS\nSM\nMD\nLG` });
    await ann.getByRole('tab', { name: /Cleaned/ }).click();
    const removed = ann.locator('.removal').first();
    const line = await removed.locator('blockquote').innerText();
    await removed.getByRole('button', { name: 'Restore' }).click();
    await removed.getByText('Restored by Ann Kim').waitFor();
    await text(ben).getByText(line, { exact: true }).waitFor();
  });

  it('has room for all tabs, also on a tablet and on a narrow phone', async () => {
    const tabs = ann.locator('.tabs');
    for (const text of [TEXT, `Skip to content\n\nBreaking News\n\n${TEXT}\n\nShare\n\nXS\nSM\nMD\nLG`]) {
      await begin({ text });
      for (const width of [1440, 1024, 320]) {
        await ann.setViewportSize({ width, height: 800 });
        if (width === 320) await ann.getByRole('button', { name: 'Claims', exact: true }).click();
        await tabs.getByRole('tab', { name: 'History' }).waitFor();
        const [inner, wide] = await tabs.evaluate(({ clientWidth, scrollWidth }) => [clientWidth, scrollWidth]);
        assert.ok(Number(wide) <= Number(inner), `${wide} of ${inner} at ${width}`);
      }
      await ann.setViewportSize({ width: 1280, height: 720 });
    }
  });

  it('locks the text for everyone; claims can still be marked', async () => {
    await ann.getByRole('button', { name: 'Text open' }).click();
    await ann.getByRole('button', { name: 'Lock the text' }).click();
    await ben.getByText('Text locked').waitFor();
    assert.equal(await ben.getByRole('button', { name: /Edit text/ }).count(), 0);
    await select(ben, 'Tuesday');
    await ben.keyboard.press('c');
    await claim(ann, 'Tuesday').waitFor();
  });

  it('hands the article out in a format of the menu', async () => {
    await ann.getByRole('button', { name: 'Export' }).click();
    await ann.getByRole('radio', { name: 'Touchstone JSON' }).check();
    await ann.getByText('Everything is in it.').waitFor();
    const [download] = await Promise.all([
      ann.waitForEvent('download'),
      ann.getByRole('button', { name: 'Download' }).click(),
    ]);
    assert.match(download.suggestedFilename(), /\.json$/);
    assert.match(await readFile(await download.path(), 'utf8'), /12 million euros/);
    await ann.getByText(/^Saved: .*\.json$/).waitFor();
  });

  it('says what a format loses before it is downloaded, and hands out the claims without an outcome alone', async () => {
    for (const words of ['Tuesday', '12 million euros']) {
      await select(ann, words);
      await ann.keyboard.press('c');
      await claim(ann, words).waitFor();
    }
    await ann.getByRole('button', { name: 'Mostly false' }).click();
    await ann.locator('.card.is-selected .given').getByText('Mostly false').waitFor();
    await ann.getByRole('button', { name: 'Export' }).click();
    await ann.getByRole('radio', { name: /brat/ }).check();
    await ann.getByText(/^The brat standoff has no place for: .*history\.$/).waitFor();
    await ann.getByRole('radio', { name: 'JSON Lines' }).check();
    await ann.getByRole('combobox', { name: 'Claims' }).selectOption('some');
    await ann.getByRole('combobox', { name: 'Outcome' }).last().selectOption('-none');
    await ann.getByText('1 of 2 claims', { exact: true }).waitFor();
    const [download] = await Promise.all([
      ann.waitForEvent('download'),
      ann.getByRole('button', { name: 'Download' }).click(),
    ]);
    const [article, ...claims] = (await readFile(await download.path(), 'utf8'))
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    assert.match(download.suggestedFilename(), /1-of-2-claims\.jsonl$/);
    assert.deepEqual(
      [article.selection.shown, claims.length, claims[0].exact, claims[0].label],
      [1, 1, 'Tuesday', null],
    );
  });

  it('says that a file cannot be had while the line is gone, and has it when it is back', async () => {
    await ann.getByRole('button', { name: 'Export' }).click();
    await ann.getByRole('radio', { name: 'JSON Lines' }).check();
    await cutLine(ann);
    await ann.getByRole('button', { name: 'Download' }).click();
    await ann
      .getByRole('dialog')
      .getByText(/cannot be reached|offline/i)
      .waitFor();
    await ann.context().setOffline(false);
    const [download] = await Promise.all([
      ann.waitForEvent('download'),
      ann.getByRole('button', { name: 'Download' }).click(),
    ]);
    assert.match(download.suggestedFilename(), /\.jsonl$/);
    await ann.keyboard.press('Escape');
  });

  it('says that an article is not there', async () => {
    await ann.goto(`${served.address}/articles/nosuch`);
    await ann.getByRole('heading', { name: 'There is no such article' }).waitFor();
  });
});
