import assert from 'node:assert/strict';
import type { Browser, Page } from 'playwright-core';
import { openBrowser } from '../support/browser.ts';
import { exported } from '../support/day.ts';
import { afterFocus, articleOf, eventually, join, openPage, selectWords, setUp } from '../support/desk-in-browsers.ts';
import { type ServedApart, startServer } from '../support/server.ts';
import { INNER, IS_REAL, OUTER, RAW, WHICH, wordsOf } from '../support/the-article.ts';

describe(`the main job, by two people in two browsers, on ${WHICH}`, function () {
  this.timeout(60_000);
  let served: ServedApart;
  let browser: Browser;
  let anna: Page;
  let ben: Page;
  let outer = '';
  let inner = '';
  const faults: string[][] = [];

  before(async () => {
    served = await startServer();
    browser = await openBrowser();
    const [first, second] = [await openPage(browser), await openPage(browser)];
    faults.push(first.faults, second.faults);
    anna = first.page;
    ben = second.page;
    await setUp(anna, served, 'Anna Kim');
    await join(anna, ben, served, 'Ben Ortiz', 'editor');
  });

  after(async () => {
    await browser?.close();
    await served?.stop();
  });

  afterEach(() => {
    for (const each of faults) assert.deepEqual(each.splice(0), []);
  });

  const claimWith = async (page: Page, words: string) => {
    const claim = (await articleOf(page)).claims.find(
      (each: { quote: { exact: string } }) => each.quote.exact === words,
    );
    assert.ok(claim, `a claim on "${words}"`);
    return claim;
  };

  it('pastes the article and has it cleaned, with all that was removed in sight (T10)', async () => {
    await anna.goto(`${served.address}/articles/new`);
    await anna.getByRole('textbox', { name: 'New article' }).fill(RAW);
    await anna.keyboard.press('Control+Enter');
    await anna.getByText(/lines removed/).waitFor();
    await anna.getByRole('button', { name: 'Create article' }).click();
    await anna.waitForURL(/\/articles\/(?!new)[\w-]+$/);
    await anna.locator('.ProseMirror h1').waitFor();
    const article = await articleOf(anna);
    const kinds = article.doc.content.map(({ type }: { type: string }) => type);
    assert.deepEqual(kinds, ['title', 'figure', ...Array(10).fill('paragraph'), 'credit']);
    const removed = article.removed.map(({ text }: { text: string }) => text).join('\n');
    for (const line of ['XS', 'SM', 'MD', 'LG']) assert.match(removed, new RegExp(`^${line}$`, 'm'));
    if (IS_REAL) {
      assert.equal(article.title, 'Putin Says Assad Ready For Talks With Some Armed Opposition Groups');
      assert.match(removed, /undesirable organization/);
      assert.doesNotMatch(article.text, /undesirable organization|Accessibility links/);
    }
    outer = wordsOf(article.text, OUTER);
    inner = wordsOf(article.text, INNER);
  });

  it('puts a removed line back, for both, and takes it out again by undo', async () => {
    await ben.goto(anna.url());
    await ben.locator('.ProseMirror h1').waitFor();
    const before = (await articleOf(anna)).text;
    await anna.getByRole('tab', { name: /Cleaned/ }).click();
    await anna.getByRole('button', { name: 'Restore' }).first().click();
    await ben.locator('.ProseMirror', { hasText: IS_REAL ? 'Accessibility links' : 'Skip to content' }).waitFor();
    await anna.keyboard.press('e');
    await anna.keyboard.press('Control+z');
    await eventually(async () => assert.equal((await articleOf(anna)).text, before));
    await anna.keyboard.press('Escape');
    await anna.getByRole('tab', { name: /Claims/ }).click();
  });

  it('marks a claim with two keys, and another inside it; the other sees both at once', async () => {
    await selectWords(anna, outer);
    await anna.keyboard.press('c');
    await anna.keyboard.press('Escape');
    await ben.locator('.ProseMirror [data-claim]').first().waitFor();
    await selectWords(ben, inner);
    await ben.keyboard.press('c');
    await eventually(async () => {
      for (const page of [anna, ben])
        assert.equal(
          new Set(
            await page
              .locator('.ProseMirror [data-claim]')
              .evaluateAll((all) => all.map((each) => each.getAttribute('data-claim'))),
          ).size,
          2,
        );
    });
    assert.equal((await claimWith(anna, outer)).anchor.state, 'exact');
    assert.equal((await claimWith(anna, inner)).anchor.state, 'exact');
  });

  it('attaches a source with a stance and gives a verdict; the other sees them', async () => {
    await ben.keyboard.press('s');
    await ben.getByLabel('Title').fill('Declared strike targets, an analysis');
    await ben.getByLabel('Address').fill('https://www.reuters.com/');
    await ben.getByText('Supports', { exact: true }).click();
    await ben.keyboard.press('Control+Enter');
    await anna.keyboard.press('j');
    await anna.keyboard.press('j');
    await anna.getByText('Declared strike targets, an analysis').first().waitFor();
    await anna.keyboard.press('5');
    await anna.getByLabel('Say why').fill('It is what the analysis found.');
    await anna.keyboard.press('Control+Enter');
    await ben.getByText('It is what the analysis found.').waitFor();
    const article = await articleOf(anna);
    const claim = await claimWith(anna, inner);
    assert.equal(claim.outcome.rating, 'true');
    assert.deepEqual(
      article.evidence.map((each: { claim: string; stance: string }) => [each.claim, each.stance]),
      [[claim.id, 'supports']],
    );
  });

  it('keeps the claim on its words while the other types before it (T4)', async () => {
    await ben.keyboard.press('Escape');
    await ben.keyboard.press('e');
    await ben.locator('.ProseMirror h1').click();
    await afterFocus(ben);
    await ben.keyboard.press('Home');
    await ben.keyboard.type('Analysis: ', { delay: 15 });
    await eventually(async () => assert.match((await articleOf(anna)).title, /^Analysis: /));
    for (const words of [outer, inner]) {
      const claim = await claimWith(anna, words);
      assert.deepEqual([claim.anchor.state, claim.words], ['exact', words]);
    }
    assert.match(await anna.locator('.ProseMirror h1').innerText(), /^Analysis: /);
  });

  it('says changed to both as soon as 80 is 18, and the verdict is to be looked at again (T4, T8)', async () => {
    await selectWords(ben, '80');
    await ben.keyboard.type('18', { delay: 15 });
    await eventually(async () => {
      for (const words of [outer, inner]) {
        const claim = await claimWith(anna, words);
        assert.equal(claim.anchor.state, 'changed');
        assert.equal(claim.words, words.replace('80', '18'));
      }
    });
    for (const page of [anna, ben]) await page.getByText('Words changed').first().waitFor();
    await anna
      .getByText(/The sentence changed after this verdict/)
      .first()
      .waitFor();
    assert.equal((await claimWith(anna, inner)).outcome.stale, 'words');
  });

  it('is exact again when the words are back', async () => {
    await ben.keyboard.press('Control+z');
    await eventually(async () => {
      for (const words of [outer, inner]) assert.equal((await claimWith(anna, words)).anchor.state, 'exact');
    });
  });

  it('looks at a later version before it is taken over, has exactly the claims over its figure changed, and takes it back', async () => {
    await anna.keyboard.press('Control+k');
    await anna.getByRole('combobox').waitFor();
    await anna.keyboard.type('later version');
    await anna.keyboard.press('Enter');
    const versions = anna.getByRole('region', { name: 'Versions' });
    await versions.getByRole('textbox', { name: 'The later version' }).fill(RAW.replace('80', '18'));
    await anna.keyboard.press('Control+Enter');
    const words = versions.locator('.difference-row.is-changed', { hasText: 'percent' });
    await words.waitFor();
    assert.deepEqual(await words.locator('del, ins').allTextContents(), ['80', '18']);
    const consequences = versions.getByRole('region', { name: 'What it does to the claims' });
    await consequences.getByText('2 changed').waitFor();
    await consequences.getByText('The verdict no longer holds').first().waitFor();
    assert.equal((await claimWith(anna, inner)).anchor.state, 'exact');

    // Somebody types while it is looked at.
    await ben.locator('.ProseMirror p').last().click();
    await ben.keyboard.press('End');
    await ben.keyboard.type(' Hm.');
    await versions.getByText('The text changed here meanwhile, so it was compared again.').waitFor();
    await versions.locator('.difference-row', { hasText: 'Hm.' }).waitFor();

    await versions.getByLabel('Why').fill('The outlet corrected the figure.');
    await versions.getByRole('button', { name: 'Take it over' }).click();
    await anna.getByText('Taken over. 2 claims have changed.').first().waitFor();
    const { text } = await articleOf(anna);
    assert.match(text, /almost 18 percent/);
    assert.doesNotMatch(text, /Hm\.|^Analysis: /);
    for (const each of [outer, inner]) assert.equal((await claimWith(anna, each)).anchor.state, 'changed');
    for (const page of [anna, ben]) await page.getByText('Words changed').first().waitFor();

    await anna.locator('.toast', { hasText: 'Taken over' }).getByRole('button', { name: 'Undo' }).click();
    await anna.getByText('The version is taken back. The one before it stands.').first().waitFor();
    const back = await articleOf(anna);
    assert.match(back.text, /Hm\.\n|Hm\.$/);
    assert.match(back.title, /^Analysis: /);
    for (const each of [outer, inner]) assert.equal((await claimWith(anna, each)).anchor.state, 'exact');

    await anna.locator('.toast', { hasText: 'taken back' }).getByRole('button', { name: 'What that changed' }).click();
    const became = versions.getByRole('region', { name: 'What became of the claims' });
    await became.getByText('2 back on their words').waitFor();
    assert.deepEqual(await words.locator('del, ins').allTextContents(), ['18', '80']);
    await versions.getByRole('button', { name: 'Back', exact: true }).click();
    const second = versions.locator('.issue', { hasText: 'Version 2' });
    await second.getByText(/^Taken back by Anna/).waitFor();
    await second.getByRole('button', { name: 'What that changed' }).click();
    await became.waitFor();
    for (let times = 0; times < 2; times += 1) await anna.keyboard.press('Escape');
    await versions.waitFor({ state: 'detached' });
  });

  it('hands out exports, from their dialog', async () => {
    const article = await articleOf(anna);
    for (const [format, holds] of [
      ['json', '"claim.mark"'],
      ['csv', 'Statement'],
      ['claimreview', '"ClaimReview"'],
      ['web-annotation', '"TextQuoteSelector"'],
    ] as const) {
      const file = await exported(anna, format);
      assert.ok(file.includes(holds), format);
      assert.ok(file.includes(format === 'csv' ? inner.replaceAll('"', '""') : inner.slice(0, 17)), format);
    }
    const json = await (await anna.request.get(`${served.address}/api/articles/${article.id}/export/json`)).json();
    const again = await anna.request.post(`${served.address}/api/articles`, {
      data: { json },
      headers: { origin: served.address },
    });
    assert.equal(again.status(), 201);
    const copy = await (await anna.request.get(`${served.address}${again.headers().location}`)).json();
    assert.equal(copy.hash, article.hash);
    assert.deepEqual(copy.claims, article.claims);
  });

  it('goes on by itself after kill -9 in the middle of typing, with nothing lost (T1)', async () => {
    await ben.locator('.ProseMirror p').last().click();
    await ben.keyboard.press('End');
    const typed = ' The quick desk checks every word of it, also when the lights go out for a moment.';
    const typing = ben.keyboard.type(typed, { delay: 20 });
    await eventually(async () => assert.match((await articleOf(anna)).text, /The quick/));
    await served.kill();
    await typing;
    await ben.getByText(/(Reconnecting|Offline), \d+ changes? waiting/).waitFor();
    await served.restart();
    for (const page of [anna, ben]) await page.getByText('All changes saved').waitFor({ timeout: 20_000 });
    await eventually(async () => {
      const { text } = await articleOf(anna);
      assert.ok(text.endsWith(typed), text.slice(-120));
      for (const page of [anna, ben])
        assert.ok((await page.locator('.ProseMirror').innerText()).includes(typed.trim()));
    });
  });
});
