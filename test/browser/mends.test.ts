import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { deskInBrowsers } from '../support/browser-desk.ts';
import { eventually, join, openPage } from '../support/desk-in-browsers.ts';
import { holdAsking } from '../support/held-asking.ts';

const TEXT = `Council opens the bridge

The old bridge was opened on Tuesday after two years of repairs that cost 12 million euros.

It carried 8,000 cars a day before it was closed, according to the ministry of transport.`;

const card = (page: Page) => page.locator('.card.is-selected');
/** The words of the claim, of which the caret of another may part some. */
const claim = (page: Page) => page.locator('.ProseMirror [data-claim="cars"]').first();
/** Waits until the focus is on what has a class. */
const focusOn = (page: Page, name: string) => page.locator(`.${name}:focus`).waitFor();

describe('what people stumbled over, in browsers', function () {
  this.timeout(60_000);
  const desk = deskInBrowsers(['Ann Kim'], ['Mara Rossi', 'lead']);
  let ann: Page;
  let mara: Page;
  let article: string;

  before(() => {
    [ann, mara] = desk.pages;
  });

  beforeEach(async () => {
    article = await desk.makes({ text: TEXT });
    const quote = { exact: '8,000 cars a day', prefix: '', suffix: '' };
    await desk.performs(article, 1, { kind: 'claim.mark', claim: 'cars', quote, fields: {} });
    await opens(ann);
  });

  /** Opens the article, and the card of its claim. */
  const opens = async (page: Page): Promise<void> => {
    await desk.open(article, page);
    await claim(page).click();
    await card(page).waitFor();
  };

  const state = async (page: Page, words: string): Promise<void> => {
    await page.getByRole('button', { name: 'In your own words' }).click();
    await page.getByLabel('Statement').fill(words);
  };

  it('keeps what was typed when a form is left with Escape', async () => {
    await state(ann, 'Eight thousand cars used it daily.');
    await ann.keyboard.press('Escape');
    assert.equal(await ann.getByLabel('Statement').count(), 0);
    await ann.getByRole('button', { name: 'In your own words' }).click();
    assert.equal(await ann.getByLabel('Statement').inputValue(), 'Eight thousand cars used it daily.');
  });

  it('selects the words that are only a beginning, so that typing replaces them', async () => {
    await ann.getByRole('button', { name: 'In your own words' }).click();
    await ann.keyboard.type('It was busy.');
    assert.equal(await ann.getByLabel('Statement').inputValue(), 'It was busy.');
  });

  it('takes the first click after a date was mended', async () => {
    await ann.keyboard.press('s');
    await ann.getByLabel('Title').fill('Traffic counts');
    await ann.getByText('Supports', { exact: true }).click();
    await ann.getByLabel('Date').fill('Tuesday');
    await ann.getByLabel('Publisher').focus();
    await ann.getByText(/a date such as/).waitFor();
    await ann.getByLabel('Date').fill('2015-10-22');
    await ann.locator('.source-form').getByRole('button', { name: 'Add source' }).click();
    await card(ann).getByText('Traffic counts').waitFor();
  });

  it('keeps the focus in the card after saving and withdrawing', async () => {
    await state(ann, 'Eight thousand cars used it daily.');
    await ann.keyboard.press('Control+Enter');
    await focusOn(ann, 'card-head');
    await ann.keyboard.press('4');
    await ann.getByLabel('Say why').fill('So it is.');
    await ann.keyboard.press('Control+Enter');
    await focusOn(ann, 'card-head');
    await ann.getByRole('button', { name: 'Withdraw verdict' }).press('Enter');
    await card(ann).locator('.given').waitFor({ state: 'detached' });
    await focusOn(ann, 'card-head');
    await ann.getByRole('button', { name: 'Withdraw claim' }).press('Enter');
    await ann.getByText('Withdrawn by').waitFor();
    await focusOn(ann, 'card-head');
  });

  it('chooses no stance for anyone, and says that one is needed', async () => {
    await ann.keyboard.press('s');
    await ann.getByLabel('Title').fill('Traffic counts');
    assert.equal(await ann.locator('.stances :checked').count(), 0);
    await ann.keyboard.press('Control+Enter');
    await ann.getByRole('alert').getByText('Say what it does for the claim').waitFor();
    await ann.keyboard.press('Space');
    await ann.getByLabel('Title').press('Control+Enter');
    await card(ann).locator('.piece .stance.supports').waitFor();
  });

  it('has everything on a phone and on an enlarged screen, and scrolls nowhere to the side', async () => {
    for (const width of [720, 375, 320]) {
      await ann.setViewportSize({ width, height: 720 });
      await ann.getByRole('button', { name: 'More about this article' }).click();
      await ann.locator('.more-menu').getByText('Council opens the bridge').waitFor();
      await ann.getByRole('button', { name: 'Lock the text' }).waitFor();
      await ann.locator('.more-menu').getByRole('button', { name: 'Share' }).click();
      await ann.getByRole('heading', { name: 'Share this article' }).waitFor();
      await ann.keyboard.press('Escape');
      const right = await ann.locator('.account-button').evaluate((element) => element.getBoundingClientRect().right);
      assert.ok(right <= width, `the account button ends at ${right} of ${width}`);
      assert.equal(await ann.evaluate(() => document.documentElement.scrollWidth), width);
    }
    await ann.goto(desk.served.address);
    await ann.getByRole('searchbox').waitFor();
    assert.equal(await ann.evaluate(() => document.documentElement.scrollWidth), 320);
    await ann.setViewportSize({ width: 1440, height: 900 });
  });

  it('gives the focus back to the button of a menu that is left with Escape, and leaves the card open', async () => {
    await ann.getByRole('button', { name: 'Export' }).press('Enter');
    await ann.getByRole('button', { name: 'Download' }).focus();
    await ann.keyboard.press('Escape');
    await ann.locator(':focus', { hasText: /^Export$/ }).waitFor();
    await card(ann).waitFor();
  });

  it('shows in the text that the focus came to it by Tab', async () => {
    await ann.getByRole('button', { name: /Edit text/ }).focus();
    await ann.keyboard.press('Tab');
    await focusOn(ann, 'ProseMirror');
    assert.equal(await ann.locator('.ProseMirror').evaluate((text) => getComputedStyle(text).outlineStyle), 'solid');
  });

  it('shows a viewer only the keys that do something for them', async () => {
    const { page: viewer, faults } = await openPage(desk.browser);
    await join(ann, viewer, desk.served, 'Vera Lind', 'viewer');
    await viewer.goto(ann.url());
    await viewer.locator('.key-hints').waitFor();
    const keys = () => viewer.locator('.key-hints kbd').allInnerTexts();
    await eventually(async () => assert.deepEqual(await keys(), ['J', 'K', '?']));
    await viewer.keyboard.press('?');
    await viewer.getByText('Next claim').waitFor();
    assert.equal(await viewer.getByText('Add a source to the open claim').count(), 0);
    assert.deepEqual(faults, []);
    await viewer.context().close();
  });

  it('says in words that there is nothing at an address, and that an invitation is not good, before anything is filled in', async () => {
    const { page: stranger } = await openPage(desk.browser);
    await stranger.goto(`${desk.served.address}/nosuch`);
    await stranger.getByRole('heading', { name: 'There is no such page' }).waitFor();
    await stranger.goto(`${desk.served.address}/join/tsi_nosuch`);
    await stranger.getByText('This link is not good, or no longer').waitFor();
    assert.equal(await stranger.getByLabel('Your name').count(), 0);
    await stranger.context().close();
  });

  it('keeps a menu open that was opened while the page was still on its way, and closes it where one goes elsewhere', async () => {
    const fetching = await holdAsking(ann, '**/assets/queue-*.js', 'GET');
    await ann.goto(`${desk.served.address}/queue`);
    await ann.locator('main.plain').waitFor();
    const button = ann.getByRole('button', { name: /account of Ann/ });
    await button.click();
    const signOut = ann.getByRole('button', { name: 'Sign out' });
    await signOut.waitFor();
    fetching.letGo();
    await ann.locator('main:not(.plain)').waitFor();
    assert.equal(await signOut.isVisible(), true);
    await focusOn(ann, 'account-button');
    await ann.getByRole('link', { name: 'Your account' }).click();
    await ann.getByRole('heading', { name: 'Your account' }).first().waitFor();
    assert.equal(await ann.locator('.account-menu').isVisible(), false);
    await button.click();
    await ann.keyboard.press('Escape');
    assert.equal(await ann.locator('.account-menu').isVisible(), false);
    await ann.unroute('**/assets/queue-*.js');
  });

  describe('while another has the same card open', () => {
    beforeEach(() => opens(mara));

    it('asks whose statement stays when another saved one meanwhile', async () => {
      await state(ann, 'Eight thousand cars used it daily.');
      await state(mara, 'It carried many cars.');
      await mara.keyboard.press('Control+Enter');
      await card(ann).getByText('Mara Rossi changed it to “It carried many cars.” meanwhile.').waitFor();
      await ann.getByLabel('Statement').press('Control+Enter');
      await card(mara).getByText('It carried many cars.').waitFor();
      await ann.getByRole('button', { name: 'Save mine' }).click();
      await card(mara).getByText('Eight thousand cars used it daily.').waitFor();
    });

    it('keeps the other’s statement when asked to', async () => {
      await state(ann, 'Eight thousand cars used it daily.');
      await state(mara, 'It carried many cars.');
      await mara.keyboard.press('Control+Enter');
      await ann.getByRole('button', { name: 'Keep theirs' }).click();
      await ann.getByLabel('Statement').waitFor({ state: 'detached' });
      await card(ann).getByText('It carried many cars.').waitFor();
    });

    it('asks whose detail stays, too', async () => {
      for (const page of [ann, mara]) await card(page).getByText('Details').click();
      await ann.getByLabel('Said at').fill('New York');
      await mara.getByLabel('Said at').fill('Geneva');
      await mara.keyboard.press('Tab');
      await card(ann).getByText('Said at: Mara Rossi changed it to “Geneva” meanwhile.').waitFor();
      await ann.getByLabel('Said at').press('Tab');
      await ann.getByRole('button', { name: 'Save mine' }).click();
      await eventually(async () => assert.equal(await mara.getByLabel('Said at').inputValue(), 'New York'));
    });

    it('leaves the card of a claim that another withdraws open where it is, with all that was typed', async () => {
      await state(ann, 'Eight thousand cars used it daily.');
      await mara.getByRole('button', { name: 'Withdraw claim' }).click();
      await card(ann)
        .getByText(/Withdrawn by Mara Rossi, \d\d:\d\d/)
        .waitFor();
      await ann.keyboard.type(' Indeed.');
      await ann.keyboard.press('Control+Enter'); // refused, and kept
      assert.equal(await ann.getByLabel('Statement').inputValue(), 'Eight thousand cars used it daily. Indeed.');
      await card(ann).getByRole('button', { name: 'Bring back' }).click();
      await claim(mara).waitFor();
      await ann.getByLabel('Statement').press('Control+Enter');
      await card(ann).locator('.statement', { hasText: 'Indeed.' }).waitFor();
    });

    it('changes what is said of a source, and takes an address as people write it', async () => {
      await ann.keyboard.press('s');
      await ann.getByText('Refutes', { exact: true }).click();
      await ann.getByLabel('Address').fill('www.reuters.com/counts');
      await ann.keyboard.press('Control+Enter');
      await card(ann).getByRole('link', { name: 'reuters.com' }).waitFor();
      await card(ann).locator('.piece').getByRole('button', { name: 'Edit', exact: true }).click();
      await ann.getByText('Context', { exact: true }).click();
      await ann.getByLabel('Passage').fill('8,132 a day');
      await ann.locator('.source-form').getByRole('button', { name: 'Save' }).click();
      await card(mara).getByText('“8,132 a day”').waitFor();
      await card(mara).locator('.piece .stance.context').waitFor();
    });
  });
});
