/**
 * A magazine's checker before publication: every word of a draft that changes by the hour.
 * The draft comes as pasted text and leaves as tables; Word files with comments, in and out, are still to be built.
 */
import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { beginDay, card, type Day, exported, openClaim, pasteArticle, stands } from '../../support/day.ts';
import { articleOf, eventually, selectWords } from '../../support/desk-in-browsers.ts';

const DRAFT = `The orchard that would not die

Alwin Brandt planted 212 apple trees on the north slope in 1987. Frost killed 40 of them in the first winter. Nobody in the valley had ever grown a finer fruit.

"We lost a fifth of the trees and kept the rest," says Brandt, who is 74. The regional growers' union counts 1,300 members today.`;

const PLANTED = 'Alwin Brandt planted 212 apple trees on the north slope in 1987.';
const FROST = 'Frost killed 40 of them in the first winter.';
const QUOTED = '"We lost a fifth of the trees and kept the rest," says Brandt, who is 74.';
const UNION = "The regional growers' union counts 1,300 members today.";
const CLAIMS = [PLANTED, FROST, QUOTED, UNION];

const lookedAt = (page: Page, percent: string): Promise<void> =>
  page.locator('.looked-at').getByText(percent, { exact: true }).waitFor();

describe('the day of a magazine’s checker', function () {
  this.timeout(60_000);
  let day: Day;
  let [ida, max, wren]: Page[] = [];

  before(async () => {
    day = await beginDay('Ida Renner', { 'Max Oyelaran': 'annotator', 'Wren Castell': 'editor' });
    [ida, max, wren] = day.people;
  });
  afterEach(() => day.isFlawless());
  after(() => day.ends());

  it('begins with the magazine’s own scale, and with the writer’s draft', async () => {
    await ida!.goto(`${day.served.address}/desk`);
    await ida!.getByLabel('Magazine: before publication').check();
    await ida!.getByRole('button', { name: 'Save', exact: true }).click();
    await ida!.locator('.toast').getByText('The settings are saved.').waitFor();
    await pasteArticle(day, wren!, DRAFT, [ida!, max!]);
  });

  it('goes through every word: U, then C for a claim or X for nothing to check, until 100 % was looked at', async () => {
    for (const key of ['x', 'c', 'c', 'x', 'c', 'c']) {
      await max!.keyboard.press('u');
      await max!.keyboard.press(key);
    }
    for (const page of [ida!, max!, wren!]) await lookedAt(page, '100 %');
    await eventually(async () =>
      assert.deepEqual(
        (await articleOf(ida!)).claims.map(({ words }: { words: string }) => words),
        CLAIMS,
      ),
    );
  });

  it('confirms what the papers show, each with its source, by keys', async () => {
    for (const [words, source] of [
      [PLANTED, 'Planting ledger of the orchard'],
      [QUOTED, 'Interview with Alwin Brandt'],
      [UNION, 'Yearbook of the growers’ union'],
    ] as const) {
      await openClaim(max!, words);
      await max!.keyboard.press('s');
      await card(max!).getByText('Supports', { exact: true }).click();
      await card(max!).getByLabel('Title').fill(source);
      await max!.keyboard.press('Control+Enter');
      await card(max!).getByText(source).waitFor();
      await max!.keyboard.press('1');
      await max!.keyboard.type('As the paper has it.');
      await max!.keyboard.press('Control+Enter');
      await max!.keyboard.press('w');
      await stands(max!, 'Ready to check');
    }
  });

  it('finds a wrong figure and suggests the right one; the writer takes it, and the claim is judged on its new words', async () => {
    await openClaim(max!, FROST);
    await max!.keyboard.press('2');
    await max!.keyboard.type('The ledger says 44.');
    await max!.keyboard.press('Escape');
    await max!.keyboard.press('r');
    await card(max!).getByLabel('The words as they should be').fill(FROST.replace('40', '44'));
    await max!.keyboard.press('Enter');
    await wren!.locator('.ProseMirror ins.correction-in').waitFor();
    await openClaim(wren!, FROST.slice(0, 12));
    await wren!.keyboard.press('a');
    await card(max!).getByText('Corrected, accepted by Wren Castell').waitFor();
    await card(max!).getByText('Check again.').waitFor();
    // What changed is said in the line above, once.
    assert.equal(await card(max!).locator('.corrected .correction-words').count(), 0);
    await max!.keyboard.press('1');
    await max!.keyboard.press('Escape');
    await card(max!).locator('.corrected .correction-words').waitFor();
    await max!.keyboard.press('w');
    await stands(max!, 'Ready to check');
  });

  it('has it all checked by somebody else and signed, and nobody checks their own work', async () => {
    for (const words of CLAIMS) {
      await openClaim(ida!, words.slice(0, 12));
      await ida!.keyboard.press('w');
      await stands(ida!, 'Checked once');
      await ida!.keyboard.press('w');
      await stands(ida!, 'Signed');
    }
    await openClaim(max!, UNION);
    await stands(max!, 'Signed');
    await ida!.getByText(/4\s*of 4 claims checked/).waitFor();
  });

  it('opens again what the writer changes an hour later, and nothing else; a new sentence waits to be looked at', async () => {
    await wren!.keyboard.press('Escape');
    await wren!.keyboard.press('e');
    await selectWords(wren!, '1,300');
    await wren!.keyboard.type('1,400');
    await wren!.keyboard.press('End');
    await wren!.keyboard.type(' It was founded in 1921.');
    await eventually(async () => {
      const { text } = await articleOf(max!);
      assert.match(text, /1,400 .+ It was founded in 1921\.$/m, 'typed behind the paragraph, not where the figure was');
    });
    await wren!.keyboard.press('Escape');
    for (const page of [ida!, max!]) {
      await openClaim(page, "The regional growers' union counts");
      await stands(page, 'Reopened');
    }
    await eventually(async () => {
      const { claims } = await articleOf(ida!);
      assert.deepEqual(
        claims.map(({ work }: { work: { state: string } }) => work.state),
        ['signed', 'signed', 'signed', 'reopened'],
      );
    });
    await max!.getByRole('button', { name: 'Next not looked at' }).waitFor();
    await max!.keyboard.press('Escape');
    await max!.keyboard.press('u');
    assert.equal(await max!.evaluate(() => String(getSelection())), 'It was founded in 1921.');
    await max!.keyboard.press('c');
    await card(max!).getByText('It was founded in 1921.').waitFor();
    await max!.keyboard.press('3');
    await max!.keyboard.type('No register is that old.');
    await max!.keyboard.press('Control+Enter');
    await lookedAt(ida!, '100 %');
  });

  it('ends with a table for the editor in chief', async () => {
    const table = await exported(ida!, 'csv');
    for (const words of ['Frost killed 44 of them', 'Confirmed', 'Can’t confirm', 'Planting ledger of the orchard'])
      assert.ok(table.includes(words), words);
  });
});
