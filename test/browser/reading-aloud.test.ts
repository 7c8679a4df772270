import assert from 'node:assert/strict';
import type { Browser, Page } from 'playwright-core';
import { openBrowser } from '../support/browser.ts';
import { eventually, join, openPage, setUp } from '../support/desk-in-browsers.ts';
import { goOffline } from '../support/going-offline.ts';
import type { Served } from '../support/server.ts';
import { serveHere } from '../support/server-here.ts';

const TEXT = `The bridge

It cost 12 million euros and carried 8,000 cars a day. It was built in 1911, by hand, and closed in May.`;

describe('the workspace, read aloud', function () {
  this.timeout(60_000);
  let served: Served;
  let browser: Browser;
  let ann: Page;
  let ben: Page;
  let article = '';
  let operations = 0;
  let faults: readonly string[];

  const does = async (...parts: readonly object[]): Promise<void> => {
    operations += 1;
    const answer = await ben.request.post(`${served.address}/api/articles/${article}/operations`, {
      data: { opId: `ben-${operations}`, base: operations, parts },
      headers: { origin: served.address },
    });
    assert.deepEqual((await answer.json()).dropped, []);
  };

  const marks = (claim: string, exact: string): object => ({
    ...{ kind: 'claim.mark', claim, fields: {} },
    quote: { exact, prefix: '', suffix: '' },
  });

  /** Waits until the live region says something, and gives the words. */
  const hears = async (said: RegExp): Promise<string> => {
    let words = '';
    await eventually(async () => {
      words = await ann.locator('p[role=status]').innerText();
      assert.match(words, said);
    });
    return words;
  };

  before(async () => {
    served = await serveHere();
    browser = await openBrowser();
    const [first, second] = [await openPage(browser), await openPage(browser)];
    [ann, ben, faults] = [first.page, second.page, first.faults];
    await setUp(ann, served, 'Ann Kim');
    await join(ann, ben, served, 'Ben Ray', 'lead');
    const made = await ann.request.post(`${served.address}/api/articles`, {
      data: { text: TEXT },
      headers: { origin: served.address },
    });
    article = (await made.json()).id;
    await does(marks('cost', '12 million euros'));
    await ann.goto(`${served.address}/articles/${article}`);
    await ann.locator('.ProseMirror .claim').first().waitFor();
  });

  after(async () => {
    await browser?.close();
    await served?.stop();
  });

  it('has its parts as landmarks, the article under one heading, and each claim with its card', async () => {
    await ann.locator('#card-cost .card-head').click();
    await ann.locator('#card-cost .scale').waitFor();
    const tree = await ann.locator('body').ariaSnapshot();
    for (const part of [
      /^- banner:/m,
      /^- main:/m,
      /^ {2}- navigation "Coverage":/m,
      /^ {2}- region "Text of the article":/m,
      /^ {2}- complementary "Beside the text":/m,
      /- heading "The bridge" \[level=1\]/,
      /- text: 1 It cost\n *- mark: 12 million euros\n/,
      /- feed "Claims":\n *- 'article "Claim: 12 million euros"':\n *- button "Open ¶1" \[expanded\]/,
      /- region "Evidence":\n *- heading "Evidence" \[level=3\]/,
      /- region "Verdict":\n *- heading "Verdict" \[level=3\]/,
    ])
      assert.match(tree, part);
    assert.equal(tree.match(/\[level=1\]/g)?.length, 1);
    assert.equal(tree.match(/^ *- status/gm)?.length, 1, 'one live region');
  });

  it('says of the words of a claim how it stands, and leads from them to its card', async () => {
    const words = ann.locator('.ProseMirror .claim').first();
    assert.equal(await words.getAttribute('aria-description'), 'Claim: Open');
    assert.equal(await words.getAttribute('aria-details'), 'card-cost');
    await does({
      ...{ kind: 'verdict.give', verdict: 'v', claim: 'cost', scale: 'truth@1' },
      ...{ rating: 'mixed', rationale: '' },
    });
    await hears(/^Ben Ray gave a verdict on “12 million euros”: Mixed\.$/);
    await eventually(async () => assert.equal(await words.getAttribute('aria-description'), 'Claim: Mixed'));
  });

  it('tells of much at once in one sentence', async () => {
    await does(marks('cars', '8,000 cars a day'), marks('built', 'built in 1911'));
    await does(marks('hand', 'by hand'), marks('closed', 'closed in May'));
    assert.equal(await hears(/claims/), '4 claims were marked by others.');
  });

  it('tells that the text is locked, that the line is gone and that it is back, and nothing of one’s own keys', async () => {
    await does({ kind: 'article.lock' });
    await hears(/^Ben Ray locked the text\.$/);
    await goOffline(ann);
    await hears(/^The line is gone\./);
    await ann.context().setOffline(false);
    await hears(/The line is back\.$/);
    const said = await ann.locator('p[role=status]').innerText();
    await ann.keyboard.press('j');
    await ann.locator('.card.is-selected').waitFor();
    await ann.keyboard.press('Escape');
    assert.equal(await ann.locator('p[role=status]').innerText(), said);
    assert.deepEqual(faults, []);
  });
});
