import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page, Request } from 'playwright-core';
import { eventually } from './desk-in-browsers.ts';
import { cutLines } from './server-here.ts';

const source = readFileSync(join(import.meta.dirname, '../../client/views/workspace/fetched-later.ts'), 'utf8');

/** The files of the views that the workspace fetches when nothing else is to do. */
const WHEN_IDLE = (/const WHEN_IDLE = \[([^\]]+)\]/.exec(source)?.[1]?.match(/\w+/g) ?? []).map((view) => {
  const file = new RegExp(`const ${view} = later\\(\\s*async \\(\\) => \\(await import\\('[^']*?([\\w-]+)\\.tsx'`).exec(
    source,
  );
  if (!file?.[1]) throw new Error(`where ${view} is fetched from is not found`);
  return file[1];
});

/**
 * Waits until the workspace on a page has all the code that it fetches of itself, with what that needs. A quiet network does not say so:
 * on a busy machine the page begins with it only after a while.
 */
export const hasAllCode = async (page: Page): Promise<void> => {
  assert.ok(WHEN_IDLE.length > 0);
  await eventually(async () => {
    const missing = await page.evaluate((views) => {
      const asked = performance.getEntriesByType('resource') as PerformanceResourceTiming[];
      const fetched = asked.filter(({ responseStatus }) => responseStatus >= 200).map(({ name }) => name);
      const needed = [
        ...document.querySelectorAll<HTMLLinkElement>('link[rel=modulepreload], link[rel=stylesheet]'),
      ].map(({ href }) => href);
      return [
        ...views.filter((view) => !fetched.some((name) => name.includes(`/assets/${view}-`) && name.endsWith('.js'))),
        ...needed.filter((address) => !fetched.includes(address)),
      ];
    }, WHEN_IDLE);
    assert.deepEqual(missing, [], 'the page has not all its code');
  }, 20_000);
};

/** As `hasAllCode`, of a page that has none of it yet, nor a clock by which it could say what it fetched: it is heard asking for it. */
export const codeArriving = (page: Page): (() => Promise<void>) => {
  const [arrived, underWay] = [new Set<string>(), new Set<Request>()];
  page.on('request', (request) => void (request.url().includes('/assets/') && underWay.add(request)));
  page.on('requestfailed', (request) => void underWay.delete(request));
  page.on('requestfinished', (request) => {
    underWay.delete(request);
    arrived.add(/\/assets\/([\w-]+)-[\w-]{8}\.js$/.exec(request.url())?.[1] ?? '');
  });
  return () =>
    eventually(async () => {
      const missing = WHEN_IDLE.filter((view) => !arrived.has(view));
      assert.deepEqual([missing, underWay.size], [[], 0], 'not all code has come');
    }, 20_000);
};

/**
 * Cuts the line of a page, as of its machine. What was open is ended at the server, too: Chromium, which lets nothing more through, asks
 * for it without a pause, and takes a processor for that.
 */
export const cutLine = async (page: Page): Promise<void> => {
  const context = page.context();
  await context.setOffline(true);
  const { origin } = new URL(page.url());
  const cookies = await context.cookies(origin);
  cutLines(origin, cookies.map(({ name, value }) => `${name}=${value}`).join('; '));
};

/** Cuts the line of a page once it has all its code, and waits until the page knows it: what is done then is done offline. */
export const goOffline = async (page: Page): Promise<void> => {
  await hasAllCode(page);
  await cutLine(page);
  await page.getByText(/^Offline/).waitFor();
};
