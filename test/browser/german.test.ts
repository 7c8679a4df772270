import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { deskInBrowsers } from '../support/browser-desk.ts';
import { eventually, openPage, selectWords } from '../support/desk-in-browsers.ts';
import { englishOn } from '../support/english-words.ts';

describe('the interface in German', function () {
  this.timeout(90_000);
  const desk = deskInBrowsers(['Anna Kim']);
  let page: Page;
  let article: string;

  before(async () => {
    [page] = desk.pages;
    const text = 'Die Brücke\n\nSie kostete 12 Millionen Euro.\n\nDer Bau dauerte drei Jahre.';
    article = `${desk.served.address}/articles/${await desk.makes({ text })}`;
  });

  const isGerman = async (): Promise<void> => {
    assert.equal(await page.evaluate(() => document.documentElement.lang), 'de');
    assert.deepEqual(await englishOn(page), []);
  };

  const fits = async (): Promise<void> => {
    await page.setViewportSize({ width: 320, height: 640 });
    const [inner, wide] = await page.evaluate(() => [innerWidth, document.documentElement.scrollWidth]);
    assert.ok(Number(wide) <= Number(inner), `the page is ${wide} pixels wide`);
    await page.setViewportSize({ width: 1440, height: 900 });
  };

  const menu = async (name: RegExp): Promise<void> => page.getByRole('button', { name }).click();

  it('is chosen in the account menu, at once and with nothing lost that is half written', async () => {
    await page.goto(`${desk.served.address}/articles/new`);
    const text = page.getByRole('textbox');
    await text.fill('Halb geschrieben');
    await menu(/account of Anna/);
    await page.getByText('Deutsch').click();
    await page.getByRole('heading', { name: 'Neuer Artikel' }).waitFor();
    assert.equal(await text.inputValue(), 'Halb geschrieben');
    await eventually(async () => assert.equal(await page.title(), 'Neuer Artikel · Touchstone'));
    await isGerman();
    await fits();
  });

  it('is remembered, and holds for the list of articles', async () => {
    await page.goto(desk.served.address);
    await page.getByRole('link', { name: 'Die Brücke' }).waitFor();
    await isGerman();
    await fits();
  });

  it('has room for all the tabs, also where import removed lines', async () => {
    const text = 'Skip to content\n\nDie Brücke\n\nSie kostete 12 Millionen Euro.\n\nXS\nSM\nMD\nLG';
    const imported = await desk.makes({ text });
    const withAll = await desk.makes({ text });
    await desk.performs(withAll, 1, { kind: 'contact.add', contact: 'p', fields: { person: 'Ann' } });
    const size = page.viewportSize();
    for (const [address, count] of [
      [article, 4],
      [`${desk.served.address}/articles/${imported}`, 5],
      [`${desk.served.address}/articles/${withAll}`, 6],
    ] as const) {
      await page.goto(address);
      await page.locator(`.tabs > :nth-child(${count})`).waitFor();
      for (const width of [1440, 1024, 320]) {
        await page.setViewportSize({ width, height: 800 });
        if (width === 320) await page.getByRole('button', { name: 'Behauptungen', exact: true }).click();
        await page.locator('.tabs').waitFor();
        const [inner, wide] = await page.locator('.tabs').evaluate((tabs) => [tabs.clientWidth, tabs.scrollWidth]);
        assert.ok(Number(wide) <= Number(inner), `${count} tabs are ${wide} pixels wide, of ${inner}, at ${width}`);
      }
      await page.setViewportSize(size ?? { width: 1440, height: 900 });
    }
  });

  it('holds in the workspace: an open claim, its source, its verdict, what is wrong with a date', async () => {
    await page.goto(article);
    await page.locator('.ProseMirror').waitFor();
    await selectWords(page, '12 Millionen Euro');
    await page.keyboard.press('c');
    await page.getByRole('button', { name: 'Größtenteils falsch' }).click();
    await page.locator('.card.is-selected .given').getByText('Größtenteils falsch').waitFor();
    await page.locator('.claim-details summary').click();
    await page.locator('.claim-details [name=kind]').focus();
    await page.locator('.claim-details [name=kind]').selectOption('statistic');
    await page.getByLabel('Fällig').focus();
    await page.locator('.card.is-selected .card-head').getByText('· Statistik').waitFor();
    await page.getByLabel('Fällig').fill('bald');
    await page.getByLabel('Schlagwörter').focus();
    await page.getByText('erwartet wird ein Datum').waitFor();
    await isGerman();
    await fits();
  });

  it('holds in the menu of exports, for all that a format loses', async () => {
    await menu(/Exportieren/);
    await page.getByRole('button', { name: 'Herunterladen' }).waitFor();
    await page.getByRole('combobox', { name: 'Behauptungen' }).selectOption('some');
    for (const format of await page.locator('.export-format input').all()) {
      await format.check();
      await page.getByText(/Kein Platz ist für|Alles ist darin/).waitFor();
      await isGerman();
    }
    await page.keyboard.press('Escape');
  });

  it('holds in the list of commands, which leads back to English and to German again', async () => {
    await page.keyboard.press('Control+k');
    await page.getByRole('listbox', { name: 'Was sich finden lässt' }).waitFor();
    await isGerman();
    for (const [language, title] of [
      ['English', 'Find a command'],
      ['Deutsch', 'Befehl, Behauptung'],
    ] as const) {
      await page.locator('.command-search').fill(language);
      await page
        .getByRole('option', { name: new RegExp(language) })
        .first()
        .waitFor();
      await page.keyboard.press('Enter');
      await page
        .getByRole('textbox', { name: language === 'English' ? 'Text of the article' : 'Text des Artikels' })
        .waitFor();
      await page.keyboard.press('Control+k');
      await page.getByRole('combobox', { name: title }).waitFor();
    }
    await page.keyboard.press('Escape');
  });

  it('holds on the page of the desk, scales and all', async () => {
    await page.goto(`${desk.served.address}/desk`);
    await page.getByLabel('Wahrheitsskala in fünf Stufen').waitFor();
    await isGerman();
    await fits();
  });

  it('is what a browser gets that asks for German', async () => {
    const { page: other } = await openPage(desk.browser, { locale: 'de-AT' });
    await other.goto(desk.served.address);
    await other.getByRole('heading', { name: 'Anmelden' }).waitFor();
    assert.deepEqual(await englishOn(other), []);
  });
});
