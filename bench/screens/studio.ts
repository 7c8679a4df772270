import type { Browser, BrowserContext, Page } from 'playwright-core';
import { join, openPage, setUp } from '../../test/support/desk-in-browsers.ts';
import { type Served, startServer } from '../../test/support/server.ts';
import { type Articles, fillDesk } from './desk.ts';
import { type Scene, VIEWS, type View } from './scene.ts';

type SignedIn = Awaited<ReturnType<BrowserContext['storageState']>>;

/** A server with somebody signed in on it. */
interface Place {
  readonly served: Served;
  readonly page: Page;
  readonly state: SignedIn;
}

/** A desk full of articles and an empty one, on which scenes are played. Close it. */
export interface Studio {
  /** A page on which a scene has been played, in a context of its own. Close that. */
  readonly play: (scene: Scene, view: View) => Promise<Page>;
  /** The same on the page on which others were played before, of its size, in a third of the time; on one of its own where it would spoil that. */
  readonly playNext: (scene: Scene, view: View) => Promise<Page>;
  readonly close: () => Promise<void>;
}

const placeOf = async (browser: Browser, served: Served): Promise<Place> => {
  const { page } = await openPage(browser);
  await setUp(page, served, 'Ann Kim');
  return { served, page, state: await page.context().storageState() };
};

/** Somebody else, who has the sample open meanwhile. */
const company = async (browser: Browser, { page, served }: Place, name: string, articles: Articles): Promise<void> => {
  const other = (await openPage(browser)).page;
  await join(page, other, served, name, 'editor');
  await other.goto(`${served.address}/articles/${articles.sample}`);
  await other.locator('.ProseMirror').waitFor();
};

const played = async (page: Page, scene: Scene, address: string, articles: Articles): Promise<Page> => {
  page.setDefaultTimeout(10_000);
  try {
    await scene.play({ page, address, articles });
    return page;
  } catch (error) {
    await page.context().close();
    throw new Error(`"${scene.name}" cannot be played`, { cause: error });
  }
};

/** A provider that one may sign in by; nobody does. */
const withProvider = async () => ({
  ...{ OIDC_ISSUER: 'http://127.0.0.1:9', OIDC_CLIENT_ID: 'touchstone', OIDC_CLIENT_SECRET: 'open sesame' },
  OIDC_NAME: 'House Login',
});

/** Starts both desks and fills the one; what its pages are on is prepared before anything is played there. */
export const openStudio = async (
  browser: Browser,
  prepare: (context: BrowserContext) => Promise<void> = async () => {},
): Promise<Studio> => {
  const servers = [await startServer(withProvider), await startServer(withProvider)] as const;
  const close = async (): Promise<void> => {
    for (const each of servers) await each.stop();
  };
  try {
    const [full, empty] = [await placeOf(browser, servers[0]), await placeOf(browser, servers[1])];
    const asker = { request: full.page.request, address: full.served.address };
    const { reviewers } = await (await asker.request.get(`${asker.address}/api/reviewers`)).json();
    const articles = await fillDesk(asker, reviewers[0].id);
    for (const name of ['Mara Rossi', 'Jonas Diaz']) await company(browser, full, name, articles);
    const play: Studio['play'] = async (scene, view) => {
      const { served, state } = scene.by === 'newcomer' ? empty : full;
      const signedIn = scene.by === 'nobody' ? {} : { storageState: state };
      const { page } = await openPage(browser, { ...VIEWS[view], ...signedIn });
      await prepare(page.context());
      return played(page, scene, served.address, articles);
    };
    const left = new Map<Scene['by'], Page>();
    const playNext: Studio['playNext'] = async (scene, view) => {
      if (scene.spoils) return play(scene, view);
      const page = left.get(scene.by);
      left.delete(scene.by);
      if (page) {
        await page.unrouteAll({ behavior: 'ignoreErrors' });
        await page.setViewportSize(VIEWS[view].viewport);
        await played(page, scene, (scene.by === 'newcomer' ? empty : full).served.address, articles);
      }
      const used = page ?? (await play(scene, view));
      left.set(scene.by, used);
      return used;
    };
    return { play, playNext, close };
  } catch (error) {
    await close();
    throw error;
  }
};
