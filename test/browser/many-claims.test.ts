import assert from 'node:assert/strict';
import type { Browser, Page } from 'playwright-core';
import { type Desk, type Made, makeArticle, perform } from '../../bench/frames/article.ts';
import { openBrowser } from '../support/browser.ts';
import { eventually, openPage, setUp } from '../support/desk-in-browsers.ts';
import type { Served } from '../support/server.ts';
import { serveHere } from '../support/server-here.ts';

const CLAIMS = 1_000;

/** The claim that is open in the midst of all, the one before it, and the index of the paragraph that both stand in. */
const OPEN = { claim: 'c505', before: 'c504', paragraph: 252 };

describe('an article with 1,000 claims, in a browser', function () {
  this.timeout(120_000);
  let served: Served;
  let browser: Browser;
  let page: Page;
  let faults: string[];
  let desk: Desk;
  let article: Made;
  let marked = 0;

  /** What somebody else does meanwhile, by what they know of: the article as it was made. */
  const another = (parts: readonly unknown[]): Promise<number> => perform(desk, article.id, article.version, parts);

  const marks = (paragraph: number): Promise<number> => {
    const { at, text } = article.paragraphs[paragraph] ?? { at: 0, text: '' };
    const quote = { exact: text.slice(0, 6), prefix: '', suffix: text.slice(6, 14) };
    marked += 1;
    const place = { from: at, to: at + 6 };
    return another([
      { kind: 'claim.mark', claim: `new${marked}`, place, quote, fields: { statement: 'Another says so.' } },
    ]);
  };

  /** Types into the first claim of a paragraph. */
  const types = (paragraph: number, text: string): Promise<number> => {
    const at = (article.paragraphs[paragraph]?.at ?? 0) + 20;
    const step = { stepType: 'replace', from: at, to: at, slice: { content: [{ type: 'text', text }] } };
    return another([{ kind: 'text', target: 'body', steps: [step] }]);
  };

  const topOf = (claim: string): Promise<number> =>
    page.locator(`#card-${claim}`).evaluate((card) => card.getBoundingClientRect().top);

  const hasClass = (name: string): Promise<boolean> =>
    page.locator('.is-measured').evaluate((element, each) => element.classList.contains(each), name);

  const opens = async (claim: string): Promise<void> => {
    const words = page.locator(`.ProseMirror [data-claim="${claim}"]`).first();
    await words.evaluate((element) => element.scrollIntoView({ block: 'center' }));
    const box = await words.evaluate((element) => {
      const { left, top, height } = element.getClientRects()[0] as DOMRect; // the first of its lines
      return { x: left + 4, y: top + height / 2 };
    });
    await page.mouse.click(box.x, box.y);
    await page.locator(`#card-${claim}.is-selected`).waitFor();
    await isStill(claim);
  };

  /** Waits until a card is where it will be. */
  const isStill = (claim: string): Promise<void> =>
    eventually(async () => {
      const before = await topOf(claim);
      // A card is brought beside its words two frames after it was opened.
      await page.evaluate(async () => {
        for (let frame = 0; frame < 8; frame += 1) await new Promise(requestAnimationFrame);
      });
      assert.equal(await topOf(claim), before);
    });

  /** Watches a card as each frame shows it while something happens; how far it was from where it stood, at most. */
  const moves = async (claim: string, happens: () => Promise<void>): Promise<number> => {
    const watched = await page.locator(`#card-${claim}`).evaluateHandle((card) => {
      const start = card.getBoundingClientRect().top;
      // Sizes are told last before a frame is drawn, to those who asked first at first: what this one sees is what is drawn.
      const beat = document.body.appendChild(document.createElement('div'));
      const watching = { most: 0, frames: 0, ends: false };
      const sizes = new ResizeObserver(() => {
        const far = Math.abs(card.getBoundingClientRect().top - start);
        watching.most = Math.max(watching.most, card.isConnected ? far : Number.POSITIVE_INFINITY);
        watching.frames += 1;
      });
      sizes.observe(beat);
      const next = (): void => {
        if (watching.ends) {
          sizes.disconnect();
          beat.remove();
          return;
        }
        beat.style.paddingInlineStart = `${watching.frames % 2}px`;
        requestAnimationFrame(next);
      };
      next();
      return watching;
    });
    await happens();
    const { most, frames } = await watched.evaluate((watching) => {
      watching.ends = true;
      return watching;
    });
    assert.ok(frames > 2, `${frames} frames were seen`);
    return most;
  };

  before(async () => {
    served = await serveHere();
    browser = await openBrowser();
    ({ page, faults } = await openPage(browser));
    page.setDefaultTimeout(20_000);
    await setUp(page, served, 'Ann Kim');
    desk = { request: page.request, address: served.address };
    article = await makeArticle(desk, 100_000, CLAIMS);
    await page.goto(`${served.address}/articles/${article.id}`);
    await page.locator('#card-c0').waitFor();
  });

  after(async () => {
    await browser?.close();
    await served?.stop();
  });

  afterEach(() => assert.deepEqual(faults.splice(0), []));

  it('has the cards near what is seen on the page, and says which of how many they are', async () => {
    const cards = await page.locator('.side-panel article').count();
    assert.ok(cards < 60, `${cards} cards`);
    assert.equal(await page.locator('#card-c0').getAttribute('aria-posinset'), '1');
    assert.equal(await page.locator('#card-c0').getAttribute('aria-setsize'), String(CLAIMS));
  });

  it('leaves the open card where it is while another marks and types above it', async () => {
    await opens(OPEN.claim);
    const most = await moves(OPEN.claim, async () => {
      await marks(OPEN.paragraph);
      await types(OPEN.paragraph, ', as somebody else had it in words that make the card of this claim higher,');
      await page.locator(`#card-${OPEN.before}`).getByText('Words changed').waitFor();
      await page.locator('#card-new1').waitFor();
      await marks(3);
      await types(3, ' far above');
      await eventually(async () =>
        assert.equal(await page.locator('.tabs .count').first().textContent(), String(CLAIMS + 2)),
      );
      await isStill(OPEN.claim);
    });
    assert.ok(most <= 1, `it moved by ${most} px`);
  });

  it('points from the words to the open card, and to none that is not on the page', async () => {
    const pointing = await page
      .locator('.ProseMirror [aria-details]')
      .evaluateAll((all) => [...new Set(all.map((each) => each.getAttribute('aria-details')))]);
    assert.deepEqual(pointing, [`card-${OPEN.claim}`]);
    assert.equal(await page.locator(`#card-${OPEN.claim}`).count(), 1);
  });

  it('keeps the focus in a half-written form, wherever one scrolls and whatever another does', async () => {
    await page.keyboard.press('s');
    await page.getByLabel('Address').or(page.getByLabel('Title')).first().waitFor();
    await page.keyboard.type('Almanac of the de');
    const written = () => page.evaluate(() => (document.activeElement as HTMLInputElement | null)?.value);
    assert.equal(await written(), 'Almanac of the de');
    const panel = page.locator('.side-panel');
    for (const place of [0, 60_000, 20_000]) {
      await panel.evaluate((element, top) => element.scrollTo({ top }), place);
      await marks(10 + (place % 7));
      await page.locator('#card-new1').waitFor({ state: 'attached' });
    }
    await eventually(async () =>
      assert.equal(await page.locator('.tabs .count').first().textContent(), String(CLAIMS + 5)),
    );
    assert.equal(await written(), 'Almanac of the de');
    await page.keyboard.type('sk');
    assert.equal(await written(), 'Almanac of the desk');
    await page.keyboard.press('Escape');
  });

  it('is walked through with J, card by card, to the last', async () => {
    await page.reload();
    await page.locator('#card-c0').waitFor();
    // What is selected is seen in the words at once; the cards are drawn when all keys were pressed, as while a key is held down.
    const walked = await page.evaluate(
      (keys) => {
        const seen: string[] = [];
        for (let key = 0; key < keys; key += 1) {
          dispatchEvent(new KeyboardEvent('keydown', { key: 'j' }));
          seen.push(document.querySelector('.ProseMirror [aria-details]')?.getAttribute('aria-details') ?? '');
        }
        return seen;
      },
      CLAIMS + marked + 1,
    );
    assert.equal(new Set(walked).size, CLAIMS + marked);
    assert.equal(walked.at(-1), `card-c${CLAIMS - 1}`);
    assert.equal(walked.at(-2), walked.at(-1));
    await page.locator(`#card-c${CLAIMS - 1}.is-selected`).waitFor();
    await isStill(`c${CLAIMS - 1}`);
    const [top, floor] = [await topOf(`c${CLAIMS - 1}`), page.viewportSize()?.height ?? 0];
    assert.ok(top > 0 && top < floor, `its head is at ${top}`);
  });

  it('keeps every height, and where one is, when the layouts of paragraphs that were passed are let go of', async () => {
    const column = page.locator('.text-column');
    const seen = () => column.evaluate(({ scrollHeight, scrollTop }) => ({ scrollHeight, scrollTop }));
    await column.evaluate((element) => element.scrollTo({ top: 0 }));
    await page.locator('.is-measured').waitFor();
    const [{ scrollHeight }, wasFresh] = [await seen(), await hasClass('is-fresh')];
    for (const top of [9_000, 18_000, 27_000]) {
      await column.evaluate((element, to) => element.scrollTo({ top: to }), top);
      await page.evaluate(() => new Promise(requestAnimationFrame));
    }
    await eventually(async () => assert.equal(await hasClass('is-fresh'), !wasFresh));
    assert.deepEqual(await seen(), { scrollHeight, scrollTop: 27_000 });
  });

  it('lets a claim’s words stand in the page as they are while one types in them', async () => {
    await page.getByRole('button', { name: 'Edit text' }).click();
    const words = page.locator(`.ProseMirror [data-claim="${OPEN.claim}"]`).first();
    await words.evaluate((element) => element.scrollIntoView({ block: 'center' }));
    const box = await words.evaluate((element) => {
      const { left, top, height } = element.getClientRects()[0] as DOMRect;
      return { x: left + 40, y: top + height / 2 };
    });
    await page.mouse.click(box.x, box.y);
    const before = await words.textContent();
    await page.keyboard.type('(');
    await page.locator(`.ProseMirror .is-changed[data-claim="${OPEN.claim}"]`).waitFor();
    const text = await words.evaluateHandle((element) => {
      const { anchorNode, anchorOffset } = getSelection() as Selection;
      return { element, node: anchorNode as Node, offset: anchorOffset };
    });
    await page.keyboard.type('so we hear) ');
    const now = await text.evaluate(({ element, node }) => {
      const { anchorNode, anchorOffset } = getSelection() as Selection;
      return { isThere: element.isConnected && element.contains(node), isIn: anchorNode === node, anchorOffset };
    });
    const offset = await text.evaluate((held) => held.offset);
    assert.deepEqual(now, { isThere: true, isIn: true, anchorOffset: offset + 12 });
    const typed = `${before?.slice(0, offset - 1)}(so we hear) ${before?.slice(offset - 1)}`;
    assert.equal(await words.textContent(), typed);
    await page.keyboard.press('ControlOrMeta+z');
    // On a slow machine the first key is a step of its own.
    if ((await words.textContent()) !== before) await page.keyboard.press('ControlOrMeta+z');
    assert.equal(await words.textContent(), before);
  });

  it('changes nothing but the text before a key is seen, and says that all is saved when typing rests', async () => {
    const around = await page.evaluateHandle(() => {
      const found = { key: 0, early: new Set<number>(), saves: 0, rests: 0, isWaiting: false };
      let last = Number.POSITIVE_INFINITY;
      addEventListener(
        'keydown',
        ({ timeStamp }) => {
          found.key += 1;
          if (timeStamp - last > 100) found.rests += 1;
          last = timeStamp;
          found.isWaiting = true;
          requestAnimationFrame(() => setTimeout(() => (found.isWaiting = false)));
        },
        true,
      );
      new MutationObserver((changes) => {
        for (const { target } of changes) {
          const element = target instanceof Element ? target : target.parentElement;
          if (element?.closest('.ProseMirror')) continue;
          if (element?.closest('.save-state')) found.saves += 1;
          if (found.isWaiting) found.early.add(found.key);
        }
      }).observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true });
      return found;
    });
    await page.keyboard.type('twelve keys ', { delay: 60 });
    await eventually(async () => assert.equal(await page.locator('.save-state').textContent(), 'All changes saved'));
    const { early, saves, rests } = await around.evaluate((found) => ({ ...found, early: found.early.size }));
    // What is told beside the text while one goes on typing, twice a second, may come between.
    assert.ok(early <= 3, `with ${early} of 12 keys`);
    // A slow machine types slower than it is told to, and each rest may come and go.
    assert.ok(
      saves > 0 && saves <= 4 + 2 * rests,
      `the line of what is saved changed ${saves} times, with ${rests} rests`,
    );
  });
});
