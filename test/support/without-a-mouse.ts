import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { beginDay, card, type Day, stands } from './day.ts';
import { afterFocus, articleOf, eventually } from './desk-in-browsers.ts';
import { hasAllCode } from './going-offline.ts';

const PLACES = ['north', 'south', 'east', 'west'];
const paragraph = (place: string, index: number, sentences: number): string =>
  Array.from(
    { length: sentences },
    (_, sentence) => `The ${place} bridge of year ${1990 + sentence} carried ${index + 2}${sentence}00 cars a day.`,
  ).join(' ');
const textOf = (paragraphs: number, sentences: number): string =>
  [
    `Years of bridges`,
    ...PLACES.slice(0, paragraphs).map((place, index) => paragraph(place, index, sentences)),
    'Everybody loves a bridge.',
  ].join('\n\n');

interface Claim {
  readonly id: string;
  readonly words: string;
  readonly statement: string;
  readonly kind: string;
  readonly anchor: { readonly state: string };
  readonly work: { readonly state: string };
  readonly outcome: { readonly rating: string } | null;
}

/** An article of paragraphs of as many sentences, each a claim, checked from the first mark to the export by two people who have no mouse. */
export const checkWithoutMouse = (paragraphs: number, sentences: number): void => {
  const COUNT = paragraphs * sentences;
  describe(`${COUNT} claims without a mouse`, function () {
    this.timeout(60_000);
    let day: Day;
    let [anna, ben]: Page[] = [];

    const press = async (page: Page, ...keys: readonly string[]): Promise<void> => {
      for (const key of keys) await page.keyboard.press(key);
    };
    /** Runs what the list of commands finds. */
    const runs = async (page: Page, query: string): Promise<void> => {
      await press(page, 'Control+k');
      await page.getByRole('combobox', { name: /^Find a command/ }).waitFor();
      await page.keyboard.type(query);
      await press(page, 'Enter');
    };
    const claims = async (): Promise<readonly Claim[]> => (await articleOf(anna!)).claims;
    const all = async (what: (claim: Claim) => unknown, expected: unknown): Promise<void> =>
      eventually(async () =>
        assert.deepEqual(
          (await claims()).map((claim) => what(claim)),
          Array(COUNT).fill(expected),
        ),
      );
    /** Goes to the first claim of the list. */
    const first = async (page: Page): Promise<void> => {
      await press(page, 'Escape', 'Escape', 'Escape', 'j');
      await page.locator('.card.is-selected .card-head').waitFor();
    };

    before(async () => {
      day = await beginDay('Anna Kim', { 'Ben Ortiz': 'annotator' });
      [anna, ben] = day.people;
      const headers = { origin: day.served.address };
      const made = await anna!.request.post(`${day.served.address}/api/articles`, {
        data: { text: textOf(paragraphs, sentences) },
        headers,
      });
      const { id } = await made.json();
      for (const page of [anna!, ben!]) {
        await page.addInitScript(() => {
          addEventListener('pointerdown', () => console.error('a mouse was used'), true);
        });
        await page.goto(`${day.served.address}/articles/${id}`);
        await page.locator('.ProseMirror').waitFor();
      }
      // The list of commands is there without waiting for it.
      await hasAllCode(anna!);
    });
    afterEach(() => day.isFlawless());
    after(() => day.ends());

    it('marks all sentences, one key to select and one to mark each, and sets one aside', async () => {
      await press(anna!, 't');
      await afterFocus(anna!);
      await press(anna!, 'Control+Home', '.');
      for (let each = 0; each < COUNT; each += 1) await press(anna!, '.', 'c');
      await eventually(async () => assert.equal((await claims()).length, COUNT));
      await press(anna!, 'Escape', 'u', 'x', 'u', 'x');
      for (const page of [anna!, ben!]) await page.locator('.looked-at').getByText('100 %', { exact: true }).waitFor();
    });

    it('moves the ends of one by words', async () => {
      await first(anna!);
      await press(anna!, '[', '[', ']');
      await eventually(async () =>
        assert.equal((await claims())[0]?.words, 'The north bridge of year 1990 carried 2000 cars a'),
      );
      await press(anna!, ']');
      await eventually(async () => assert.match((await claims())[0]?.words ?? '', /cars a day\.?$/));
    });

    it('gives each its own words, its type, a source, a verdict with a reason, and calls it ready', async () => {
      await first(anna!);
      for (let each = 0; each < COUNT; each += 1) {
        if (each > 0) await press(anna!, 'j');
        await runs(anna!, 'own words');
        await anna!.keyboard.type(`Claim ${each + 1} in our own words.`);
        await press(anna!, 'Control+Enter', 'i', 'ArrowDown', 'Escape', 'w', 's', 'Tab');
        await anna!.keyboard.type(`Count ${each + 1}`);
        await press(
          anna!,
          'Shift+Tab',
          'Shift+Tab',
          ...(each > 0 ? ['Shift+Tab'] : []),
          'ArrowDown',
          'Control+Enter',
          '5',
        );
        await anna!.keyboard.type('Counted.');
        await press(anna!, 'Control+Enter', 'w');
      }
      await all(({ statement }) => /^Claim \d+ in our own words\.$/.test(statement), true);
      await all(({ kind }) => kind, 'statistic');
      await all(({ outcome }) => outcome?.rating, 'true');
      await all(({ work }) => work.state, 'ready');
      const { evidence } = await articleOf(anna!);
      assert.deepEqual(
        evidence.map(({ stance }: { stance: string }) => stance),
        Array(COUNT).fill('supports'),
      );
    });

    it('has the other make the first check of all, ask about one and correct another, all by keys', async () => {
      await first(ben!);
      await stands(ben!, 'Ready to check');
      for (let each = 0; each < COUNT; each += 1) await press(ben!, ...(each > 0 ? ['j'] : []), 'w');
      await all(({ work }) => work.state, 'first');
      await press(ben!, 'm');
      await ben!.keyboard.type('Is this the yearly mean?');
      await press(ben!, 'Enter', 'k', 'r');
      await ben!.getByLabel('The words as they should be').waitFor();
      await press(ben!, 'End', 'ArrowLeft');
      await ben!.keyboard.type(' and night');
      await press(ben!, 'Enter');
      await eventually(async () => assert.equal((await articleOf(ben!)).corrections.length, 1));
    });

    it('answers the question and settles it, accepts the correction, and judges anew what it changed', async () => {
      await anna!.locator('.ProseMirror ins.correction-in').first().waitFor();
      await press(anna!, 'Escape', 'v', 'a');
      await eventually(async () => assert.equal((await articleOf(anna!)).corrections[0].state, 'accepted'));
      await press(anna!, 'v');
      await runs(anna!, 'reply in');
      await anna!.keyboard.type('Yes, of all days.');
      await press(anna!, 'Enter');
      await anna!.locator('.remark.is-shown').getByText('Yes, of all days.').waitFor();
      await runs(anna!, 'resolve');
      await eventually(async () => {
        const [{ messages, resolved }] = (await articleOf(anna!)).threads;
        assert.deepEqual([messages.length, resolved === null], [2, false]);
      });
      await runs(anna!, `Claim ${COUNT - 1}`);
      await card(anna!).getByText('Corrected, accepted by Anna Kim').waitFor();
      await stands(anna!, 'Reopened');
      await press(anna!, '5');
      await press(anna!, 'Control+Enter', 'w');
      await stands(anna!, 'Ready to check');
    });

    it('puts a claim whose words were cut on other words', async () => {
      await press(anna!, 'Escape', 'Escape', 't');
      await afterFocus(anna!);
      await press(anna!, 'Control+End', '.', ',');
      const last = (await claims()).at(-1)!;
      await press(anna!, ',');
      assert.equal(await anna!.evaluate(() => String(getSelection())), last.words);
      await press(anna!, 'e', 'Delete', 'Escape');
      await eventually(async () =>
        assert.equal((await claims()).find(({ id }) => id === last.id)?.anchor.state, 'orphaned'),
      );
      await runs(anna!, `Claim ${COUNT}`);
      await card(anna!).getByText('It was marked on').waitFor();
      await press(anna!, 't', 'Control+End', ',');
      await runs(anna!, 'put the open claim on');
      await eventually(async () => {
        const { anchor, words } = (await claims()).find(({ id }) => id === last.id)!;
        assert.deepEqual([anchor.state, words], ['changed', 'Everybody loves a bridge.']);
      });
    });

    it('signs off what is checked, reopens one by a move of its name, and exports', async () => {
      await first(anna!);
      for (let each = 0; each < COUNT - 2; each += 1) await press(anna!, ...(each > 0 ? ['j'] : []), 'w');
      await eventually(async () =>
        assert.equal((await claims()).filter(({ work }) => work.state === 'signed').length, COUNT - 2),
      );
      await runs(anna!, 'claim: reopen');
      await anna!.getByLabel('Why is it reopened?').waitFor();
      await anna!.keyboard.type('One more look');
      await press(anna!, 'Enter');
      await stands(anna!, 'Reopened');
      await runs(anna!, 'export this');
      await anna!.getByRole('button', { name: 'Download' }).waitFor();
      const until = async (selector: string, key: string): Promise<void> => {
        for (let tries = 0; tries < 20; tries += 1) {
          if (await anna!.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return;
          await press(anna!, key);
        }
        assert.fail(`${key} does not lead to ${selector}`);
      };
      await until('.export-format input', 'Tab');
      await until('[value="csv"]', 'ArrowDown');
      await until('.export-foot button', 'Tab');
      const downloading = anna!.waitForEvent('download');
      await press(anna!, 'Enter');
      const table = readFileSync(await (await downloading).path(), 'utf8');
      assert.equal(table.split('"Signed"').length - 1, COUNT - 3 + 1);
    });
  });
};
