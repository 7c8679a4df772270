import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { aDocx, added, deleted, from, note, p, table, to, words } from '../support/a-docx.ts';
import { deskInBrowsers } from '../support/browser-desk.ts';
import { articleOf, eventually } from '../support/desk-in-browsers.ts';

const FILE = aDocx(
  p('Council opens the bridge', 'Title') +
    p(
      words('The council opened the ') +
        from(1) +
        from(2) +
        words('old bridge') +
        to(1) +
        to(2) +
        words(' on Tuesday.') +
        note(1),
    ) +
    p(words('It cost ') + deleted('12', 'Ben Ode') + added('13', 'Ben Ode') + words(' million euros.')) +
    p('Figures', 'berschrift1') +
    table([
      ['Year', 'Cars a day'],
      ['2024', '8,000'],
    ]),
  {
    comments: [
      { id: 1, by: 'Una Ní', text: 'Is it the old one?' },
      { id: 2, by: 'Ben Ode', text: 'Yes, of 1911.', answers: 1 },
      { id: 3, by: 'Una Ní', text: 'A title, please.' },
    ],
    footnotes: ['Press release of the council, 4 May'],
  },
);

const choose = (page: Page, name: string, buffer: Uint8Array): Promise<void> =>
  page.locator('input[type=file][accept]').setInputFiles({ name, mimeType: '', buffer: Buffer.from(buffer) });

describe('a Word file in a browser', function () {
  this.timeout(60_000);
  const desk = deskInBrowsers(['Ann Kim']);

  it('shows what comes along with it, and becomes an article on whose words it stands', async () => {
    const [ann] = desk.pages;
    await ann.goto(`${desk.served.address}/articles/new`);
    await choose(ann, 'bridge.docx', FILE);
    await ann.getByText('Comes along: 1 comment, 1 tracked change, 1 footnote').waitFor();
    await ann.getByText('Una Ní: A title, please.').waitFor();
    const file = ann.getByRole('region', { name: 'The file' });
    await file.getByText('Una Ní · 1 answer').waitFor();
    assert.deepEqual(await file.locator('.brought-words').allTextContents(), [
      'The council opened the old bridge on Tuesday.',
      'old bridge',
    ]);
    await ann.getByRole('button', { name: 'Create article' }).click();
    await ann.waitForURL(/\/articles\/(?!new)[\w-]+$/);
    await ann.getByRole('tab', { name: /Discussion/ }).click();
    const thread = ann.getByRole('article', { name: /Thread on “old bridge/ });
    await thread.getByText('Yes, of 1911.').waitFor();
    await thread
      .getByText(/Comment in the file, brought in by Ann Kim/)
      .first()
      .waitFor();
    assert.equal(await thread.getByRole('button', { name: 'Edit' }).count(), 0);
    await ann.getByText(/Tracked change of Ben Ode, 2 Jan 2026/).waitFor();
    await ann.getByRole('button', { name: 'Accept' }).click();
    await eventually(async () => assert.match((await articleOf(ann)).text, /It cost 13 million euros\./));
  });

  it('that is broken is refused with why, and another can be chosen', async () => {
    const [ann] = desk.pages;
    await ann.goto(`${desk.served.address}/articles/new`);
    await choose(ann, 'bridge.docx', FILE.subarray(0, 600));
    await ann.getByText('The file is broken, or is not what its name says').waitFor();
    await ann.getByRole('button', { name: 'Choose another' }).click();
    await choose(ann, 'moon.md', new TextEncoder().encode('# The moon\n\n> far\n'));
    await eventually(async () =>
      assert.equal(await ann.getByRole('textbox', { name: 'Title' }).inputValue(), 'The moon'),
    );
    await ann.getByRole('button', { name: 'Choose another' }).click();
    await choose(ann, 'moon.png', Uint8Array.of(0x89, 0x50, 0, 0));
    await ann.getByRole('status').filter({ hasText: '“moon.png” is not in a format that can be read.' }).waitFor();
    desk.expectFaults(/422/);
  });
});
