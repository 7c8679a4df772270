/**
 * A fact-check desk after publication: chosen claims of a published text, from who said them to what is published.
 * Sources are cited and their passages typed in; a public report is still to be built.
 */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { beginDay, card, type Day, exported, openClaim, pasteArticle, stands } from '../../support/day.ts';
import { articleOf, eventually } from '../../support/desk-in-browsers.ts';

const seed = join(import.meta.dirname, '../../../../shared/seeds/article.txt');
const isSeed = existsSync(seed);

const OWN = `Minister defends the ferry timetable

Transport minister Dana Holt told parliament on Monday that the ferries had become more punctual than ever.

Holt referred to an audit by the port authority that found almost 90 percent of all crossings in June had left within five minutes.

The island's mayor called the figures "a fairy tale from the harbour office".`;

/** The words that are checked, the figure in them, and who is said to have said so, the nearest to the reader first. */
const { text, figure, sentence, chain } = isSeed
  ? {
      text: readFileSync(seed, 'utf8'),
      figure: 'almost 80 percent',
      sentence: /Power referred to a Reuters analysis[^.]*\./,
      chain: ['Power', 'Reuters', 'Russian Defense Ministry'],
    }
  : {
      text: OWN,
      figure: 'almost 90 percent',
      sentence: /Holt referred to an audit[^.]*\./,
      chain: ['Dana Holt', 'Port authority', 'Harbour office'],
    };

