import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { parse } from 'parse5';
import { SETS } from '../../../bench/import/sets.ts';
import { decodeHtml } from '../../../server/import/html/decode-html.ts';
import { readHtml } from '../../../server/import/html/html-reader.ts';
import { piecesOf } from '../../../server/import/html/pieces.ts';
import { type Reading, wordsOfBlock } from '../../../server/import/reading.ts';
import { describeWith } from '../../support/material.ts';

const SEED = new URL('../../../../shared/seeds/article.txt', import.meta.url);

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

describe('the seed article as a page', () => {
  if (!existsSync(SEED)) {
    it.skip(`is not tested: ${SEED.pathname} is absent`);
    return;
  }
  const lines = readFileSync(SEED, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '');
  const html = lines.map(escaped);
  const p = (from: number, to: number): string =>
    html
      .slice(from, to)
      .map((line) => `<p>${line}</p>`)
      .join('\n');
  const FORMS: Readonly<Record<string, string>> = {
    'with a page around it': `<!doctype html><html><head><title>${html[2]}</title></head><body>
      <nav><a href="#content">${html[0]}</a></nav><div class="news-bar"><a href="/">${html[1]}</a></div>
      <main id="content"><h1>${html[2]}</h1><figure><img src="x.jpg" alt=""><figcaption>${html[3]}</figcaption></figure>
      <p class="unseen">${html[4]}</p><div class="wsw">${p(5, 16)}</div><div class="infobox">${p(16, 19)}</div></main>
      <div class="responsive">${html
        .slice(19)
        .map((line) => `<span>${line}</span>`)
        .join('<br><br>')}</div></body></html>`,
    'in plain paragraphs': `<h1>${html[2]}</h1>`.concat(p(0, 2), p(3, html.length)),
    'line by line': html.map((line) => `<div>${line}</div>`).join('\n'),
  };
  for (const [form, page] of Object.entries(FORMS)) {
    it(`${form} is the same title, caption, paragraphs and credit line`, () => {
      const { title, blocks, removed } = readHtml(page, '', true, () => {});
      assert.equal(title, lines[2]);
      assert.deepEqual(
        blocks.map((block) => [block.kind, ...wordsOfBlock(block)]),
        [['caption', lines[3]], ...lines.slice(5, 15).map((line) => ['paragraph', line]), ['credit', lines[15]]],
      );
      const all = removed.flatMap(({ text }) => text.split('\n')).sort();
      assert.deepEqual(all, [lines[0], lines[1], lines[4], ...lines.slice(16)].sort());
    });
  }
});

const inked = (text: string): string => text.replaceAll(/[\s\u00ad]/g, '');

const wordsIn = ({ title, blocks, removed }: Reading): string =>
  inked([title, ...blocks.flatMap(wordsOfBlock), ...removed.map(({ text }) => text)].join(''));

describeWith('02-extraction/open', 'real pages', () => {
  it('lose no words in silence (T10)', () => {
    for (const { id, html } of SETS.aeb().slice(0, 12)) {
      const text = decodeHtml(html, '');
      const all = wordsIn(readHtml(text, '', true, () => {}));
      for (const piece of piecesOf(parse(text), (href) => href).pieces)
        assert.ok(all.includes(inked(piece.text)), `${id}: ${piece.text}`);
    }
  }).timeout(60_000);
});
