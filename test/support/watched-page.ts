import { writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';

/** What a page did when it was opened: every script that was compiled, every request but for itself, every dialog. */
export interface Deeds {
  readonly page: Page;
  readonly scripts: string[];
  readonly requests: string[];
}

/** Hears of every script of a page that is compiled, those of the test itself left out; resolves what it returns when all were told. */
export const listen = async (page: Page, scripts: string[]): Promise<() => Promise<unknown>> => {
  const cdp = await page.context().newCDPSession(page);
  cdp.on('Debugger.scriptParsed', ({ url, length }) => url !== '' && scripts.push(`${url} (${length} characters)`));
  await cdp.send('Debugger.enable');
  return () => cdp.send('Runtime.getIsolateId');
};

/** Opens a page that was written into a file, and watches what it does. Close its context. */
export const openedFile = async (
  browser: Browser,
  file: string,
  content: string,
  options: BrowserContextOptions = {},
): Promise<Deeds> => {
  writeFileSync(file, content);
  const page = await (await browser.newContext(options)).newPage();
  const [scripts, requests]: [string[], string[]] = [[], []];
  const told = options.javaScriptEnabled === false ? undefined : await listen(page, scripts);
  const address = pathToFileURL(file).href;
  page.on('request', (request) => request.url() !== address && requests.push(request.url()));
  page.on('dialog', (dialog) => {
    scripts.push(`a dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  await page.goto(address, { waitUntil: 'load' });
  await told?.();
  return { page, scripts, requests };
};
