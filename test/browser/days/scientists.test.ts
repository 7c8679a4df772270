/**
 * Scientists who were invited to one article: they comment on its passages and rate them, each under their own name.
 * They are let in to the desk by an invitation; a link to this one article alone is still to be built.
 */
import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { beginDay, card, type Day, exported, isSaved, openClaim, pasteArticle } from '../../support/day.ts';
import { articleOf, eventually, selectWords } from '../../support/desk-in-browsers.ts';

const TEXT = `Forests along the river breathe again

Replanted alders take up twice as much carbon as the pines that stood there before. Within ten years the soil holds a third more water.

The river authority expects the herons to return by 2031.`;

const CARBON = 'twice as much carbon as the pines';
const WATER = 'Within ten years the soil holds a third more water.';
const HERONS = 'herons to return by 2031';

describe('the day of scientists invited to one article', function () {
  this.timeout(60_000);
  let day: Day;
  let [nora, ferro, aalto]: Page[] = [];

  before(async () => {
    day = await beginDay('Nora Vik', { 'Dr Ferro': 'annotator', 'Dr Aalto': 'annotator' });
    [nora, ferro, aalto] = day.people;
  });
  afterEach(() => day.isFlawless());
  after(() => day.ends());

  it('begins with a scale from −2 to +2, of which the outcome is the mean, and with a link', async () => {
    await nora!.goto(`${day.served.address}/desk`);
    await nora!.getByLabel('Scientists: −2 to +2').check();
    await nora!.getByLabel('Mean of the scale').check();
    await nora!.getByRole('button', { name: 'Save', exact: true }).click();
    await nora!.locator('.toast').getByText('The settings are saved.').waitFor();
    await pasteArticle(day, nora!, TEXT, []);
    await nora!.getByRole('button', { name: 'Share' }).click();
    const dialog = nora!.getByRole('dialog', { name: 'Share this article' });
    await dialog.waitFor();
    const link = await nora!.getByLabel('Link for everyone on the desk').inputValue();
    await nora!.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    for (const page of [ferro!, aalto!]) {
      await page.goto(link);
      await page.locator('.ProseMirror h1').waitFor();
    }
  });

  it('asks and answers beside the words, and settles it', async () => {
    await selectWords(ferro!, HERONS);
    await ferro!.keyboard.press('m');
    await ferro!.locator('textarea:focus').waitFor();
    await ferro!.keyboard.type('On which survey does this rest?');
    await ferro!.keyboard.press('Enter');
    const words = (page: Page) => page.locator('.ProseMirror .thread-words');
    await words(aalto!).first().click();
    const thread = (page: Page) => page.getByRole('article', { name: new RegExp(`Thread on “${HERONS}`) });
    await thread(aalto!).getByRole('button', { name: 'Reply' }).click();
    await aalto!.keyboard.type('The breeding count of last spring.');
    await aalto!.keyboard.press('Enter');
    await thread(ferro!).getByText('The breeding count of last spring.').waitFor();
    await thread(ferro!).getByRole('button', { name: 'Resolve' }).click();
    for (const page of [nora!, ferro!, aalto!])
      await eventually(async () => assert.equal(await words(page).count(), 0));
  });

  it('has each of them rate the same passages under their own name, with their references', async () => {
    for (const [page, words] of [
      [ferro!, CARBON],
      [aalto!, WATER],
    ] as const) {
      await page.keyboard.press('Escape');
      await page.getByRole('tab', { name: /Claims/ }).click();
      await selectWords(page, words);
      await page.keyboard.press('c');
      await card(page).getByText(words).first().waitFor();
    }
    const refer = async (page: Page, title: string, address: string): Promise<void> => {
      await page.keyboard.press('s');
      await card(page).getByText('Supports', { exact: true }).click();
      await card(page).getByLabel('Title').fill(title);
      await card(page).getByLabel('Address').fill(address);
      await page.keyboard.press('Control+Enter');
      await card(page).getByText(title).waitFor();
    };
    await refer(ferro!, 'Alder stands and carbon, a review', 'https://doi.example/10.1000/alder');
    await refer(aalto!, 'Soil water after replanting', 'https://doi.example/10.1000/soil');
    await ferro!.keyboard.press('5');
    await ferro!.keyboard.type('Well established for wet soils.');
    await ferro!.keyboard.press('Control+Enter');
    await isSaved(ferro!);
    await openClaim(aalto!, CARBON);
    await card(aalto!).getByText('Well established for wet soils.').waitFor();
    await aalto!.keyboard.press('3');
    await aalto!.keyboard.press('Escape');
    for (const page of [nora!, ferro!, aalto!]) {
      await openClaim(page, CARBON);
      const given = card(page).locator('.given');
      await given.filter({ hasText: '+2 Very high' }).waitFor();
      await given.filter({ hasText: '0 Neutral' }).waitFor();
    }
    await card(nora!).locator('.given').filter({ hasText: 'Dr Ferro' }).waitFor();
    await card(nora!).locator('.given').filter({ hasText: 'Dr Aalto' }).waitFor();
  });

  it('comes to the mean of what they gave, and to another when one of them thinks again', async () => {
    const outcome = card(nora!).getByRole('region', { name: 'Outcome' });
    await outcome.getByText('+1 High').waitFor();
    await aalto!.keyboard.press('1');
    await aalto!.keyboard.press('Escape');
    await outcome.getByText('0 Neutral').waitFor();
    await eventually(async () => {
      const { verdicts } = await articleOf(nora!);
      const now = verdicts.filter(({ withdrawn }: { withdrawn: object | null }) => !withdrawn);
      assert.deepEqual(
        now.map(({ rating }: { rating: string }) => rating),
        ['plus-2', 'minus-2'],
      );
    });
  });

  it('ends as annotations that others can show on the page: exact words, ratings and references', async () => {
    const { items } = JSON.parse(await exported(nora!, 'web-annotation')).first;
    const whole = JSON.stringify(items);
    for (const words of [CARBON, WATER]) assert.ok(whole.includes(`"exact":"${words}"`), words);
    for (const address of ['https://doi.example/10.1000/alder', 'https://doi.example/10.1000/soil'])
      assert.ok(whole.includes(address), address);
    for (const name of ['Dr Ferro', 'Dr Aalto']) assert.ok(whole.includes(name), name);
  });
});
