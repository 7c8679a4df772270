import assert from 'node:assert/strict';
import type { Browser, Page } from 'playwright-core';
import { openBrowser } from '../support/browser.ts';
import { eventually, openArticle } from '../support/desk-in-browsers.ts';
import type { Served } from '../support/server.ts';
import { serveHere } from '../support/server-here.ts';

const TEXT = `The canal is dry

The board said that almost 80 percent of the declared farms are dry, and that the canal has cost 12 million euros.

The minister repeated that almost 80 percent of the declared farms are dry, and promised help.`;

const FARMS = 'almost 80 percent of the declared farms are dry';

interface Answered {
  readonly id: string;
  readonly dropped?: readonly object[];
}

const post = (page: Page, path: string, body: object): Promise<Answered> =>
  page.evaluate(
    async ([to, given]) => {
      const headers = { 'content-type': 'application/json', accept: 'application/json' };
      const response = await fetch(to, { method: 'POST', headers, body: given });
      if (!response.ok) throw new Error(`${to}: ${response.status} ${await response.text()}`);
      return response.json();
    },
    [path, JSON.stringify(body)] as const,
  );

const card = (page: Page, claim: string) => page.locator(`#card-${claim}`);
const highlight = (page: Page, claim: string) => page.locator(`.text-editor [data-claim="${claim}"]`).first();
const selected = (page: Page) => page.locator('.card.is-selected');

