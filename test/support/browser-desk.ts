import assert from 'node:assert/strict';
import type { Browser, Page } from 'playwright-core';
import { openBrowser } from './browser.ts';
import { join, openArticle, openPage, setUp } from './desk-in-browsers.ts';
import { type Served, type ServedApart, startServer } from './server.ts';
import { serveHere } from './server-here.ts';

/** Somebody of a desk: their name, and the role they are invited to; the first, who sets it up, is its admin. */
type Seat = readonly [name: string, role?: 'viewer' | 'annotator' | 'editor' | 'lead' | 'admin'];

/** A desk for the tests of a suite, with a browser for each of its people. */
export interface BrowserDesk<Seats extends readonly Seat[], Server extends Served = Served> {
  readonly served: Server;
  readonly browser: Browser;
  /** A page each, in the order of the seats. */
  readonly pages: { readonly [I in keyof Seats]: Page };
  /** Makes an article, by the first, of a text, of a page as it is or of the sample; gives its id. */
  readonly makes: (
    of: { readonly text: string } | { readonly html: string; readonly clean: false } | 'sample',
  ) => Promise<string>;
  /** Performs an operation on an article, by the first; all of it has to find its place. */
  readonly performs: (article: string, base: number, ...parts: readonly object[]) => Promise<void>;
  /** What went wrong on the pages so far, each of which is to be of a kind, was to. */
  readonly expectFaults: (kind: RegExp) => void;
  /** Has everyone open an article, or some. */
  readonly open: (article: string, ...by: readonly Page[]) => Promise<void>;
}

/** Makes a desk before the tests of the suite it is called in, and closes it after them; nothing may go wrong on its pages. */
export const deskInBrowsers = <const Seats extends readonly [Seat, ...Seat[]]>(...seats: Seats): BrowserDesk<Seats> =>
  deskOn(serveHere, seats);

/** As `deskInBrowsers`, of a server that can be killed and started again. */
export const deskOfAProgram = <const Seats extends readonly [Seat, ...Seat[]]>(
  ...seats: Seats
): BrowserDesk<Seats, ServedApart> => deskOn(startServer, seats);

const deskOn = <const Seats extends readonly [Seat, ...Seat[]], Server extends Served>(
  starts: () => Promise<Server>,
  seats: Seats,
): BrowserDesk<Seats, Server> => {
  let served: Server;
  let browser: Browser;
  const opened: Awaited<ReturnType<typeof openPage>>[] = [];

  before(async () => {
    served = await starts();
    browser = await openBrowser();
    for (const _ of seats) opened.push(await openPage(browser));
    const [lead, ...others] = opened.map(({ page }) => page) as [Page, ...Page[]];
    const [[first], ...rest] = seats;
    await setUp(lead, served, first);
    for (const [index, [name, role = 'editor']] of rest.entries())
      await join(lead, others[index] as Page, served, name, role);
  });

  afterEach(() =>
    assert.deepEqual(
      opened.flatMap(({ faults }) => faults.splice(0)),
      [],
    ),
  );

  after(async () => {
    await browser?.close();
    await served?.stop();
  });

  const pages = (): readonly Page[] => opened.map(({ page }) => page);
  const post = async (path: string, data: object, status: number) => {
    const [lead] = pages() as [Page];
    const answer = await lead.request.post(`${served.address}/api${path}`, {
      data,
      headers: { origin: served.address },
    });
    assert.equal(answer.status(), status, await answer.text());
    return answer.json();
  };
  return {
    get served() {
      return served;
    },
    get browser() {
      return browser;
    },
    get pages() {
      return pages() as unknown as { readonly [I in keyof Seats]: Page };
    },
    makes: async (of) => (of === 'sample' ? await post('/sample', {}, 201) : await post('/articles', of, 201)).id,
    performs: async (article, base, ...parts) => {
      const answer = await post(`/articles/${article}/operations`, { opId: `base-${base}`, base, parts }, 200);
      assert.deepEqual(answer.dropped, []);
    },
    expectFaults: (kind) => {
      for (const { faults } of opened) for (const fault of faults.splice(0)) assert.match(fault, kind);
    },
    open: async (article, ...by) => {
      for (const page of by.length > 0 ? by : pages()) await openArticle(page, served, article);
    },
  };
};
