import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { read } from '../../server/import/pdf/pdf-reader.ts';
import { type Reading, wordsOfBlock } from '../../server/import/reading.ts';
import { openBrowser } from '../support/browser.ts';

const SEED = new URL('../../../shared/seeds/article.txt', import.meta.url);

const PARAGRAPH = (nth: string): string =>
  `In its ${nth} finding the board of the moon says that what it stands on is cheese, and that nobody who was there has said anything else of it since.`;

/** A page as it is copied: two menus, title, caption twice, ten paragraphs, the credit, a notice, labels. */
const OWN: readonly string[] = [
  'Accessibility links',
  'Breaking News',
  'Board Says Moon Is Made Of Cheese And Nothing Else',
  'The head of the board (left) meets the head of the cheese makers (right) on the moon on October 20.',
  'The head of the board (left) meets the head of the cheese makers (right) on the moon on October 20.',
  ...['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth'].map(PARAGRAPH),
  'Based on reporting by Reuters',
  'To find out more, click here.',
  ...['XS', 'SM', 'MD', 'LG'],
];

const lines = existsSync(SEED)
  ? readFileSync(SEED, 'utf8')
      .split('\n')
      .filter((line) => line.trim() !== '')
  : OWN;
const credit = lines.findIndex((line) => line.startsWith('Based on reporting'));
const html = lines.map((line) => line.replaceAll('&', '&amp;').replaceAll('<', '&lt;'));
const p = (from: number, to = html.length): string =>
  html
    .slice(from, to)
    .map((line) => `<p>${line}</p>`)
    .join('\n');

const WHOLE = `<!doctype html><html lang="en"><title>${html[2]}</title><nav><a href="#a">${html[0]}</a></nav>
  <div><a href="/">${html[1]}</a></div><main id="a"><h1>${html[2]}</h1><figure><div style="height:200px"></div>
  <figcaption>${html[3]}</figcaption></figure>${p(4, credit + 1)}</main><footer>${p(credit + 1)}</footer></html>`;
const BARE = `<!doctype html><html lang="en"><title>x</title><h1>${html[2]}</h1>${p(3, credit + 1)}</html>`;
const PAPER = {
  format: 'A4',
  displayHeaderFooter: true,
  tagged: true,
  margin: { top: '60px', bottom: '60px' },
} as const;

describe('an article that a browser prints', function () {
  this.timeout(60_000);
  let browser: Browser;
  before(async () => {
    browser = await openBrowser();
  });
  after(() => browser.close());

  const printed = async (page: string, paper: Parameters<Awaited<ReturnType<Browser['newPage']>>['pdf']>[0]) => {
    const tab = await browser.newPage();
    await tab.setContent(page);
    const file = new Uint8Array(await tab.pdf(paper));
    await tab.close();
    return file;
  };

  const FORMS = {
    'with its page around it': [WHOLE, { format: 'A4' }],
    'with its page, and heads and feet on each sheet': [WHOLE, PAPER],
    'in narrow columns': [`${BARE}<style>body { columns: 2 24px; font: 11px serif }</style>`, { format: 'A4' }],
    'alone on one sheet, with head and foot': [BARE, { ...PAPER, scale: 0.8 }],
  } as const;
  for (const [form, [page, paper]] of Object.entries(FORMS))
    it(`${form} is exactly its title, caption, paragraphs and credit line`, async () => {
      const reading: Reading = await read({ file: await printed(page, paper), clean: true }, () => {});
      assert.equal(reading.title, lines[2]);
      assert.deepEqual(
        reading.blocks.map((block) => [block.kind, ...wordsOfBlock(block)]),
        [
          ['caption', lines[3]],
          ...lines.slice(5, credit).map((line) => ['paragraph', line]),
          ['credit', lines[credit]],
        ],
      );
      if ('tagged' in paper) assert.equal(reading.language, 'en');
      const removed = new Set(reading.removed.flatMap(({ text }) => text.split('\n')));
      const rest = page === WHOLE ? [lines[0]!, lines[1]!, ...lines.slice(credit + 1)] : [];
      for (const line of [lines[4]!, ...rest]) assert.ok(removed.has(line), `"${line}" is lost`);
    });
});
