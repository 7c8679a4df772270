/**
 * Researchers who make a dataset: the same claims judged by several people who see nothing of each other, then decided, then handed out.
 * How far they agree is counted by who gets the export; measures of agreement are still to be built.
 */
import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { beginDay, card, type Day, exported, isSaved, openClaim, pasteArticle } from '../../support/day.ts';
import { articleOf, eventually, selectWords } from '../../support/desk-in-browsers.ts';

// With a character beyond the Basic Multilingual Plane: offsets in an export count it once.
const TEXT = `Night trains are back 🚆

Seven countries reopened 41 lines since 2021. Tickets cost a quarter less than flights, says the rail union.

Passengers rose by 18 percent in two years.`;

const CLAIMS = ['Seven countries reopened 41 lines since 2021.', 'Passengers rose by 18 percent in two years.'];

describe('the day of researchers who make a dataset', function () {
  this.timeout(60_000);
  let day: Day;
  let rosa: Page;
  let annotators: readonly Page[] = [];

  before(async () => {
    day = await beginDay('Rosa Blum', { 'Ada Ito': 'annotator', 'Bo Lang': 'annotator', 'Cy Marsh': 'annotator' });
    const [lead, ...others] = day.people;
    rosa = lead!;
    annotators = others;
  });
  afterEach(() => day.isFlawless());
  after(() => day.ends());

  const sees = async (blind: 'no' | 'verdicts', opId: string): Promise<void> => {
    const { id, version } = await articleOf(rosa);
    const parts = [{ kind: 'article.configure', settings: { blind } }];
    const answer = await rosa.request.post(`${day.served.address}/api/articles/${id}/operations`, {
      data: { opId, base: version, parts },
      headers: { origin: day.served.address },
    });
    assert.equal(answer.status(), 200);
  };

  it('begins with the labels of a known dataset, and with the claims marked once for all', async () => {
    await rosa.goto(`${day.served.address}/desk`);
    await rosa.getByLabel('AVeriTeC: four labels').check();
    await rosa.getByRole('button', { name: 'Save', exact: true }).click();
    await rosa.locator('.toast').getByText('The settings are saved.').waitFor();
    await pasteArticle(day, rosa, TEXT, []);
    await sees('verdicts', 'hide');
    for (const words of CLAIMS) {
      await selectWords(rosa, words);
      await rosa.keyboard.press('c');
      await card(rosa).getByText(words).first().waitFor();
    }
    for (const page of annotators) await page.goto(rosa.url().replace(/#.*/, ''));
  });

  it('has three people judge the same words at once, and none of them sees what another gave', async () => {
    const labels = [
      ['Supported', 'Refuted'],
      ['Supported', 'Supported'],
      ['Supported', 'Refuted'],
    ];
    await Promise.all(
      annotators.map(async (page, who) => {
        for (const [which, words] of CLAIMS.entries()) {
          await openClaim(page, words);
          await card(page).getByRole('button', { name: labels[who]![which]!, exact: true }).click();
          await page.keyboard.press('Escape');
          await isSaved(page);
        }
      }),
    );
    await eventually(async () => assert.equal((await articleOf(rosa)).verdicts.length, 6));
    for (const page of annotators) {
      assert.equal((await articleOf(page)).verdicts.length, 2);
      assert.equal(await card(page).locator('.given').count(), 1);
    }
  });

  it('is revealed by the lead, who decides where they differ', async () => {
    await sees('no', 'reveal');
    for (const page of annotators)
      await eventually(async () => assert.equal(await card(page).locator('.given').count(), 3));
    await openClaim(rosa, CLAIMS[1]!);
    const outcome = card(rosa).getByRole('region', { name: 'Outcome' });
    await outcome.getByText('Disputed').waitFor();
    await outcome.getByRole('button', { name: 'Decide' }).click();
    await outcome.getByLabel('Refuted').check();
    await outcome.getByLabel('Why this is the outcome').fill('The table says 8 percent.');
    await rosa.keyboard.press('Control+Enter');
    for (const page of annotators) await card(page).getByText('The table says 8 percent.').waitFor();
  });

  it('ends in files that lose nothing and point to the very words', async () => {
    const table = (await exported(rosa, 'csv')).replace('\ufeff', '').split('\r\n');
    const [head, ...rows] = table.filter(Boolean).map((line) => [...line.matchAll(/"([^"]*)"|(?<=^|,)(\d*)(?=,|$)/g)]);
    const names = head!.map(([, name]) => name);
    const text = [...(await articleOf(rosa)).text];
    const column = (row: (typeof rows)[number], name: string) => row[names.indexOf(name)]?.slice(1).find(Boolean) ?? '';
    assert.deepEqual(
      rows.map((row) => text.slice(Number(column(row, 'Start')), Number(column(row, 'End'))).join('')),
      CLAIMS,
    );
    assert.deepEqual(
      rows.map((row) => column(row, 'Outcome')),
      ['Supported', 'Refuted'],
    );

    const json = JSON.parse(await exported(rosa, 'json'));
    const again = await rosa.request.post(`${day.served.address}/api/articles`, {
      data: { json },
      headers: { origin: day.served.address },
    });
    assert.equal(again.status(), 201);
    const copy = await (await rosa.request.get(`${day.served.address}${again.headers().location}`)).json();
    const { hash, verdicts } = await articleOf(rosa);
    assert.deepEqual([copy.hash, copy.verdicts], [hash, verdicts]);
  });
});
