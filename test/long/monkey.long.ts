import assert from 'node:assert/strict';
import { deskInBrowsers } from '../support/browser-desk.ts';
import { VARIED } from '../support/monkey/article.ts';
import type { Hand } from '../support/monkey/hand.ts';
import { runMonkey } from '../support/monkey/run.ts';
import { runAgain } from '../support/run-again.ts';

const FIRST = Number(process.env.SEED ?? 1);
const COUNT = Number(process.env.COUNT ?? 40);
/** How much each does in a burst. */
const SIZE = Number(process.env.SIZE ?? 12);
/** The numbers of the only steps that are done, to find out which ones it takes. */
const ONLY = process.env.ONLY === undefined ? undefined : new Set(process.env.ONLY.split(',').map(Number));

describe('three pages of one article, with a monkey at each', function () {
  this.timeout(0);
  const desk = deskInBrowsers(['Anna Kim'], ['Ben Ortiz', 'editor'], ['Cleo Park', 'annotator']);
  const hands: Hand[] = [];
  const faults: string[] = [];

  before(async () => {
    for (const [who, page] of desk.pages.entries()) {
      hands.push({ page, keyboard: await page.context().newCDPSession(page), isEditor: who < 2 });
      page.on('websocket', (line) =>
        line.on('framereceived', ({ payload }) => {
          if (/"fault"/.test(String(payload))) faults.push(`page ${who}: ${String(payload).slice(0, 300)}`);
        }),
      );
    }
  });

  for (let seed = FIRST; seed < FIRST + COUNT; seed += 1)
    it(`are one article, and show it (seed ${seed})`, async () => {
      faults.splice(0);
      const { address } = desk.served;
      const id = await desk.makes({ html: VARIED, clean: false });
      for (const { page } of hands) {
        await page.context().setOffline(false);
        await page.goto(`${address}/articles/${id}`);
        await page.locator('.text-editor .ProseMirror').waitFor();
      }
      try {
        await runMonkey({ seed, size: SIZE, ...(ONLY && { only: ONLY }) }, hands, address, id);
        assert.deepEqual(faults, [], 'the server refused something');
      } catch (error) {
        throw runAgain(`SEED=${seed} COUNT=1 SIZE=${SIZE} npx mocha test/long/monkey.long.ts`, error);
      } finally {
        // Where Chromium itself replaces words over the end of a paragraph, it writes styles, which the policy refuses.
        desk.expectFaults(/style-src/);
      }
    });
});
