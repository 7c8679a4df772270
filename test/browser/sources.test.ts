import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { deskInBrowsers } from '../support/browser-desk.ts';
import { articleOf, eventually } from '../support/desk-in-browsers.ts';
import { printedAs, REPORT } from '../support/wire-text.ts';

const SHARE = 'Almost 80 percent of the targets';
const SPEECH = 'Samantha Power cited a Reuters analysis';
const TEXT = 'The moon\n\nNo cheese was found on the moon. The board did not reply.';

describe('where sources come from, in a browser', function () {
  this.timeout(90_000);
  const desk = deskInBrowsers(['Una Vogt']);
  let page: Page;
  let sample: string;
  let moon: string;

  const card = () => page.locator('.card.is-selected');
  const evidence = () => card().getByRole('region', { name: 'Evidence' });
  const opens = async (statement: string): Promise<void> => {
    await page.locator('.card', { hasText: statement }).locator('.card-head').first().click();
    await evidence().waitFor();
  };
  const warning = () => evidence().getByText('All that supports this claim comes from those who say it');

  before(async () => {
    [page] = desk.pages;
    sample = await desk.makes('sample');
  });

  it('warns of a chain whose links are all there is for the claim: speaker, analysis, data', async () => {
    await desk.open(sample);
    await opens(SHARE);
    await warning().waitFor();
    await evidence().getByText('Supports: 2 sources, 1 root', { exact: true }).waitFor();
    await evidence().getByText('From the same data set: Defence Ministry of Russia').waitFor();
    await evidence().getByText('Circular: Reuters is one of those who say it.').waitFor();
    await evidence().getByText('Circular: Ministry of Defence of the Russian Federation stands for').waitFor();
  });

  it('has the analysis at first hand for the claim that there is one', async () => {
    await opens(SPEECH);
    await evidence().getByText('At first hand: the claim says so of Reuters.').waitFor();
    assert.equal(await warning().count(), 0);
  });

  it('warns no more once a source apart from them is there', async () => {
    await opens(SHARE);
    await page.keyboard.press('s');
    await page.getByLabel('Title').fill('Satellite images of the strikes');
    await page.getByLabel('Publisher').fill('Orbital Archive');
    await evidence().locator('.stances').getByText('Supports').click();
    await page.keyboard.press('Control+Enter');
    await evidence().getByText('Supports: 3 sources, 2 roots', { exact: true }).waitFor();
    assert.equal(await warning().count(), 0);
  });

  it('recognises an address that another article has, however it is written, and takes over what is known', async () => {
    moon = await desk.makes({ text: TEXT });
    for (const [base, claim, exact] of [
      [1, 'c1', 'No cheese was found'],
      [2, 'c2', 'The board did not reply'],
    ] as const)
      await desk.performs(moon, base, {
        kind: 'claim.mark',
        claim,
        quote: { exact, prefix: '', suffix: '' },
        fields: {},
      });
    await desk.open(moon);
    await opens('No cheese');
    await page.keyboard.press('s');
    await page.getByLabel('Publisher').fill('Typed');
    await page.getByLabel('Address').fill('http://reuters.com?utm_source=moon');
    await evidence().getByText('Used in 1 other article.').waitFor();
    await page.getByRole('button', { name: 'Take over what is known of it' }).click();
    assert.match(await page.getByLabel('Title').inputValue(), /^Reuters: analysis/);
    assert.equal(await page.getByLabel('Publisher').inputValue(), 'Typed');
    await evidence().locator('.stances').getByText('Context').click();
    await page.keyboard.press('Control+Enter');
    await evidence().locator('.piece', { hasText: 'Reuters: analysis' }).waitFor();
  });

  it('offers the source that the article has already instead of a second', async () => {
    await opens('The board');
    await page.keyboard.press('s');
    await page.getByLabel('Address').fill('www.reuters.com/#top');
    await evidence().getByText('This article has it already').waitFor();
    await page.getByRole('button', { name: 'Use that source' }).click();
    await evidence().locator('.stances').getByText('Supports').click();
    await page.keyboard.press('Control+Enter');
    await evidence().locator('.piece', { hasText: 'Reuters: analysis' }).waitFor();
    assert.equal((await articleOf(page)).sources.length, 1);
  });

  it('takes over at one key what a page says, and then counts two copies of one text once', async () => {
    let base = (await articleOf(page)).version;
    for (const source of ['w1', 'w2']) {
      const evidence = { kind: 'evidence.attach', evidence: `e-${source}`, claim: 'c2', source };
      await desk.performs(
        moon,
        base++,
        { kind: 'source.add', source, fields: { url: `https://${source}.invalid/` } },
        { ...evidence, fields: { stance: 'refutes' } },
      );
      const file = { name: 'moon', mimeType: 'text/html', buffer: Buffer.from(printedAs('html', REPORT, base)) };
      const made = await page.request.post(`${desk.served.address}/api/articles/${moon}/captures`, {
        multipart: { source, file },
        headers: { origin: desk.served.address },
      });
      assert.equal(made.status(), 201);
    }
    await page.reload();
    await opens('The board');
    await evidence().getByText('Refutes: 2 sources, 2 roots', { exact: true }).waitFor();
    await evidence().getByText('2 sources have the same text.').waitFor();
    for (const left of [2, 1]) {
      await eventually(async () => assert.equal(await evidence().locator('.proposal dl').count(), left));
      await page.keyboard.press('y');
    }
    await evidence()
      .locator('.piece', { hasText: /Paper \d/ })
      .first()
      .waitFor();
    await eventually(async () => assert.equal(await evidence().locator('.proposal dl').count(), 0));
    await page.keyboard.press('y');
    await evidence().getByText('Refutes: 2 sources, 1 root', { exact: true }).waitFor();
    await evidence().getByText('Copy of an agency’s text:').waitFor();
  });

  it('lets it be said that a source comes from another, but never in a circle', async () => {
    const piece = evidence().locator('.piece', { hasText: 'Reuters: analysis' });
    await piece.getByRole('button', { name: 'Edit the source' }).click();
    const form = piece.locator('form');
    await form.getByLabel('How it comes from it').selectOption({ label: 'Quotes or reports it' });
    const others = form.getByLabel('Another source of the article');
    await others.selectOption({ index: 1 });
    await form.getByRole('button', { name: 'Save' }).click();
    await piece.getByText(/^Quotes or reports it: /).waitFor();
    await eventually(async () => {
      const { sources } = await articleOf(page);
      const reuters = sources.find(({ title }: { title: string }) => title.startsWith('Reuters'));
      assert.equal(reuters.derivesFrom[0]?.manner, 'quotes');
    });
    await evidence().locator('.piece').nth(1).getByRole('button', { name: 'Edit the source' }).click();
    const offered = await evidence()
      .locator('form')
      .getByLabel('Another source of the article')
      .locator('option')
      .allTextContents();
    assert.ok(!offered.some((each) => each.startsWith('Reuters')), offered.join());
    await page.keyboard.press('Escape');
  });

  it('says among the sources of an article which other articles use them', async () => {
    await page.getByRole('tab', { name: /Sources/ }).click();
    const used = page.locator('.card.source', { hasText: 'Reuters: analysis' }).locator('.elsewhere');
    await used.getByText('Used in 1 other article.').waitFor();
    await used.getByRole('link', { name: /Assad/ }).waitFor();
  });

  it('lists the sources of the desk, to be searched, with the articles that use each', async () => {
    await page.goto(`${desk.served.address}/sources`);
    await page.getByRole('heading', { name: 'Sources of the desk' }).waitFor();
    await page.keyboard.press('/');
    await page.keyboard.type('reuters');
    const rows = page.locator('.library-row');
    await eventually(async () => assert.equal(await rows.count(), 1));
    await rows.getByText('Used in 2 articles:').waitFor();
    await page.keyboard.type(' nowhere');
    await page.getByText('Nothing is found.').waitFor();
    await page.getByRole('button', { name: 'Show all' }).click();
    await page.getByLabel('Kind').selectOption('dataset');
    await eventually(async () => assert.equal(await rows.count(), 2));
    await rows.first().getByRole('link').last().click();
    await page.locator('.ProseMirror').waitFor();
  });
});
