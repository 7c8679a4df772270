import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { deskInBrowsers } from '../support/browser-desk.ts';
import { afterFocus, articleOf, eventually } from '../support/desk-in-browsers.ts';
import { goOffline } from '../support/going-offline.ts';

const TEXT = `Council opens the bridge

The old bridge was opened on Tuesday after two years of repairs.`;

const why = (page: Page) => page.getByRole('textbox', { name: 'Say why' });
const read = (page: Page) => page.locator('.rationale .say');
const card = (page: Page) => page.locator('.card.is-selected');
const button = (page: Page, name: string | RegExp) => card(page).getByRole('button', { name });

describe('the rationale of a claim in a browser', function () {
  this.timeout(60_000);
  const desk = deskInBrowsers(['Anna Kim'], ['Ben Ortiz', 'annotator']);
  let anna: Page;
  let ben: Page;

  before(() => {
    [anna, ben] = desk.pages;
  });

  beforeEach(async () => {
    const article = await desk.makes({ text: TEXT });
    const quote = { exact: 'two years', prefix: '', suffix: '' };
    await desk.performs(article, 1, { kind: 'claim.mark', claim: 'c', quote, fields: {} });
    await desk.open(article);
    for (const page of [anna, ben]) {
      await page.locator('.ProseMirror [data-claim]').first().click();
      await card(page).waitFor();
    }
  });

  it('is written by two people at once, neither losing the focus or a word', async () => {
    await button(anna, /Say why/).click();
    await button(ben, /Say why/).click();
    await anna.keyboard.type('The council says two years.');
    await eventually(async () => assert.equal(await why(ben).textContent(), 'The council says two years.'));
    await afterFocus(ben);
    await ben.keyboard.press('Home');
    await Promise.all([
      anna.keyboard.type(' So does the ministry.', { delay: 15 }),
      ben.keyboard.type('Confirmed: ', { delay: 15 }),
    ]);
    for (const page of [anna, ben]) {
      await eventually(async () =>
        assert.equal(await why(page).textContent(), 'Confirmed: The council says two years. So does the ministry.'),
      );
      assert.ok(await why(page).evaluate((element) => element === document.activeElement));
    }
    await ben.keyboard.press('Escape');
    assert.equal(await read(ben).textContent(), 'Confirmed: The council says two years. So does the ministry.');
    await ben.getByText(/^Written by (Anna Kim and Ben Ortiz|Ben Ortiz and Anna Kim)$/).waitFor();
  });

  it('goes on while the text is locked, and Ctrl-Z takes back what was typed in it, also after the card was closed', async () => {
    const lock = { opId: 'lock', base: 1, parts: [{ kind: 'article.lock' }] };
    const address = anna.url().replace('/articles/', '/api/articles/').replace(/#.*/, '');
    const headers = { origin: desk.served.address };
    assert.equal((await anna.request.post(`${address}/operations`, { data: lock, headers })).status(), 200);
    await button(ben, /Say why/).click();
    await ben.keyboard.type('Measured.');
    await eventually(async () => assert.equal(await read(anna).textContent(), 'Measured.'));
    await ben.keyboard.press('Escape');
    await button(ben, 'Edit why').click();
    await ben.keyboard.press('Control+z');
    await eventually(async () => assert.equal((await articleOf(anna)).claims[0].rationale, ''));
    assert.equal((await articleOf(anna)).text, TEXT.replace('\n\n', '\n'));
    await ben.keyboard.press('Control+Shift+z');
    await eventually(async () => assert.equal(await read(anna).textContent(), 'Measured.'));
  });

  it('is signed with a verdict as it stands, and the card says when it was reworded since', async () => {
    await anna.keyboard.press('5');
    await why(anna).waitFor();
    await anna.keyboard.type('It took two years.');
    await anna.keyboard.press('Control+Enter');
    await eventually(async () => {
      const { verdicts } = await articleOf(anna);
      assert.deepEqual(
        verdicts.filter((each: { withdrawn?: object }) => !each.withdrawn).map((each: object) => ({ ...each, id: '' })),
        [{ ...verdicts.at(-1), id: '', rationale: 'It took two years.', shared: true }],
      );
    });
    assert.equal(await card(anna).getByText('Reworded since it was signed').count(), 0);
    await button(ben, 'Edit why').click();
    await afterFocus(ben);
    await ben.keyboard.press('Home');
    await ben.keyboard.type('Almost: ');
    await card(anna).getByText('Reworded since it was signed').click();
    await eventually(async () => assert.equal(await card(anna).locator('.reworded ins').textContent(), 'Almost: '));
    await button(anna, 'Sign these words').click();
    await card(anna).getByText('Reworded since it was signed').waitFor({ state: 'detached' });
    assert.equal((await articleOf(anna)).verdicts.at(-1).stale, null);
  });

  it('has links: an address pasted over words makes one, and Ctrl Shift K asks where they lead', async () => {
    const link = (page: Page) => page.locator('.rationale a');
    const pastes = (text: string) =>
      why(anna).evaluate(async (element, pasted) => {
        // The browser tells of a selection a moment after the key; who pastes takes longer than that.
        await new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn)));
        const clipboardData = new DataTransfer();
        clipboardData.setData('text/plain', pasted);
        element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
      }, text);
    const leads = async (words: string, href: string): Promise<void> => {
      await eventually(async () => {
        assert.deepEqual(await link(ben).allInnerTexts(), [words]);
        assert.equal(await link(ben).getAttribute('href'), href);
      });
    };
    await button(anna, /Say why/).click();
    await anna.keyboard.type('See the report.');
    await anna.keyboard.press('ArrowLeft');
    await anna.keyboard.press('Control+Shift+ArrowLeft');
    await pastes('https://council.example/report');
    await leads('report', 'https://council.example/report');
    await anna.keyboard.press('ArrowLeft');
    await anna.keyboard.press('ArrowRight');
    await anna.keyboard.press('Control+Shift+K');
    const asked = card(anna).getByLabel('Where “report” leads');
    assert.equal(await asked.inputValue(), 'https://council.example/report');
    await anna.keyboard.type('javascript:alert(1)');
    await anna.keyboard.press('Enter');
    await card(anna).getByRole('alert').getByText('an address that begins with https://').waitFor();
    await asked.fill('council.example/annual');
    await anna.keyboard.press('Enter');
    await leads('report', 'https://council.example/annual');
    await anna.keyboard.press('Control+Shift+K');
    await asked.fill('');
    await anna.keyboard.press('Enter');
    await eventually(async () => assert.equal(await link(ben).count(), 0));
    await anna.keyboard.press('End');
    await anna.keyboard.type(' ');
    await pastes('www.council.example');
    await leads('https://www.council.example', 'https://www.council.example');
    await eventually(async () =>
      assert.equal((await articleOf(anna)).claims[0].rationale, 'See the report. https://www.council.example'),
    );
  });

  it('is written offline and merged afterwards; what finds no claim any more is given back (T10)', async () => {
    await goOffline(ben);
    await button(ben, /Say why/).click();
    await ben.keyboard.type(' Written on the train.');
    await button(anna, /Say why/).click();
    await anna.keyboard.type('At the desk.');
    await eventually(async () => assert.equal((await articleOf(anna)).claims[0].rationale, 'At the desk.'));
    await ben.context().setOffline(false);
    const both = 'At the desk. Written on the train.';
    await eventually(async () => assert.equal((await articleOf(anna)).claims[0].rationale, both), 20_000);
    await goOffline(ben);
    await ben.keyboard.type('!!');
    const address = anna.url().replace('/articles/', '/api/articles/').replace(/#.*/, '');
    const data = { opId: 'out', base: 2, parts: [{ kind: 'claim.withdraw', claim: 'c' }] };
    await anna.request.post(`${address}/operations`, { data, headers: { origin: desk.served.address } });
    await ben.context().setOffline(false);
    await ben.locator('.tray blockquote', { hasText: '!!' }).waitFor({ timeout: 20_000 });
  });
});
