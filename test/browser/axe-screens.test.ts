import assert from 'node:assert/strict';
import type { Browser } from 'playwright-core';
import { ARRIVING_SCENES } from '../../bench/screens/arriving-scenes.ts';
import { HOME_SCENES } from '../../bench/screens/home-scenes.ts';
import { openStudio, type Studio } from '../../bench/screens/studio.ts';
import { WORKSPACE_SCENES } from '../../bench/screens/workspace-scenes.ts';
import { violations } from '../support/axe.ts';
import { openBrowser } from '../support/browser.ts';

/** What `axe.test.ts` does not come by on its way, or what shows the same with other words in it. */
const ELSEWHERE =
  /^(articles-(full|empty|loading)|new-article|invite|sources|history|commands|share|export|board$|time-machine|workspace$|claim$|claim-(verdict|source))/;
const ALIKE = /-(hebrew|japanese|offline|empty)$/;

describe('axe-core finds nothing wrong with what is photographed, light and dark', function () {
  // Each scene is a desk of its own, and before the first there is a server and a browser to start.
  this.timeout(120_000);
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

  for (const scene of [...HOME_SCENES, ...ARRIVING_SCENES, ...WORKSPACE_SCENES])
    if (!ELSEWHERE.test(scene.name) && !ALIKE.test(scene.name))
      it(`${scene.name}: ${scene.says.toLowerCase()}`, async () => {
        const page = await studio.play(scene, scene.views.find((view) => view === 'desktop') ?? 'phone');
        const found = { light: await violations(page), dark: [] as readonly string[] };
        await page.emulateMedia({ colorScheme: 'dark' });
        found.dark = await violations(page);
        await page.context().close();
        assert.deepEqual(found, { light: [], dark: [] });
      });
});
