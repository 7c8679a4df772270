import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { Browser, Locator, Page } from 'playwright-core';
import type { Role } from '../../shared/roles.ts';
import { openBrowser } from './browser.ts';
import { join, openPage, setUp } from './desk-in-browsers.ts';
import type { Served } from './server.ts';
import { serveHere } from './server-here.ts';

/** The people of a day, each at a browser of their own; the first one made the desk. */
export interface Day {
  readonly served: Served;
  readonly people: readonly Page[];
  /** Nothing went wrong in any browser since it was last asked. */
  readonly isFlawless: () => void;
  readonly ends: () => Promise<void>;
}

/** Opens a desk for a day: its admin, and the others in their roles, each let in by an invitation. */
export const beginDay = async (admin: string, others: Readonly<Record<string, Role>>): Promise<Day> => {
  const served = await serveHere();
  const browser: Browser = await openBrowser();
  const opened = await Promise.all([admin, ...Object.keys(others)].map(() => openPage(browser)));
  const [first, ...rest] = opened.map(({ page }) => page);
  if (!first) throw new Error('nobody is here');
  for (const { page } of opened) page.setDefaultTimeout(8_000);
  await setUp(first, served, admin);
  for (const [index, [name, role]] of Object.entries(others).entries()) {
    const page = rest[index];
    if (page) await join(first, page, served, name, role);
  }
  return {
    served,
    people: [first, ...rest],
    isFlawless: () =>
      assert.deepEqual(
        opened.flatMap(({ faults }) => faults.splice(0)),
        [],
      ),
    ends: async () => {
      await browser.close();
      await served.stop();
    },
  };
};

/** Pastes an article as its author does, and opens it; the others open it, too. */
export const pasteArticle = async (
  { served: { address } }: Day,
  author: Page,
  text: string,
  others: readonly Page[],
): Promise<void> => {
  await author.goto(`${address}/articles/new`);
  await author.getByRole('textbox', { name: 'New article' }).fill(text);
  await author.keyboard.press('Control+Enter');
  await author.getByRole('button', { name: 'Create article' }).click();
  await author.locator('.ProseMirror h1').waitFor();
  for (const page of others) await page.goto(author.url());
  for (const page of others) await page.locator('.ProseMirror h1').waitFor();
};

/** The card that is open. */
export const card = (page: Page): Locator => page.locator('.card.is-selected');

/** Opens the card of the claim on some words, in the list. */
export const openClaim = async (page: Page, words: string): Promise<void> => {
  const wanted = page.locator('.card', { hasText: words }).first();
  if (!(await wanted.evaluate((each) => each.classList.contains('is-selected'))))
    await wanted.locator('.card-head').click();
  await card(page).getByText(words).first().waitFor();
};

/** How far the work on the open claim has come, as its card says. */
export const stands = (page: Page, state: string): Promise<void> =>
  card(page).locator('.work-state').getByText(state, { exact: true }).waitFor();

export const isSaved = (page: Page): Promise<void> => page.getByText('All changes saved').waitFor();

/** Downloads an export from its dialog. */
export const exported = async (page: Page, format: string): Promise<string> => {
  await page.getByRole('button', { name: 'Export' }).click();
  await page.locator(`.export-format input[value="${format}"]`).check();
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download' }).click();
  const file = readFileSync(await (await downloading).path(), 'utf8');
  await page.keyboard.press('Escape');
  return file;
};
