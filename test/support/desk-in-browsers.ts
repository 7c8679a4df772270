import assert from 'node:assert/strict';
import type { Browser, Page } from 'playwright-core';
import type { Served } from './server.ts';

/** A page of a browser of its own, with what went wrong on it. */
export interface OpenPage {
  readonly page: Page;
  /** Errors and breaches of the content security policy since they were last looked at. */
  readonly faults: string[];
}

/** Opens a page in a context of its own, as another person's machine would. */
export const openPage = async (
  browser: Browser,
  options: Parameters<Browser['newContext']>[0] = {},
): Promise<OpenPage> => {
  const context = await browser.newContext({
    reducedMotion: 'reduce',
    viewport: { width: 1440, height: 900 },
    ...options,
  });
  await context.addInitScript(() =>
    addEventListener('securitypolicyviolation', (event) =>
      console.error(`refused by the policy: ${event.violatedDirective} ${event.blockedURI}`),
    ),
  );
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(String(error)));
  page.on('console', (message) => {
    // The browser itself calls it an error that nobody is signed in yet, and that a server is away; who stands before it says so with 502.
    const expected =
      message.location().url.endsWith('/api/session') ||
      /ERR_CONNECTION|ERR_INTERNET|WebSocket|502|status of 401/.test(message.text());
    if (message.type() === 'error' && !expected) faults.push(message.text());
  });
  return { page, faults };
};

const post = async (by: Page, address: string, path: string, data: object) => {
  const answer = await by.request.post(`${address}/api${path}`, { data, headers: { origin: address } });
  assert.equal(answer.status(), 201, await answer.text());
  return answer.json();
};

const secretOf = (link: string): string => link.split('/').at(-1) ?? '';

/**
 * Makes the first person of the desk by the set-up link, who is signed in then on a page that is still empty. It is done over HTTP, as
 * whoever joins does: how the screens of both look and what they do is asked by `shell.test.ts`, and takes a second each.
 */
export const setUp = async (page: Page, served: Served, name: string): Promise<void> => {
  const email = `${name.split(' ')[0]?.toLowerCase()}@desk.example`;
  await post(page, served.address, '/setup', { secret: secretOf(served.setupLink), name, email });
};

/** Has somebody join by an invitation that a lead makes. */
export const join = async (lead: Page, page: Page, served: Served, name: string, role: string): Promise<void> => {
  const { link } = await post(lead, served.address, '/invitations', { role });
  await post(page, served.address, '/join', { secret: secretOf(link), name });
};

/**
 * Goes to a path of the client as by a link where the page has the client already, which costs a third of what loading it anew does; what
 * it holds of the screen before has to be gone by itself, but for toasts.
 */
export const follow = async (page: Page, { address }: Served, path: string): Promise<void> => {
  const isThere = page.url().startsWith(address) && (await page.locator('.top-bar').count()) > 0;
  if (!isThere) await page.goto(`${address}${path}`);
  else
    await page.evaluate((to) => {
      document.querySelector('.ProseMirror')?.classList.add('of-the-article-before');
      for (const button of document.querySelectorAll<HTMLElement>('.toast > .icon')) button.click();
      history.pushState(null, '', to);
      dispatchEvent(new PopStateEvent('popstate'));
    }, path);
};

/** Opens an article, on the page that is there, and waits for its text. */
export const openArticle = async (page: Page, served: Served, article: string): Promise<void> => {
  await follow(page, served, `/articles/${article}`);
  await page.locator('.ProseMirror:not(.of-the-article-before)').waitFor();
};

/** Selects words of the text with the mouse, from the first character to the last; whose first drag is not taken, drags again. */
export const selectWords = async (page: Page, words: string): Promise<void> => {
  let selected = '';
  for (let attempt = 0; attempt < 10; attempt += 1) {
    await dragOver(page, words);
    selected = await page.evaluate(() => String(getSelection()));
    if (selected === words) return;
    await page.waitForTimeout(150 + 50 * attempt);
  }
  throw new Error(`"${words}" cannot be selected; what is selected is "${selected}"`);
};

const dragOver = async (page: Page, words: string): Promise<void> => {
  const ends = await page.evaluate((wanted) => {
    const text = document.querySelector('.ProseMirror');
    if (!text) throw new Error('there is no text on the page');
    const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
    const nodes: { node: Node; from: number }[] = [];
    let all = '';
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      nodes.push({ node, from: all.length });
      all += node.textContent ?? '';
    }
    const at = all.indexOf(wanted);
    if (at < 0) throw new Error(`the text does not hold "${wanted}"`);
    const point = (offset: number, edge: 'start' | 'end') => {
      const place = nodes.findLast(({ from }) => from <= offset);
      if (!place) throw new Error('no place');
      const range = document.createRange();
      range.setStart(place.node, offset - place.from);
      range.setEnd(place.node, offset - place.from + 1);
      range.startContainer.parentElement?.scrollIntoView({ block: 'center' });
      const box = range.getBoundingClientRect();
      const { direction } = getComputedStyle(place.node.parentElement ?? text);
      const isLeft = (edge === 'start') === (direction === 'ltr');
      return { x: isLeft ? box.left + 0.5 : box.right - 0.5, y: box.top + box.height / 2 };
    };
    point(at, 'start');
    return { start: point(at, 'start'), end: point(at + wanted.length - 1, 'end') };
  }, words);
  await page.mouse.move(ends.start.x, ends.start.y);
  await page.mouse.down();
  // Nobody drags within the 20 ms that ProseMirror takes to set its selection on being focused.
  await page.waitForTimeout(60);
  await page.mouse.move((ends.start.x + ends.end.x) / 2, (ends.start.y + ends.end.y) / 2);
  await page.mouse.move(ends.end.x, ends.end.y);
  await page.mouse.up();
};

/** Waits until Home and Ctrl-Home count: so soon after the focus prosemirror-view takes a caret at the start for the browser's mistake. */
export const afterFocus = (page: Page): Promise<void> => page.waitForTimeout(250);

/** The article as the server has it. */
// biome-ignore lint/suspicious/noExplicitAny: what the API answers is described by its OpenAPI file, not by types here.
export const articleOf = async (page: Page): Promise<any> => {
  const answer = await page.request.get(page.url().replace('/articles/', '/api/articles/').replace(/#.*/, ''));
  assert.equal(answer.status(), 200);
  return answer.json();
};

/** Waits until what is asked for is so; the last failure is the one that is told. */
export const eventually = async (ask: () => Promise<void>, patience = 8_000): Promise<void> => {
  const until = Date.now() + patience;
  for (;;) {
    try {
      await ask();
      return;
    } catch (error) {
      if (Date.now() > until) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
};
