import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { deskInBrowsers } from '../../support/browser-desk.ts';
import { articleOf, eventually, selectWords } from '../../support/desk-in-browsers.ts';
import { INNER, OUTER, RAW, WHICH, wordsOf } from '../../support/the-article.ts';

const FOUND = 'Of 64 places on the list, 49 lie in districts that others hold';
const pageOf = (title: string, ...lines: readonly string[]): Buffer =>
  Buffer.from(
    `<!doctype html><html lang="en"><title>${title}</title><h1>${title}</h1>${lines.map((line) => `<p>${line}.</p>`).join('')}</html>`,
  );

/** The three links of the chain, each with a page of its own. */
const CHAIN = [
  { source: 'power', fields: { title: 'Speech in the Council', publisher: 'United Nations', kind: 'broadcast' } },
  { source: 'reuters', fields: { title: 'Where the strikes fell', publisher: 'Reuters', kind: 'page' } },
  { source: 'ministry', fields: { title: 'Targets by day', publisher: 'Russian Defense Ministry', kind: 'dataset' } },
] as const;

const SECRET = 'Quiet Witness of the sixth floor';

describe(`from a claim to what it rests on, by two people and a viewer, on ${WHICH}`, function () {
  this.timeout(60_000);
  const desk = deskInBrowsers(['Una Vogt'], ['Ben Ito'], ['Vera Lund', 'viewer']);
  let una: Page;
  let ben: Page;
  let vera: Page;
  let article = '';
  let [outer, inner] = ['', ''];
  const told: string[] = [];

  const card = (page: Page) => page.locator('.card.is-selected');
  const evidence = (page: Page) => card(page).getByRole('region', { name: 'Evidence' });
  const version = async (): Promise<number> => (await articleOf(una)).version;
  const claimOn = async (words: string): Promise<string> =>
    (await articleOf(una)).claims.find(({ quote }: { quote: { exact: string } }) => quote.exact === words)?.id ?? '';
  const performs = async (...parts: readonly object[]) => desk.performs(article, await version(), ...parts);
  const opens = async (page: Page, claim: string): Promise<void> => {
    const isOpen = (await page.locator(`#card-${claim}.is-selected`).count()) > 0;
    if (!isOpen) await page.locator(`#card-${claim} .card-head`).first().click();
    await evidence(page).waitFor();
  };

  before(async () => {
    [una, ben, vera] = desk.pages;
    vera.on('websocket', (socket) => socket.on('framereceived', ({ payload }) => told.push(String(payload))));
    article = await desk.makes({ text: RAW });
    await desk.open(article);
    const { text } = await articleOf(una);
    const words = [wordsOf(text, OUTER), wordsOf(text, INNER)] as const;
    for (const each of words) {
      await selectWords(una, each);
      await una.keyboard.press('c');
      await eventually(async () => assert.notEqual(await claimOn(each), ''));
    }
    [outer, inner] = [await claimOn(words[0]), await claimOn(words[1])];
    const power = { name: 'Samantha Power', kind: 'person', verb: 'referred to' };
    const reuters = { name: 'Reuters', kind: 'organization', verb: 'found' };
    const ministry = { name: 'Russian Defense Ministry', kind: 'dataset' };
    await performs(
      { kind: 'claim.revise', claim: outer, fields: { attribution: [power] } },
      { kind: 'claim.revise', claim: inner, fields: { attribution: [power, reuters, ministry] } },
      ...CHAIN.map((each) => ({ kind: 'source.add', ...each })),
    );
    const pages: Readonly<Record<string, Buffer>> = {
      power: pageOf('Speech in the Council', 'She spoke of it', 'Others did not'),
      reuters: pageOf('Where the strikes fell', 'The list was read day by day', FOUND, 'The rest could not be placed'),
      ministry: pageOf('Targets by day', '64 places in all'),
    };
    for (const [source, buffer] of Object.entries(pages)) {
      const made = await una.request.post(`${desk.served.address}/api/articles/${article}/captures`, {
        multipart: { source, file: { name: `${source}.html`, mimeType: 'text/html', buffer } },
        headers: { origin: desk.served.address },
      });
      assert.equal(made.status(), 201, await made.text());
    }
  });

  it('has the analysis at first hand for the claim that it found something', async () => {
    const fields = { stance: 'supports' };
    await performs({ kind: 'evidence.attach', evidence: 'e1', claim: outer, source: 'reuters', fields });
    await opens(ben, outer);
    await evidence(ben).getByText('At first hand').waitFor();
    assert.equal(await evidence(ben).getByText('All that supports this claim').count(), 0);
  });

  it('has it in a circle for what it found, and counts what comes from one list once', async () => {
    const fields = { stance: 'supports' };
    const derivesFrom = [{ source: 'ministry', manner: 'data' }];
    await performs(
      { kind: 'evidence.attach', evidence: 'e2', claim: inner, source: 'reuters', fields },
      { kind: 'evidence.attach', evidence: 'e3', claim: inner, source: 'ministry', fields },
      { kind: 'source.revise', source: 'reuters', fields: { derivesFrom } },
    );
    await opens(ben, inner);
    await evidence(ben).getByText('All that supports this claim comes from those who say it').waitFor();
    await evidence(ben).getByText('Supports: 2 sources, 1 root', { exact: true }).waitFor();
  });

  it('leads to the passage in two acts, for everyone', async () => {
    await opens(una, inner);
    const piece = evidence(una).locator('.piece', { hasText: 'Where the strikes fell' });
    await piece.getByRole('button', { name: 'Pin the passage' }).click();
    await una.getByRole('dialog').getByLabel('Find words in the copy').fill(FOUND);
    await una.getByRole('dialog').locator('iframe').contentFrame().getByText(FOUND).waitFor();
    await una.keyboard.press('Enter');
    await una.keyboard.press('Enter');
    await evidence(ben).getByText(FOUND).waitFor();
    await una.keyboard.press('Escape');
    await ben.locator('.card.is-selected .card-head').first().focus();
    await ben.keyboard.press('q');
    await ben.getByRole('dialog').locator('iframe').contentFrame().getByText(FOUND).waitFor();
    await ben.keyboard.press('Escape');
  });

  it('works out the share from what was pinned, and holds it against the words of the claim', async () => {
    await una.getByRole('dialog').waitFor({ state: 'detached' });
    await una.keyboard.press('=');
    const form = card(una).getByRole('form', { name: 'Calculation' });
    await form.waitFor();
    await una.keyboard.type('others / all');
    await form.getByRole('button', { name: 'Add others, all' }).click();
    await form.getByLabel('Value').nth(0).fill('49');
    await form.getByLabel('Value').nth(1).fill('64');
    await form.getByLabel('How sure').nth(0).selectOption('at least');
    await form.locator('.calc-live').getByText('= at least 76.6 %').waitFor();
    await form.getByLabel('How sure').nth(0).selectOption('exactly');
    await form.locator('.calc-live').getByText('within “almost 80 percent”').waitFor();
    await form.getByLabel('From').nth(0).selectOption('e2');
    await form.locator('.stances').getByText('Supports').click();
    await una.keyboard.press('Control+Enter');
    await form.waitFor({ state: 'detached' });
    await evidence(ben).locator('.calc-line').getByText('49 / 64').waitFor();
    await ben.keyboard.press('2');
    await card(ben).locator('.given').waitFor();
  });

  it('flags the verdict when the passage that a number is from is another', async () => {
    await performs({ kind: 'evidence.revise', evidence: 'e2', fields: { note: 'Counted anew: two places moved.' } });
    await card(ben).locator('.alert').getByText('The evidence changed').waitFor();
  });

  it('asks the ministry, and prints its reply beside the verdict as far as it agreed', async () => {
    const by = { contact: 'k1', question: 'q1' };
    await performs(
      {
        kind: 'contact.add',
        contact: 'k1',
        fields: { person: 'Press office', role: 'Defense Ministry', consent: 'public' },
      },
      { kind: 'contact.ask', ...by, claim: inner, fields: { question: 'Is the list whole?', askedOn: '2026-03-01' } },
      { kind: 'contact.answer', ...by, answer: 'a1', fields: { answer: 'disputes', words: 'No list is whole.' } },
    );
    await card(ben).locator('.reply').getByText('No list is whole.').waitFor();
  });

  it('keeps who is named in confidence from all but those who are to know', async () => {
    const { reviewers } = await (await una.request.get(`${desk.served.address}/api/reviewers`)).json();
    const to = reviewers.find(({ name }: { name: string }) => name === 'Ben Ito')?.id;
    assert.ok(to, JSON.stringify(reviewers));
    await performs(
      { kind: 'source.add', source: 'quiet', fields: { title: SECRET, kind: 'interview', visibility: [to] } },
      { kind: 'evidence.attach', evidence: 'e4', claim: inner, source: 'quiet', fields: { stance: 'supports' } },
    );
    await evidence(ben).getByText(SECRET).first().waitFor();
    await vera.reload();
    await opens(vera, inner);
    await evidence(vera).getByText('Where the strikes fell').first().waitFor();
    assert.equal(await vera.getByText(SECRET).count(), 0);
    assert.ok(told.length > 0 && !told.some((each) => each.includes(SECRET)));
    for (const format of ['claimreview', 'web-annotation', 'csv', 'json']) {
      const answer = await vera.request.get(`${desk.served.address}/api/articles/${article}/export/${format}`);
      assert.ok(!(await answer.text()).includes(SECRET), format);
    }
    const published = await una.request.get(`${desk.served.address}/api/articles/${article}/export/claimreview`);
    assert.ok(!(await published.text()).includes(SECRET));
  });
});
