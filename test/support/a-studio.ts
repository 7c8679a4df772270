import type { Browser } from 'playwright-core';
import { openStudio, type Studio } from '../../bench/screens/studio.ts';
import { openBrowser } from './browser.ts';

/** Opens the studio in which the screens are photographed before the tests of the suite it is called in, and closes it after them. */
export const aStudio = (): (() => Studio) => {
  let browser: Browser;
  let studio: Studio;

  before(async () => {
    browser = await openBrowser();
    studio = await openStudio(browser);
  });

  after(async () => {
    await browser?.close();
    await studio?.close();
  });

  return () => studio;
};
