import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { openBrowser } from '../test/support/browser.ts';
import { join as joinDesk, openPage, setUp } from '../test/support/desk-in-browsers.ts';
import { type Served, startServer } from '../test/support/server.ts';
import { type Articles, fillDesk } from './screens/desk.ts';
import { HOME_SCENES } from './screens/home-scenes.ts';
import { indexPage, type Picture } from './screens/index-page.ts';
import { lendFonts } from './screens/lent-fonts.ts';
import { type Scene, VIEWS, type View } from './screens/scene.ts';
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

type SignedIn = Awaited<ReturnType<BrowserContext['storageState']>>;

/** A server with somebody signed in on it. */
interface Place {
  readonly served: Served;
  readonly page: Page;
  readonly state: SignedIn;
}

const placeOf = async (browser: Browser, served: Served): Promise<Place> => {
  const { page } = await openPage(browser);
  await setUp(page, served, 'Ann Kim');
  return { served, page, state: await page.context().storageState() };
};

/** Somebody else, who has the sample open while the pictures are taken. */
const company = async (browser: Browser, { page, served }: Place, name: string, articles: Articles): Promise<void> => {
  const other = (await openPage(browser)).page;
  await joinDesk(page, other, served, name, 'editor');
  await other.goto(`${served.address}/articles/${articles.sample}`);
  await other.locator('.ProseMirror').waitFor();
};

const FORMAT = values.png ? 'png' : 'webp';

/** Takes a picture of what a page shows. */
const take = async (page: Page, file: string): Promise<void> => {
  const cdp = await page.context().newCDPSession(page);
  const { data } = await cdp.send('Page.captureScreenshot', { format: FORMAT, ...(!values.png && { quality: 70 }) });
  writeFileSync(join(values.to, file), Buffer.from(data, 'base64'));
  await cdp.detach();
};

const picture = async (
  browser: Browser,
  place: Place,
  articles: Articles,
  scene: Scene,
  view: View,
): Promise<Picture> => {
  const signedIn = scene.by === 'nobody' ? {} : { storageState: place.state };
  const { page } = await openPage(browser, { ...VIEWS[view], ...signedIn });
  page.setDefaultTimeout(10_000);
  await lendFonts(page.context());
  const file = `${scene.name}${view === 'desktop' ? '' : `.${view}`}.${FORMAT}`;
  try {
    await scene.play({ page, address: place.served.address, articles });
    // Until the last of the code is fetched and what comes into view has come to rest.
    await page.waitForTimeout(700);
    await take(page, file);
  } catch (error) {
    throw new Error(`${file} cannot be taken`, { cause: error });
  } finally {
    await page.context().close();
  }
  return { scene, view, file };
};

const browser = await openBrowser();
const servers = [await startServer(), await startServer()] as const;
try {
  mkdirSync(values.to, { recursive: true });
  if (isAll) for (const file of readdirSync(values.to)) if (/\.webp$/.test(file)) rmSync(join(values.to, file));
  const [full, empty] = [await placeOf(browser, servers[0]), await placeOf(browser, servers[1])];
  const { reviewers } = await (await full.page.request.get(`${full.served.address}/api/reviewers`)).json();
  const articles = await fillDesk({ request: full.page.request, address: full.served.address }, reviewers[0].id);
  for (const name of ['Mara Rossi', 'Jonas Diaz']) await company(browser, full, name, articles);
  const pictures: Picture[] = [];
  for (const scene of [...HOME_SCENES, ...WORKSPACE_SCENES])
    if (scene.name.startsWith(values.only))
      for (const view of scene.views)
        pictures.push(await picture(browser, scene.by === 'newcomer' ? empty : full, articles, scene, view));
  if (isAll) writeFileSync(join(values.to, 'README.md'), indexPage(pictures));
  console.log(`${pictures.length} pictures in ${values.to}`);
} finally {
  await browser.close();
  for (const each of servers) await each.stop();
}