describe('the record of a claim in a browser', function () {
  this.timeout(90_000);
  let served: Served;
  let browser: Browser;
  let page: Page;
  let article: string;
  let operations = 0;
  const faults: string[] = [];

  const does = async (...parts: readonly object[]): Promise<void> => {
    operations += 1;
    const answer = await post(page, `/api/articles/${article}/operations`, { opId: `t-${operations}`, base: 1, parts });
    assert.deepEqual(answer.dropped, []);
  };
  const mark = (claim: string, exact: string, prefix: string, fields: object = {}): Promise<void> =>
    does({ kind: 'claim.mark', claim, quote: { exact, prefix, suffix: '' }, fields });

  before(async () => {
    served = await serveHere();
    browser = await openBrowser();
    page = await (await browser.newContext({ reducedMotion: 'reduce' })).newPage();
    page.setDefaultTimeout(15_000);
    page.on('pageerror', (error) => faults.push(String(error.stack)));
    await page.goto(served.address);
    const secret = served.setupLink.split('/setup/')[1];
    await post(page, '/api/setup', { secret, name: 'Ann Kim', email: 'ann@desk.example' });
  });

  beforeEach(async () => {
    article = (await post(page, '/api/articles', { text: TEXT })).id;
    await mark('farms', FARMS, 'said that ', { kind: 'statistic', tags: ['water'] });
    await mark('cost', 'has cost 12 million euros', '', { priority: 'high' });
    await openArticle(page, served, article);
    await highlight(page, 'farms').waitFor();
  });

  afterEach(() => assert.deepEqual(faults.splice(0), []));

  after(async () => {
    await browser?.close();
    await served?.stop();
  });

  it('is split with the keyboard alone: the parts are listed on its card and stand under it', async () => {
    await card(page, 'cost').locator('.card-head').click();
    await page.setViewportSize({ width: 1440, height: 480 });
    await card(page, 'cost')
      .getByText(/^Marked by/)
      .scrollIntoViewIfNeeded();
    await page.keyboard.press('p');
    await page.locator('.part-form textarea:focus').waitFor();
    const box = await page.locator('.part-form').boundingBox();
    assert.ok(box && box.y >= 0 && box.y + box.height <= 480, JSON.stringify(box));
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.keyboard.type('The canal cost money.');
    await page.keyboard.press('Enter');
    await card(page, 'cost').locator('.claim-line', { hasText: 'The canal cost money.' }).waitFor();
    await page.keyboard.press('Escape');
    await page.locator('.card.is-part', { hasText: 'The canal cost money.' }).waitFor();
  });

  it('has its words found elsewhere; the place has the outcome of the claim, and O goes there', async () => {
    await does({
      ...{ kind: 'verdict.give', verdict: 'v', claim: 'farms', scale: 'truth@1' },
      rating: 'true',
      rationale: '',
    });
    await card(page, 'farms').locator('.card-head').click();
    await page.keyboard.press('f');
    await page.getByRole('button', { name: 'Same claim' }).click();
    await page.keyboard.press('o');
    await selected(page).getByText('said again').waitFor();
    await selected(page).locator('.card-head').getByText('True', { exact: true }).waitFor();
    assert.equal(await page.locator('.text-editor .claim.look-true').count(), 2);
    await selected(page).getByRole('button', { name: 'Not the same claim' }).click();
    await selected(page).locator('.card-head').getByText('Open', { exact: true }).waitFor();
  });

  it('shows how the wording drifted along its attribution', async () => {
    const link = (name: string, words: string) => ({ name, words });
    const attribution = [
      link('The board', '80 percent of the farms are dry.'),
      link('The register', 'Almost 80 percent of the declared farms are dry.'),
    ];
    await does({ kind: 'claim.revise', claim: 'farms', fields: { attribution } });
    await card(page, 'farms').locator('.card-head').click();
    const drift = selected(page).locator('.claim-drift');
    await drift.getByText('“Almost 80 percent” → “80 percent”').first().waitFor();
    await drift.locator('summary').click();
    await drift.getByText('The register → The board').waitFor();
  });

  it('says between whom the wording drifted where one took back what another did', async () => {
    const link = (name: string, words: string) => ({ name, words });
    const attribution = [
      link('The board', 'Almost 80 percent of the declared farms are not dry.'),
      link('The register', 'Almost 80 percent of the declared farms are dry.'),
    ];
    await does({ kind: 'claim.revise', claim: 'farms', fields: { attribution } });
    await card(page, 'farms').locator('.card-head').click();
    const drift = selected(page).locator('.claim-drift summary');
    await drift.getByText(/The register → The board: .+ · The board → the article: /).waitFor();
  });

  it('is listed as the address says, and the address says what is listed', async () => {
    await page.keyboard.press('/');
    await page.keyboard.type('million');
    await page.getByText('1 of 2 claims').waitFor();
    assert.equal(new URL(page.url()).searchParams.get('q'), 'million');
    assert.equal(await card(page, 'farms').count(), 0);
    await page.goto(`${served.address}/articles/${article}?tag=water`);
    await card(page, 'farms').waitFor();
    await page.getByText('1 of 2 claims').waitFor();
    await page.goto(`${served.address}/articles/${article}?tag=nothing`);
    await page.getByText('No claim is as asked for.').waitFor();
    await page.getByRole('button', { name: 'Show all' }).click();
    await card(page, 'cost').waitFor();
    assert.equal(new URL(page.url()).search, '');
  });

  it('has a history with who, what, why and the difference word by word', async () => {
    await does({ kind: 'claim.revise', claim: 'cost', fields: { statement: 'It cost 12 million.' } });
    await does({ kind: 'claim.revise', claim: 'cost', fields: { statement: 'It cost 14 million.' } });
    await card(page, 'cost').locator('.card-head').click();
    await selected(page).getByText('History of this claim').click();
    const [newest] = await Promise.all([selected(page).locator('.claim-history .history-line').first()]);
    await newest.locator('del', { hasText: '12' }).waitFor();
    await newest.locator('ins', { hasText: '14' }).waitFor();
    await newest.getByText('Ann Kim').waitFor();
  });

  it('is seen as it stood at any version, by a link, and closing leads back to where one was', async () => {
    await does({
      ...{ kind: 'verdict.give', verdict: 'v', claim: 'cost', scale: 'truth@1' },
      rating: 'false',
      rationale: '',
    });
    await page.goto(`${served.address}/articles/${article}?version=2`);
    const past = page.getByRole('region', { name: 'The article as it was' });
    await past.getByText('Version 2 of 4').waitFor();
    await eventually(async () => assert.equal(await past.locator('.past-card').count(), 1));
    await page.keyboard.press('ArrowRight');
    await past.getByText('Version 3 of 4').waitFor();
    await eventually(async () => assert.equal(new URL(page.url()).searchParams.get('version'), '3'));
    await past.locator('.past-card', { hasText: 'Open' }).nth(1).waitFor();
    await past.getByRole('button', { name: 'Play' }).click();
    await past.locator('.past-card', { hasText: 'False' }).waitFor();
    await page.keyboard.press('Escape');
    await past.waitFor({ state: 'detached' });
    await eventually(async () => assert.equal(new URL(page.url()).search, ''));
    await card(page, 'farms').locator('.card-head').click();
    await selected(page).waitFor();
  });

  it('stands on the board by its state, and is moved with the keyboard and by dragging', async () => {
    await page.keyboard.press('b');
    const column = (state: string) => page.getByRole('region', { name: new RegExp(`^${state}, `) });
    const first = column('Open').locator('.board-card').first();
    await first.waitFor();
    await first.press('Alt+ArrowRight');
    await column('In work').locator('.board-card').waitFor();
    await column('Open').locator('.board-card').first().dragTo(column('In work'));
    await column('Open').getByText('0', { exact: true }).waitFor();
    assert.equal(await column('In work').locator('.board-card').count(), 2);
    assert.equal(new URL(page.url()).searchParams.get('view'), 'board');
    await page.locator('.board-card').first().press('Escape');
    await page.locator('.board').waitFor({ state: 'detached' });
  });

  it('marks in the past what a step did to the text', async () => {
    const slice = { content: [{ type: 'text', text: 'twice ' }] };
    const at = TEXT.split('\n')[0]?.length ?? 0;
    await does({ kind: 'text', target: 'body', steps: [{ stepType: 'replace', from: at + 3, to: at + 3, slice }] });
    await page.goto(`${served.address}/articles/${article}?version=4`);
    await page.locator('.past ins', { hasText: 'twice' }).waitFor();
  });
});
