import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Page } from 'playwright-core';
import { openBrowser } from '../test/support/browser.ts';
import { ARRIVING_SCENES } from './screens/arriving-scenes.ts';
import { HOME_SCENES } from './screens/home-scenes.ts';
import { indexPage, type Picture } from './screens/index-page.ts';
import { lendFonts } from './screens/lent-fonts.ts';
import { REPORT_SCENES } from './screens/report-scenes.ts';
import { openStudio } from './screens/studio.ts';
import { VERSION_SCENES } from './screens/version-scenes.ts';
import { WORKSPACE_SCENES } from './screens/workspace-scenes.ts';

// A picture of every screen in every state, of the built client over a real server.
//   npm run screens -- [--only claim] [--to FOLDER] [--png]

const { values } = parseArgs({
  options: {
    only: { type: 'string', default: '' },
    to: { type: 'string', default: join(import.meta.dirname, '../docs/screens') },
    png: { type: 'boolean', default: false },
  },
});
const isAll = values.only === '' && !values.png;
const format = values.png ? 'png' : 'webp';

/** Takes a picture of what a page shows. */
const take = async (page: Page, file: string): Promise<void> => {
  // Until the last of the code is fetched and what comes into view has come to rest.
  await page.waitForTimeout(700);
  const cdp = await page.context().newCDPSession(page);
  const { data } = await cdp.send('Page.captureScreenshot', { format, ...(!values.png && { quality: 30 }) });
  writeFileSync(join(values.to, file), Buffer.from(data, 'base64'));
};

mkdirSync(values.to, { recursive: true });
if (isAll) for (const file of readdirSync(values.to)) if (/\.webp$/.test(file)) rmSync(join(values.to, file));
const browser = await openBrowser();
const studio = await openStudio(browser, lendFonts);
try {
  const pictures: Picture[] = [];
  for (const scene of [
    ...HOME_SCENES,
    ...ARRIVING_SCENES,
    ...WORKSPACE_SCENES,
    ...VERSION_SCENES,
    ...REPORT_SCENES,
  ].filter(({ name }) => name.startsWith(values.only)))
    for (const view of scene.views) {
      const file = `${scene.name}${view === 'desktop' ? '' : `.${view}`}.${format}`;
      const page = await studio.play(scene, view);
      await take(page, file);
      await page.context().close();
      pictures.push({ scene, view, file });
    }
  if (isAll) writeFileSync(join(values.to, 'README.md'), indexPage(pictures));
  console.log(`${pictures.length} pictures in ${values.to}`);
} finally {
  await browser.close();
  await studio.close();
}