describe('the day of a fact-check desk', function () {
  this.timeout(60_000);
  let day: Day;
  let [lena, omar, pia, quin]: Page[] = [];
  let words = '';

  before(async () => {
    day = await beginDay('Lena Hartmann', {
      'Omar Said': 'editor',
      'Pia Lund': 'annotator',
      'Quin Abara': 'annotator',
    });
    [lena, omar, pia, quin] = day.people;
  });
  afterEach(() => day.isFlawless());
  after(() => day.ends());

  it('begins with the desk’s own scale, made of one that is there, and with two checks before signing', async () => {
    await lena!.goto(`${day.served.address}/desk`);
    await lena!.getByText('Change “Five-point truth scale”').click();
    await lena!.getByRole('button', { name: 'Begin a scale of our own from it' }).click();
    await lena!.getByLabel('Name of the scale').fill('Ferry desk');
    await lena!.getByLabel('Rating', { exact: true }).nth(2).fill('Half the story');
    await lena!.getByLabel('Two', { exact: false }).check();
    await lena!.getByRole('button', { name: 'Save', exact: true }).click();
    await lena!.locator('.toast').getByText('The settings are saved.').waitFor();
  });

  it('takes the page as it was published, cleaned, and locks its words', async () => {
    await pasteArticle(day, omar!, text, [lena!, pia!, quin!]);
    await lena!.getByRole('button', { name: /Text open/ }).click();
    await lena!.getByRole('button', { name: 'Lock the text' }).click();
    for (const page of [omar!, pia!, quin!]) await page.getByText(/Text locked/).waitFor();
    words = sentence.exec((await articleOf(omar!)).text)?.[0] ?? '';
    assert.ok(words.includes(figure));
  });

  it('chooses a claim among the suggestions, puts it in its own words, and says who said it of whom', async () => {
    await pia!.locator('.ProseMirror .suggestion').first().waitFor();
    const selected = () => pia!.evaluate(() => String(getSelection()));
    for (let tries = 0; tries < 20 && !(await selected()).includes(figure); tries += 1) await pia!.keyboard.press('g');
    await pia!.keyboard.press('c');
    await card(pia!).getByText(figure).first().waitFor();
    await card(pia!).getByRole('button', { name: 'In your own words' }).click();
    await pia!.keyboard.type(`An analysis of official data found ${figure}.`);
    await pia!.keyboard.press('Control+Enter');
    await card(pia!).getByRole('button', { name: 'Who said it' }).click();
    await card(pia!).locator('input[name=name]:focus').waitFor();
    for (const [index, name] of chain.entries()) {
      if (index > 0) await card(pia!).getByRole('button', { name: 'Add who they have it from' }).click();
      await card(pia!).getByLabel('Name', { exact: true }).fill(name);
      if (index === 0) await card(pia!).getByLabel('Kind').selectOption('Person');
    }
    await card(pia!).getByRole('button', { name: 'Save', exact: true }).click();
    await openClaim(omar!, figure);
    await eventually(async () => assert.deepEqual(await card(omar!).locator('.chain .pill').allInnerTexts(), chain));
  });

  it('attaches the sources with their passages, one for and one against, while others look on', async () => {
    const attach = async (page: Page, stance: string, title: string, passage: string): Promise<void> => {
      await openClaim(page, figure);
      await page.keyboard.press('s');
      await card(page).getByText(stance, { exact: true }).click();
      await card(page).getByLabel('Title').fill(title);
      await card(page).getByLabel('Passage').fill(passage);
      await page.keyboard.press('Control+Enter');
    };
    await attach(pia!, 'Supports', 'The audit as published', 'The share was 79.6 percent.');
    await attach(omar!, 'Refutes', 'Raw data of the audit', 'In 1,204 of 2,300 cases.');
    for (const page of [pia!, omar!]) {
      await card(page).getByText('The share was 79.6 percent.').waitFor();
      await card(page).getByText('In 1,204 of 2,300 cases.').waitFor();
    }
  });

  it('is judged by its checker on the desk’s scale, with the reason', async () => {
    await card(pia!).getByRole('button', { name: 'Half the story' }).click();
    await pia!.keyboard.type('The audit says so, its data do not.');
    await pia!.keyboard.press('Control+Enter');
    await openClaim(lena!, figure);
    await card(lena!).getByText('The audit says so, its data do not.').waitFor();
    await pia!.keyboard.press('w');
    await stands(pia!, 'Ready to check');
  });

  it('is checked by two others, one after the other, who find it in their queue, and signed by the lead', async () => {
    for (const [page, before, after] of [
      [omar!, 'Ready to check', 'Checked once'],
      [quin!, 'Checked once', 'Checked twice'],
    ] as const) {
      const article = page.url();
      await page.goto(`${day.served.address}/queue`);
      await page.getByRole('heading', { name: 'Waiting for a check' }).waitFor();
      await page.getByRole('link').filter({ hasText: figure }).first().click();
      await page.waitForURL(`${article.replace(/#.*/, '')}#**`);
      await stands(page, before);
      await page.keyboard.press('w');
      await stands(page, after);
    }
    await stands(lena!, 'Checked twice');
    await lena!.keyboard.press('w');
    for (const page of [lena!, omar!, pia!, quin!]) {
      await openClaim(page, figure);
      await stands(page, 'Signed');
    }
  });

  it('is told to whom it concerns', async () => {
    await pia!.getByRole('button', { name: /Messages, \d+ unread/ }).click();
    for (const told of [/checked your claim/, /signed your claim/]) await pia!.getByText(told).first().waitFor();
    await pia!.keyboard.press('Escape');
  });

  it('ends as ClaimReview, with the desk’s rating on its scale and who made the claim', async () => {
    const review = JSON.parse(await exported(lena!, 'claimreview'));
    const [found] = [review].flat().flatMap((each) => each['@graph'] ?? each);
    assert.equal(found['@type'], 'ClaimReview');
    assert.equal(found.claimReviewed, `An analysis of official data found ${figure}.`);
    assert.deepEqual(
      [found.reviewRating.alternateName, found.reviewRating.ratingValue, found.reviewRating.bestRating],
      ['Half the story', 3, 5],
    );
    assert.deepEqual(found.itemReviewed.author, { '@type': 'Person', name: chain[0] });
  });
});
