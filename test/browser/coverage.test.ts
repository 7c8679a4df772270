import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { deskInBrowsers } from '../support/browser-desk.ts';
import { afterFocus, eventually, selectWords } from '../support/desk-in-browsers.ts';

const TEXT = `Council opens the bridge

The bridge cost 12 million euros. Everybody was glad.

It carried 8,000 cars a day. Thank you for reading.`;

const NEWS = ['Taxes rose by 40 percent in 2012.', 'The mayor signed 12 contracts.', 'Crime fell by half last year.'];

describe('coverage in a browser', function () {
  this.timeout(120_000);
  const desk = deskInBrowsers(['Ann Ito'], ['Ben Ray', 'editor']);
  let ann: Page;
  let ben: Page;

  before(async () => {
    [ann, ben] = desk.pages;
    await desk.open(await desk.makes({ text: TEXT }));
  });

  const lookedAt = (page: Page, percent: string): Promise<void> =>
    page.locator('.looked-at').getByText(percent, { exact: true }).waitFor();
  const suggestions = (page: Page) => page.locator('.ProseMirror .suggestion');
  const selected = (page: Page): Promise<string> => page.evaluate(() => getSelection()?.toString() ?? '');

  it('goes from sentence to sentence and sets aside without a mouse, for everyone', async () => {
    await lookedAt(ann, '0 %');
    await ann.keyboard.press('u');
    assert.equal(await selected(ann), 'Council opens the bridge');
    await ann.keyboard.press('x');
    for (const page of [ann, ben]) await page.locator('.ProseMirror .set-aside').waitFor();
    await lookedAt(ben, '17 %');
    await ann.keyboard.press('Control+z');
    await lookedAt(ben, '0 %');
    await ann.keyboard.press('Control+Shift+z');
    await lookedAt(ben, '17 %');
  });

  it('suggests what is worth checking, with every reason, and never counts it', async () => {
    await suggestions(ann).nth(1).waitFor();
    assert.deepEqual(await suggestions(ann).allTextContents(), [
      'The bridge cost 12 million euros.',
      'It carried 8,000 cars a day.',
    ]);
    await ann.keyboard.press('g');
    const why = ann.getByRole('note');
    await why.getByText('Millions and more').waitFor();
    await why.getByText('12 million').first().waitFor();
    await lookedAt(ann, '17 %');
  });

  it('makes a suggestion a claim by one key, and does without another by another', async () => {
    await ann.keyboard.press('c');
    await ann.locator('.card.is-selected').waitFor();
    await lookedAt(ann, '43 %');
    await suggestions(ann).nth(1).waitFor({ state: 'detached' });
    await ann.keyboard.press('g');
    await ann.getByRole('note').waitFor();
    await ann.keyboard.press('h');
    await suggestions(ann).first().waitFor({ state: 'detached' });
    await suggestions(ben).first().waitFor();
  });

  it('opens again what an edit touched, and nothing else', async () => {
    await ben.keyboard.press('u');
    await ben.keyboard.press('x');
    await lookedAt(ann, '56 %');
    await ann.keyboard.press('e');
    await afterFocus(ann);
    await ann.keyboard.press('Control+Home');
    await ann.keyboard.type('Old ');
    await ann.keyboard.press('Escape');
    await lookedAt(ben, '37 %');
  });

  it('counts what the reviewers differ about apart from what is open, in the legend and among the paragraphs', async () => {
    const article = await desk.makes({ text: TEXT });
    const quote = (exact: string) => ({ exact, prefix: '', suffix: '' });
    const judged = { kind: 'verdict.give', claim: 'cost', scale: 'truth@1', rationale: '' };
    await desk.performs(
      article,
      1,
      { kind: 'claim.mark', claim: 'cost', quote: quote('12 million euros'), fields: {} },
      { kind: 'claim.mark', claim: 'cars', quote: quote('8,000 cars a day'), fields: {} },
      { ...judged, verdict: 'v1', rating: 'true' },
    );
    await desk.open(article);
    const legend = async (page: Page): Promise<readonly string[]> =>
      (await page.locator('.coverage-bar + .legend li').allInnerTexts()).map((line) => line.replace(/\s+/g, ' '));
    await eventually(async () => assert.deepEqual(await legend(ann), ['True 1', 'Open 1']));
    const answer = await ben.request.post(`${desk.served.address}/api/articles/${article}/operations`, {
      data: { opId: 'differs', base: 2, parts: [{ ...judged, verdict: 'v2', rating: 'false' }] },
      headers: { origin: desk.served.address },
    });
    assert.equal(answer.status(), 200, await answer.text());
    await eventually(async () => assert.deepEqual(await legend(ann), ['Disputed 1', 'Open 1']));
    for (const look of ['undecided', 'open']) await ann.locator(`.squares .look-${look}`).waitFor();
  });

  it('draws the strongest third of the sentences, and lists the others, each with its reasons (decision 77)', async () => {
    await desk.open(await desk.makes({ text: ['Of taxes', ...NEWS].join('\n\n') }));
    await suggestions(ann).first().waitFor();
    assert.deepEqual(await suggestions(ann).allTextContents(), NEWS.slice(0, 1));
    await ann.getByText('2 weaker, not drawn').click();
    await ann.getByRole('button', { name: NEWS.at(-1) ?? '' }).click();
    assert.equal(await selected(ann), NEWS.at(-1));
    await ann.getByRole('note').getByText('Worth checking?').waitFor();
  });

  it('says why a sentence is suggested where all of it is seen, however low the sentence stands, until Escape', async () => {
    const size = ann.viewportSize();
    const why = ann.getByRole('note');
    await desk.open(await desk.makes({ text: ['Of taxes', ...Array(30).fill('Thank you.'), NEWS[0]].join('\n\n') }));
    for (const height of [900, 420]) {
      await ann.setViewportSize({ width: 1440, height });
      await suggestions(ann).first().waitFor();
      await ann.locator('.text-column').evaluate((column) => column.scrollTo({ top: 0 }));
      await ann.keyboard.press('g');
      await why.waitFor();
      const box = await why.boundingBox();
      assert.ok(box && box.y > 50 && box.y + box.height <= height, JSON.stringify({ box, height }));
      await ann.keyboard.press('Escape');
      await why.waitFor({ state: 'detached' });
    }
    await ann.setViewportSize(size ?? { width: 1440, height: 900 });
  });

  it('tells a claim that cannot be checked from words that claim nothing, for who points at the buttons', async () => {
    await selectWords(ann, 'Thank you');
    const titled = (name: RegExp) => ann.locator('.bubble').getByRole('button', { name }).getAttribute('title');
    assert.match((await titled(/Not checkable/)) ?? '', /^A claim that nobody can check/);
    assert.equal(await titled(/Nothing to check/), 'Words that claim nothing');
    await ann.keyboard.press('Escape');
  });

  it('is without suggestions where the reader does not want them, also the next time', async () => {
    await suggestions(ben).first().waitFor();
    await ben.getByRole('checkbox', { name: 'Suggestions' }).uncheck();
    await suggestions(ben).first().waitFor({ state: 'detached' });
    await ben.reload();
    await lookedAt(ben, '0 %');
    assert.equal(await ben.getByRole('checkbox', { name: 'Suggestions' }).isChecked(), false);
  });
});
