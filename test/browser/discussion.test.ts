import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { anno, onWords, position, quote } from '../support/annotations.ts';
import { violations } from '../support/axe.ts';
import { deskInBrowsers } from '../support/browser-desk.ts';
import { articleOf, eventually, selectWords } from '../support/desk-in-browsers.ts';
import { cutLine } from '../support/going-offline.ts';

const PARAGRAPHS = Array.from(
  { length: 14 },
  (_, index) => `Paragraph ${index + 1} says that bridge ${index + 1} cost ${index + 2} million euros and took a year.`,
);
const TEXT = `Council opens the bridge\n\n${PARAGRAPHS.join('\n\n')}`;

const composer = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true });
const openCard = (page: Page) => page.locator('.card.is-selected');
const threadWords = (page: Page, words: string) => page.locator('.ProseMirror .thread-words', { hasText: words });
const discussion = (page: Page) => page.getByRole('tab', { name: /Discussion/ });

describe('the discussion in a browser', function () {
  this.timeout(90_000);
  const desk = deskInBrowsers(['Ann Kim'], ['Ben Ode', 'editor']);
  let ann: Page;
  let ben: Page;

  const mark = async (page: Page, words: string): Promise<void> => {
    await selectWords(page, words);
    await page.keyboard.press('c');
    await page.locator('.ProseMirror [data-claim]', { hasText: words }).first().waitFor();
  };

  const begins = async (page: Page, words: string, said: string): Promise<void> => {
    await selectWords(page, words);
    await page.keyboard.press('m');
    await page.locator('textarea:focus').waitFor();
    await page.keyboard.type(said);
  };

  before(() => {
    [ann, ben] = desk.pages;
  });
  beforeEach(async () => desk.open(await desk.makes({ text: TEXT })));

  it('keeps the focus where something is sent, resolved or given up, though what had it goes', async () => {
    const has = (where: string): Promise<void> =>
      eventually(async () => assert.equal(await ann.locator(`${where}:focus`).count(), 1));
    await begins(ann, 'bridge 2 cost 3 million', 'Who paid?');
    await ann.keyboard.press('Enter');
    await has('.remark .quote-button');
    for (const ends of ['Enter', 'Escape']) {
      await ann.getByRole('button', { name: 'Reply' }).press('Enter');
      await ann.locator('textarea:focus').waitFor();
      await ann.keyboard.type('We did.');
      await ann.keyboard.press(ends);
      await has('.remark .quote-button');
    }
    await ann.getByRole('button', { name: 'Resolve' }).press('Enter');
    await has('.side-panel');
    await begins(ann, 'bridge 3 cost 4 million', 'Hm');
    await ann.keyboard.press('Escape');
    await has('.ProseMirror');
  });

  it('begins on any words with M, is answered, resolved and taken up again, and is drawn in the text while it is open', async () => {
    await begins(ann, 'bridge 2 cost 3 million', 'Who paid?');
    await ann.keyboard.press('Enter');
    await threadWords(ben, 'bridge 2 cost 3 million').click();
    await ben.getByRole('tab', { name: /Discussion\s*1/, selected: true }).waitFor();
    const thread = ben.getByRole('article', { name: /Thread on “bridge 2/ });
    await thread.getByText('Who paid?').waitFor();
    await thread.getByRole('button', { name: 'Reply' }).click();
    await ben.keyboard.type('The council.');
    await ben.keyboard.press('Shift+Enter');
    await ben.keyboard.type('It says so.');
    await ben.keyboard.press('Enter');
    await ann.getByText('The council. It says so.', { exact: true }).waitFor();
    await ann.getByRole('button', { name: 'Resolve' }).click();
    await threadWords(ben, 'bridge 2').waitFor({ state: 'detached' });
    await ben.getByRole('tab', { name: /Discussion\s*0/ }).waitFor();
    await ben.getByText('1 resolved thread').click();
    await ben.getByRole('button', { name: 'Reopen' }).click();
    await threadWords(ann, 'bridge 2').waitFor();
    const [{ messages }] = (await articleOf(ann)).threads;
    assert.deepEqual(
      messages.map(({ text }: { text: string }) => text),
      ['Who paid?', 'The council.\nIt says so.'],
    );
  });

  it('takes what is typed while its form is still being fetched for words, not for commands', async () => {
    const { promise: typed, resolve } = Promise.withResolvers<void>();
    await ann.route(/discussion-list.*\.js/, async (route) => {
      await typed;
      await route.continue();
    });
    await ann.reload();
    await ann.locator('.ProseMirror').waitFor();
    await selectWords(ann, 'bridge 3 cost 4 million');
    await ann.keyboard.press('m');
    await ann.keyboard.type('Can we call?');
    resolve();
    const field = ann.locator('textarea:focus');
    await field.waitFor();
    assert.equal(await field.inputValue(), 'Can we call?');
    await ann.keyboard.press('Enter');
    await ben.locator('.ProseMirror .thread-words', { hasText: 'bridge 3 cost 4 million' }).waitFor();
    assert.equal((await articleOf(ben)).claims.length, 0);
    await ann.unrouteAll();
  });

  it('names somebody by the keyboard, and shows addresses, markup and other ways of writing as they are', async () => {
    await mark(ann, 'took a year');
    await openCard(ann).getByRole('button', { name: 'Comment', exact: true }).click();
    await ann.keyboard.type('Ask @be');
    await ann.getByRole('listbox').getByRole('option', { name: 'Ben Ode' }).waitFor();
    await ann.keyboard.press('Enter');
    await ann.keyboard.type('<img src=x onerror=alert(1)> see https://example.org/a_(b). مرحبا');
    await ann.keyboard.press('Enter');
    await ben.locator('.card-head').first().click();
    const message = openCard(ben).locator('.message-text');
    await message.waitFor();
    assert.equal(await message.locator('img').count(), 0);
    assert.equal(await message.locator('a').getAttribute('href'), 'https://example.org/a_(b)');
    assert.equal(await message.locator('.mention').textContent(), '@Ben Ode');
    const article = await articleOf(ben);
    const [{ mentions, text }] = article.threads[0].messages;
    assert.equal(text.slice(mentions[0].from, mentions[0].to), '@Ben Ode');
    assert.equal(article.people[mentions[0].reviewer].name, 'Ben Ode');
  });

  it('keeps what was begun when the card is closed, and when the page is loaded again', async () => {
    await mark(ann, 'took a year');
    await ann.keyboard.press('m');
    await ann.keyboard.type('Half a thou');
    // Out of the field, out of the card to its words, and the card is closed.
    for (let step = 0; step < 3; step += 1) await ann.keyboard.press('Escape');
    await openCard(ann).waitFor({ state: 'detached' });
    await ann.getByText('All changes saved').waitFor();
    await ann.reload();
    await ann.locator('.card-head').first().click();
    assert.equal(await composer(ann, 'Comment').inputValue(), 'Half a thou');
    await composer(ann, 'Comment').fill('A whole thought');
    await composer(ann, 'Comment').press('Enter');
    await ann.locator('.message-text', { hasText: 'A whole thought' }).waitFor();
  });

  it('goes on without a line, and is there for the other when the line is back', async () => {
    await mark(ann, 'took a year');
    await ben.locator('.card-head').first().click();
    await cutLine(ann);
    await ann.keyboard.press('m');
    await ann.keyboard.type('From the train');
    await ann.keyboard.press('Enter');
    await openCard(ann).getByText('From the train').waitFor();
    await ann.context().setOffline(false);
    await openCard(ben).getByText('From the train').waitFor({ timeout: 20_000 });
  });

  it('has a correction suggested with R, drawn in the text, and accepted with A: the claim says so, and undo takes both back', async () => {
    await mark(ann, 'bridge 3 cost 4 million euros');
    await ann.keyboard.press('r');
    await ann.getByLabel('The words as they should be').fill('bridge 3 cost almost 5 million euros');
    await ann.getByRole('textbox', { name: 'Why', exact: true }).fill('The budget says 4.9');
    await ann.getByRole('button', { name: 'Suggest', exact: true }).click();
    await ben.locator('.ProseMirror ins.correction-in').first().waitFor();
    await ben.locator('.card-head').first().click();
    await openCard(ben).getByText('The budget says 4.9').waitFor();
    await ben.keyboard.press('a');
    await openCard(ann).getByText('Corrected, accepted by Ben Ode').waitFor();
    const accepted = await articleOf(ann);
    assert.match(accepted.text, /bridge 3 cost almost 5 million euros and/);
    assert.equal(accepted.claims[0].words, 'bridge 3 cost almost 5 million euros');
    await ben.keyboard.press('Control+z');
    await ann.locator('.ProseMirror ins.correction-in').first().waitFor();
    const undone = await articleOf(ann);
    assert.deepEqual([undone.corrections[0].state, undone.claims[0].anchor.state], ['suggested', 'exact']);
  });

  it('has a correction wait as a request while the text is locked, and never accepts one whose words have changed: it is suggested again for the new ones', async () => {
    await selectWords(ann, 'bridge 1 cost 2 million');
    await ann.keyboard.press('r');
    await ann.getByLabel('The words as they should be').fill('bridge 1 cost 3 million');
    await ann.keyboard.press('Enter');
    await ann.locator('.ProseMirror ins.correction-in').waitFor();
    await ann.getByText('All changes saved').waitFor();
    const { id } = await articleOf(ann);
    const locking = (kind: string, opId: string) => ({
      data: { opId, base: 1, parts: [{ kind }] },
      headers: { origin: desk.served.address },
    });
    const operations = `${desk.served.address}/api/articles/${id}/operations`;
    await ann.request.post(operations, locking('article.lock', 'lock'));
    await discussion(ben).click();
    await ben.getByRole('heading', { name: 'Requests to the writer' }).waitFor();
    assert.equal(await ben.getByRole('button', { name: 'Accept' }).count(), 0);
    await ann.request.post(operations, locking('article.unlock', 'unlock'));
    await ben.getByRole('button', { name: 'Accept' }).waitFor();
    await ben.getByRole('button', { name: /Edit text/ }).click();
    await selectWords(ben, '1 cost');
    await ben.keyboard.type('9 cost');
    await eventually(async () =>
      assert.match(await ann.locator('.ProseMirror').innerText(), /bridge 9 cost 2 million/),
    );
    await ann.getByText('so it cannot be accepted').waitFor();
    await ann.locator('.correction .alert del', { hasText: '1' }).waitFor();
    assert.equal(await ann.getByRole('button', { name: 'Accept' }).count(), 0);

    await ann.getByRole('button', { name: 'Suggest it for the words now' }).click();
    const words = ann.getByLabel('The words as they should be');
    assert.equal(await words.inputValue(), 'bridge 1 cost 3 million');
    await words.press('Enter');
    await ben.keyboard.press('Escape');
    await ben.getByRole('button', { name: 'Accept' }).click();
    await ann.locator('.ProseMirror p', { hasText: 'bridge 1 cost 3 million euros' }).waitFor();
    await eventually(async () => {
      const { corrections } = await articleOf(ann);
      assert.deepEqual(corrections.map(({ state }: { state: string }) => state).sort(), ['accepted', 'withdrawn']);
    });
  });

  it('leaves the card, the caret and the text where they are while another adds messages, claims and text above, and cuts its words', async () => {
    for (const number of [5, 8, 11]) await mark(ann, `bridge ${number} cost ${number + 1} million`);
    await ann.locator('.card-head').nth(1).click();
    await openCard(ann).getByText('bridge 8 cost').first().waitFor();
    await ann.keyboard.press('m');
    await ann.keyboard.type('I am in the middle of this');
    for (let times = 0; times < 4; times += 1) await ann.keyboard.press('ArrowLeft');
    const look = () =>
      ann.evaluate(() => {
        const area = document.activeElement;
        const words = [...document.querySelectorAll('.ProseMirror p')].find((each) =>
          /^Paragraph 9 /.test(each.textContent),
        );
        if (!(area instanceof HTMLTextAreaElement)) return { focus: document.activeElement?.tagName };
        return {
          focus: area.value,
          caret: area.selectionStart,
          top: area.getBoundingClientRect().top,
          text: words?.getBoundingClientRect().top ?? 0,
        };
      });
    const before = await look();
    assert.equal(before.focus, 'I am in the middle of this');
    const stays = async (what: string): Promise<void> => {
      const now = await look();
      assert.deepEqual([now.focus, now.caret], [before.focus, before.caret], what);
      assert.ok(
        Math.abs((now.top ?? 0) - (before.top ?? 0)) <= 1,
        `${what}: the card moved from ${before.top} to ${now.top}`,
      );
      assert.ok(
        Math.abs((now.text ?? 0) - (before.text ?? 0)) <= 1,
        `${what}: the text moved from ${before.text} to ${now.text}`,
      );
    };
    await mark(ben, 'bridge 2 cost 3 million');
    await eventually(async () => assert.equal(await ann.locator('.card .card-head').count(), 4));
    await stays('a claim above');
    await ben.locator('.card-head').nth(2).click();
    await openCard(ben).getByText('bridge 8 cost').first().waitFor();
    await ben.keyboard.press('m');
    for (const words of ['One', 'Two', 'Three']) {
      await composer(ben, words === 'One' ? 'Comment' : 'Reply').waitFor();
      await ben.keyboard.type(`${words} message`);
      await ben.keyboard.press('Enter');
      await openCard(ann).getByText(`${words} message`).waitFor();
      await stays(`the message ${words}`);
      if (words !== 'Three') await openCard(ben).getByRole('button', { name: 'Reply' }).click();
    }
    await ben.getByRole('button', { name: /Edit text/ }).click();
    await selectWords(ben, 'Paragraph 1 says');
    await ben.keyboard.press('ArrowLeft');
    await ben.keyboard.type('Much that is new is typed here, above what the other reads. '.repeat(4));
    await ben.keyboard.press('Enter');
    await ann
      .getByText(/typed here, above/)
      .first()
      .waitFor();
    await ann.getByText('All changes saved').waitFor();
    await stays('text above');
    await selectWords(ben, 'bridge 8 cost 9 million');
    await ben.keyboard.press('Delete');
    await openCard(ann).getByText('It was marked on').waitFor();
    await stays('its words were cut');
  });

  it('takes annotations of elsewhere, without a mouse: what is wrong is told, then what becomes of each, then they are there and can be taken back', async () => {
    await ann.keyboard.press('Control+k');
    await ann.getByRole('combobox').fill('Bring annotations');
    await ann.keyboard.press('Enter');
    const dialog = ann.getByRole('dialog', { name: 'Bring annotations' });
    const field = dialog.getByRole('textbox', { name: 'Paste them as JSON' });
    await field.fill(JSON.stringify(anno({ id: 'x', created: 'then' })));
    await field.press('Control+Enter');
    await dialog.getByText(/^id: an IRI is expected, not "x"/).waitFor();
    await dialog.getByText(/^created: a date and time/).waitFor();
    desk.expectFaults(/422/);
    const file = [
      onWords(quote('bridge 2 cost 3 million'), { bodyValue: 'Who paid?', creator: { name: 'Ada Lark' } }),
      onWords([quote('bridge 5 cost 6 million'), position(0, 3)], { motivation: 'highlighting' }),
      onWords(quote('bridge 3 cost 9 million'), { bodyValue: 'Nine?' }),
    ];
    await field.fill(JSON.stringify(file));
    await field.press('Control+Enter');
    await dialog.getByText('2 placed · 1 of them doubtful · 1 not placed').waitFor();
    await dialog.getByText('Its words are not in the article.').waitFor();
    await dialog.getByText(/Similar words are here: Paragraph 2 says/).waitFor();
    assert.deepEqual(await violations(ann), []);
    await ann.keyboard.press('Enter');
    await dialog.waitFor({ state: 'detached' });
    await threadWords(ben, 'bridge 2 cost 3 million').click();
    await ben.getByText('An annotation, brought in by Ann Kim').waitFor();
    const { claims, threads, removed } = await articleOf(ann);
    assert.deepEqual([claims.length, threads.length, removed.length], [1, 1, 1]);
    await ann.getByRole('region', { name: 'Messages' }).getByText('2 annotations brought').waitFor();
    await ann.getByRole('button', { name: 'Undo' }).first().click();
    await threadWords(ben, 'bridge 2 cost 3 million').waitFor({ state: 'detached' });
  });
});
