import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { deskInBrowsers } from '../support/browser-desk.ts';
import { articleOf } from '../support/desk-in-browsers.ts';
import { holdAsking } from '../support/held-asking.ts';

const SENTENCE =
  'The moon is made of 80 percent cheese, a Reuters analysis of ministry data has found, and nobody has asked it.';
const OTHER =
  'Astronomers who were asked on Thursday did not agree with each other, nor with the ministry, nor with the moon.';

const ARTICLE = `<h1>What the moon is made of</h1><p>${SENTENCE}</p><h2>On the moon</h2>
<p>${OTHER} <a href="https://data.example/moon">The data</a> say <b>no</b>.</p><ul><li>Brie</li><li>Gouda</li></ul>
<table><tr><th>Cheese</th><th>Share</th></tr><tr><td>Brie</td><td>80</td></tr></table>`;

const PAGE = `<!doctype html><html lang="en"><head><title>What the moon is made of</title><meta name="author" content="Una Desk">
<meta property="article:published_time" content="2015-10-22"></head><body><nav><a href="/">Home</a><a href="/world">World</a></nav>
<main>${ARTICLE}<div class="share"><a href="#">Share this</a></div></main><footer><p>Terms of use</p></footer></body></html>`;

/** Pastes as a browser or a word processor puts it on the clipboard. */
const paste = (page: Page, html: string): Promise<void> =>
  page.getByRole('textbox', { name: 'New article' }).evaluate((field, given) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/html', given);
    clipboardData.setData('text/plain', given.replaceAll(/<[^>]*>/g, ''));
    field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, html);

describe('articles that come in, as whoever brings them sees it', () => {
  const desk = deskInBrowsers(['Anna']);
  const begin = async (): Promise<Page> => {
    const [anna] = desk.pages;
    if (anna.url().startsWith(desk.served.address))
      await anna.evaluate(() => localStorage.removeItem('touchstone.article-draft'));
    await anna.goto(`${desk.served.address}/articles/new`);
    return anna;
  };
  const create = async (page: Page) => {
    await page.getByRole('button', { name: 'Create article' }).click();
    await page.waitForURL(/\/articles\/(?!new)[\w-]+$/);
    await page.locator('.ProseMirror h1').waitFor();
    return articleOf(page);
  };
  const kindsOf = (article: { doc: { content: { type: string }[] } }): string[] =>
    article.doc.content.map(({ type }) => type);
  const KINDS = ['title', 'paragraph', 'heading', 'paragraph', 'bullet_list', 'table'];

  it('are pasted with their headings, lists, tables and links, and the original can be saved', async () => {
    const anna = await begin();
    await paste(anna, ARTICLE);
    await anna.getByText('Pasted with its headings, lists and links.').waitFor();
    await anna.getByRole('button', { name: 'Go on' }).click();
    await anna.locator('.sheet-page h3', { hasText: 'On the moon' }).waitFor();
    assert.equal(await anna.locator('.sheet-page .leads-on').getAttribute('title'), 'https://data.example/moon');
    const article = await create(anna);
    assert.deepEqual(kindsOf(article), KINDS);
    assert.equal(await anna.locator('.ProseMirror a[rel~=nofollow]').getAttribute('href'), 'https://data.example/moon');
    const saving = anna.waitForEvent('download');
    await anna.getByRole('link', { name: 'Save the original' }).click();
    assert.equal((await saving).suggestedFilename(), 'original.html');
  });

  it('are files of pages, with what they say of themselves and what is left out of them', async () => {
    const anna = await begin();
    const choosing = anna.waitForEvent('filechooser');
    await anna.getByRole('button', { name: 'Choose a file' }).click();
    await (await choosing).setFiles({ name: 'moon.html', mimeType: 'text/html', buffer: Buffer.from(PAGE) });
    await anna.getByText('lines removed').waitFor();
    assert.match((await anna.locator('.about-article').textContent()) ?? '', /By\s*Una DeskPublished.*2015/);
    await anna.locator('.removed-lines', { hasText: 'Terms of use' }).waitFor();
    const article = await create(anna);
    assert.deepEqual(kindsOf(article), KINDS);
    assert.equal(article.origin.byline, 'Una Desk');
  });

  it('are not fetched from a private network, which is said', async () => {
    const anna = await begin();
    await anna.getByRole('textbox', { name: 'New article' }).fill('http://192.168.0.1/moon');
    await anna.getByText('An address: the page is fetched').waitFor();
    await anna.getByRole('button', { name: 'Go on' }).click();
    await anna.getByText('The address leads into a private network, from where nothing is fetched.').waitFor();
    assert.equal(await anna.getByRole('button', { name: 'Create article' }).getAttribute('aria-disabled'), 'true');
  });

  it('that take longer than a moment say so, and can be called off and tried again', async () => {
    const anna = await begin();
    await anna.getByRole('textbox', { name: 'New article' }).fill('What the moon is made of\n\nCheese.');
    let isSlow = true;
    await anna.route('**/api/readings', (route) => (isSlow ? undefined : route.continue()));
    await anna.getByRole('button', { name: 'Go on' }).click();
    await anna.getByRole('progressbar', { name: 'Reading the text' }).waitFor();
    await anna.getByRole('button', { name: 'Call off' }).click();
    await anna.getByText('Called off.').waitFor();
    isSlow = false;
    await anna.getByRole('button', { name: 'Try again' }).click();
    await anna.locator('.sheet-page p', { hasText: 'Cheese.' }).waitFor();
  });

  it('leave whoever goes on with another text, while they are made, where they are, with what they typed', async () => {
    const anna = await begin();
    const field = anna.getByRole('textbox', { name: 'New article' });
    await field.fill('What the moon is made of\n\nCheese.');
    await anna.getByRole('button', { name: 'Go on' }).click();
    await anna.locator('.sheet-page p', { hasText: 'Cheese.' }).waitFor();
    const making = await holdAsking(anna, '**/api/articles', 'POST');
    await anna.keyboard.press('Control+Enter');
    await anna.keyboard.press('Control+Enter');
    await anna.getByRole('button', { name: 'Back to the text' }).click();
    await field.fill('What the sun is made of');
    making.letGo();
    await anna.locator('.toast', { hasText: 'The article is made.' }).waitFor();
    assert.equal(await field.inputValue(), 'What the sun is made of');
    assert.equal(making.count(), 1);
    await anna.getByRole('button', { name: 'Open it' }).click();
    await anna.locator('.ProseMirror h1', { hasText: 'What the moon is made of' }).waitFor();
    await begin();
  });

  it('are made once, where the answer was lost and it is asked for again', async () => {
    const anna = await begin();
    await anna.getByRole('textbox', { name: 'New article' }).fill('What the stars are made of\n\nCheese.');
    await anna.getByRole('button', { name: 'Go on' }).click();
    await anna.locator('.sheet-page p', { hasText: 'Cheese.' }).waitFor();
    let isLost = true;
    await anna.route('**/api/articles', async (route) => {
      if (!isLost) return route.fallback();
      await route.fetch();
      isLost = false;
      return route.abort('connectionreset');
    });
    const create = anna.getByRole('button', { name: 'Create article' });
    await create.click();
    await anna.getByRole('alert').getByText('The server cannot be reached').waitFor();
    await create.click();
    await anna.locator('.ProseMirror h1', { hasText: 'What the stars are made of' }).waitFor();
    const { articles } = await (await anna.request.get(`${desk.served.address}/api/articles`)).json();
    const made = articles.filter(({ title }: { readonly title: string }) => title === 'What the stars are made of');
    assert.equal(made.length, 1);
  });
});
