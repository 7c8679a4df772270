import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { build, type Rolldown } from 'vite';
import { openPage } from '../../../test/support/desk-in-browsers.ts';
import type { Bare } from './page.ts';

/** The page of a bare editor as a script and its styles, typefaces included. */
const bundle = async (): Promise<{ readonly script: string; readonly styles: string }> => {
  const [built] = (await build({
    configFile: false,
    logLevel: 'warn',
    build: {
      write: false,
      assetsInlineLimit: Number.MAX_SAFE_INTEGER,
      lib: { entry: join(import.meta.dirname, 'page.ts'), formats: ['iife'], name: 'floor' },
    },
  })) as Rolldown.RolldownOutput[];
  const script = built?.output.find((each) => each.type === 'chunk')?.code ?? '';
  const typefaces = String(built?.output.find((each) => each.type === 'asset')?.source ?? '');
  return { script, styles: typefaces + readFileSync(join(import.meta.dirname, 'page.css'), 'utf8') };
};

/** Opens a page that holds paragraphs in a bare editor, drawn as the article's text is, and nothing else. Close its context. */
export const openBare = async (browser: Browser, bare: Bare, texts: readonly string[]): Promise<Page> => {
  const [{ page }, { script, styles }] = await Promise.all([openPage(browser), bundle()]);
  await page.setContent('<!doctype html><html lang="en"><body></body></html>');
  await page.addStyleTag({ content: styles });
  await page.addScriptTag({ content: script });
  await page.evaluate(([which, all]) => showBare(which, all), [bare, texts] as const);
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  return page;
};
