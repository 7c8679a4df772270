import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** The rules that ask about colours: all that can come out otherwise in the dark, where nothing but colours is other. */
const COLOURS = ['color-contrast', 'link-in-text-block'];

/** What axe-core finds wrong with a page as it stands, in lines that a person can read: by all its rules, or by some. */
export const violations = async (page: Page, rules?: readonly string[]): Promise<readonly string[]> => {
  if (await page.evaluate(() => !('axe' in globalThis))) await page.evaluate(AXE);
  return page.evaluate(async (runOnly) => {
    // @ts-expect-error: axe is what the script above brought along.
    const { violations: found } = await globalThis.axe.run({
      resultTypes: ['violations'],
      ...(runOnly && { runOnly }),
    });
    return found.map(
      ({ id, nodes }: { id: string; nodes: { html: string }[] }) =>
        `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`,
    );
  }, rules);
};

/** Nothing is wrong with a page in the light, by all rules, and in the dark, by those that ask about colours. */
export const isFineLightAndDark = async (page: Page): Promise<void> => {
  await page.emulateMedia({ colorScheme: 'dark' });
  assert.deepEqual(await violations(page, COLOURS), [], 'dark');
  await page.emulateMedia({ colorScheme: 'light' });
  assert.deepEqual(await violations(page), [], 'light');
};
