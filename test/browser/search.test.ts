import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { violations } from '../support/axe.ts';
import { deskInBrowsers } from '../support/browser-desk.ts';
import { eventually } from '../support/desk-in-browsers.ts';
import { goOffline } from '../support/going-offline.ts';

const TITLE = 'The ferries that cross the lake by night and what they carry from one shore to the other';

const TEXT = `${TITLE}\n\nThe town of Graz built 1,200 homes in May.`;

/** A claim on the words of the article, judged, with a source. */
const judged = (claim: string, rating: string): readonly object[] => [
  { kind: 'claim.mark', claim, quote: { exact: 'The town of Graz built 1,200 homes in May' }, fields: {} },
  { kind: 'source.add', source: `s-${claim}`, fields: { title: 'Register of homes', url: 'https://homes.example/' } },
  {
    ...{ kind: 'evidence.attach', evidence: `e-${claim}`, claim, source: `s-${claim}` },
    fields: { stance: 'refutes', passage: '900 homes' },
  },
  { kind: 'verdict.give', verdict: `v-${claim}`, claim, scale: 'truth@1', rating, rationale: 'It was fewer.' },
];

describe('what was checked before, in a browser', function () {
  this.timeout(90_000);
  const desk = deskInBrowsers(['Una Vogt']);
  let page: Page;
  let first: string;

  const earlier = () => page.locator('.card.is-selected').getByRole('region', { name: 'Checked before' });
  const finds = async (query: string): Promise<number> => {
    const answer = await page.request.get(`${desk.served.address}/api/search?kind=claim&q=${query}`);
    return (await answer.json()).found.length;
  };

  /** In how many rows some elements stand. */
  const rowsOf = async (elements: string): Promise<number> => {
    const middles = await page.locator(elements).evaluateAll((all) =>
      all.map((each) => {
        const { top, bottom } = each.getBoundingClientRect();
        return Math.round((top + bottom) / 2);
      }),
    );
    return new Set(middles).size;
  };

  before(async () => {
    [page] = desk.pages;
    first = await desk.makes({ text: TEXT });
    await desk.performs(first, 1, ...judged('old', 'false'));
    await eventually(async () => assert.equal(await finds('homes'), 1));
  });

  it('says that nothing was checked where the like was only marked, and leaves out what the claim was split into', async () => {
    const quote = { exact: 'Linz felled 4,300 old trees in 2011' };
    const fields = { parent: 'felled', statement: 'Linz felled 4,300 old trees.' };
    const third = await desk.makes({ text: 'Trees\n\nLinz felled 4,300 old trees in 2011.' });
    await desk.performs(third, 1, { kind: 'claim.mark', claim: 'felled', quote, fields: {} });
    await desk.performs(third, 2, { kind: 'claim.mark', claim: 'part', quote, fields });
    const fourth = await desk.makes({ text: 'More trees\n\nLinz felled 4,300 old trees in 2011.' });
    await desk.performs(fourth, 1, { kind: 'claim.mark', claim: 'again', quote, fields: {} });
    await eventually(async () => assert.equal(await finds('felled'), 3));
    await desk.open(third);
    await page.locator('.card .card-head').first().click();
    await earlier().getByText('Said before, not checked: 1').waitFor();
  });

  it('is asked for again by itself once the line is back', async () => {
    await goOffline(page);
    // The card is closed, and opened again.
    for (const _ of [1, 2]) await page.locator('.card .card-head').first().click();
    await page.getByText('Whether it was checked before cannot be said now.').waitFor();
    await page.context().setOffline(false);
    await earlier().getByText('Said before, not checked: 1').waitFor();
  });

  it('does not call said before what stands on some of the same words', async () => {
    const around = 'a study of the survey of roads around Wels';
    const within = 'the survey of roads around Wels';
    const id = await desk.makes({ text: `Roads\n\nIt is by ${around}.\n\nSo says ${within}.` });
    for (const [index, exact] of [around, within].entries())
      await desk.performs(id, index + 1, {
        kind: 'claim.mark',
        claim: `c${index}`,
        quote: { exact, prefix: index === 1 ? 'study of ' : '' },
        fields: {},
      });
    await eventually(async () => assert.equal(await finds('survey'), 2));
    await desk.open(id);
    const answered = page.waitForResponse(/claims\/earlier/);
    await page.locator('.card .card-head').first().click();
    assert.equal((await (await answered).json()).claims.length, 1);
    await page.locator('.card.is-selected').getByText('Details').waitFor();
    assert.equal(await earlier().count(), 0);
    const quote = { exact: within, prefix: 'So says ' };
    await desk.performs(id, 3, { kind: 'claim.mark', claim: 'again', quote, fields: {} });
    await eventually(async () => assert.equal(await finds('survey'), 3));
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    await earlier()
      .getByText(/Said before, not checked: \d/)
      .waitFor();
  });

  it('stands on the card of a claim that says the same, warns of another verdict, and gives its sources', async () => {
    const second = await desk.makes({ text: 'News\n\nIn May, Graz town built 1200 homes, it is said.' });
    await desk.performs(second, 1, {
      ...{ kind: 'claim.mark', claim: 'new', quote: { exact: 'In May, Graz town built 1200 homes' }, fields: {} },
    });
    await desk.open(second);
    await page.locator('.card .card-head').first().click();
    await earlier().getByText('Checked before: 1').click();
    await earlier().getByText('Same', { exact: true }).waitFor();
    await earlier().getByText('False', { exact: true }).waitFor();
    assert.deepEqual(await violations(page), []);
    await earlier().getByRole('button', { name: 'Copy its sources' }).click();
    await page.locator('.card.is-selected').getByText('Register of homes').waitFor();
    const { version } = await (await page.request.get(`${desk.served.address}/api/articles/${second}`)).json();
    const given = { kind: 'verdict.give', verdict: 'v', claim: 'new', scale: 'truth@1', rating: 'true', rationale: '' };
    await desk.performs(second, version, given);
    await earlier().getByText('Elsewhere judged False on').waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('b');
    await page.locator('.board-card').getByText('Elsewhere judged False on').waitFor();
    assert.deepEqual(await violations(page), []);
    await page.keyboard.press('Escape');
    await page.locator('.ProseMirror').click();
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox').fill('graz homes');
    await page.getByRole('option', { name: 'Search for “graz homes” in all articles' }).click();
    await page.getByRole('region', { name: 'Claims' }).getByRole('link').first().waitFor();
  });

  it('is narrowed by state, outcome, person, article and day, each with how many there are, at an address of its own', async () => {
    await page.goto(`${desk.served.address}/search?q=graz`);
    const claims = page.getByRole('region', { name: 'Claims' });
    await claims.getByRole('link').nth(1).waitFor();
    const outcome = page.getByLabel('Outcome');
    await outcome.selectOption({ label: 'False (1)' });
    await page.waitForURL(/outcome=False/);
    await claims.getByRole('link').nth(1).waitFor({ state: 'detached' });
    await claims.getByText('False', { exact: true }).waitFor();
    await page.getByLabel('Brought in by').selectOption({ label: 'Una Vogt (1)' });
    await page.getByLabel('Article', { exact: true }).selectOption({ label: `${TITLE} (1)` });
    await page.getByLabel('State of the work').selectOption({ label: 'Open (1)' });
    assert.deepEqual(await violations(page), []);
    assert.equal(await rowsOf('.search-filters :is(.input, button)'), 1);
    await page.setViewportSize({ width: 320, height: 640 });
    assert.equal(await rowsOf('.home-nav a'), 1);
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.reload();
    await claims.getByRole('link').first().waitFor();
    assert.equal(await claims.getByRole('link').count(), 1);
    await page.setViewportSize({ width: 320, height: 640 });
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true);
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.getByLabel('From', { exact: true }).fill('2099-01-01');
    await page.getByText('Nothing is found for “graz”.').waitFor();
    await page.setViewportSize({ width: 320, height: 640 });
    await page.emulateMedia({ colorScheme: 'dark' });
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true);
    assert.deepEqual(await violations(page), []);
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.emulateMedia({ colorScheme: null });
    await page.getByRole('button', { name: 'Without filters' }).last().click();
    await claims.getByRole('link').nth(1).waitFor();
    assert.match(page.url(), /\/search\?q=graz$/);
  });

  it('is asked for the words that are selected in an article', async () => {
    await desk.open(first);
    await page
      .locator('.ProseMirror')
      .getByText('The town of Graz')
      .dblclick({ position: { x: 60, y: 8 } });
    const selected = (await page.evaluate(() => getSelection()?.toString() ?? '')).trim();
    assert.match(selected, /^\w+$/);
    await page.keyboard.press('/');
    await page.waitForURL((url) => url.pathname === '/search');
    assert.equal(new URL(page.url()).searchParams.get('q'), selected);
    assert.equal(await page.getByRole('searchbox').inputValue(), selected);
  });

  it('is found by words from everywhere, with keys alone, at an address of its own', async () => {
    await page.goto(`${desk.served.address}/queue`);
    await page.getByRole('heading', { name: 'My queue' }).waitFor();
    await page.keyboard.press('/');
    const box = page.getByRole('searchbox');
    await box.fill('zeppelins');
    await page.getByText('Nothing is found for “zeppelins”.').waitFor();
    await box.fill('graz built');
    const claims = page.getByRole('region', { name: 'Claims' });
    await claims.getByText('False', { exact: true }).waitFor();
    assert.deepEqual((await claims.locator('mark').allTextContents()).slice(0, 2), ['Graz', 'built']);
    assert.match(page.url(), /\/search\?q=graz\+built$/);
    assert.deepEqual(await violations(page), []);
    await page.reload();
    await claims.getByRole('link').first().waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.locator('.card.is-selected').waitFor();
  });
});
