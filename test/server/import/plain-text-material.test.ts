import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { readPlainText } from '../../../server/import/plain-text.ts';
import { type Block, wordsOfBlock } from '../../../server/import/reading.ts';

const SHARED = new URL('../../../../shared/', import.meta.url);
const SEED = new URL('seeds/article.txt', SHARED);
const PAGES = new URL('material/02-extraction/open/plain-text/pages.json.gz', SHARED);

const withFile = (file: URL, describeIt: () => void): void => {
  if (existsSync(file)) describeIt();
  else it.skip(`is not tested: ${file.pathname} is absent`);
};

const inked = (text: string): string => [...text.replace(/\s/gu, '')].sort().join('');
const textOf = (block: Block): string => wordsOfBlock(block).join('');

describe('the seed article', () => {
  withFile(SEED, () => {
    const text = readFileSync(SEED, 'utf8');
    const lines = text.split('\n').filter((line) => line.trim() !== '');
    const { title, blocks, removed } = readPlainText(text);

    it('has its headline for a title', () => assert.equal(title, lines[2]));
    it('has one caption, ten paragraphs and a credit', () =>
      assert.deepEqual(
        blocks.map((block) => block.kind),
        ['caption', ...Array(10).fill('paragraph'), 'credit'],
      ));
    it('has them word for word', () => assert.deepEqual(blocks.map(textOf), [lines[3], ...lines.slice(5, 16)]));
    it('gives back the rest, one by one', () =>
      assert.deepEqual(
        removed.map(({ text, reason, before }) => [reason, text, before]),
        [
          ['navigation', lines[0], -1],
          ['navigation', lines[1], -1],
          ['repeated', lines[4], 1],
          ['notice', lines[16], 12],
          ['notice', lines[17], 12],
          ['notice', lines[18], 12],
          ['widget', lines.slice(19).join('\n'), 12],
        ],
      ));
  });
});

describe('real pages', () => {
  withFile(PAGES, () => {
    const pages = JSON.parse(gunzipSync(readFileSync(PAGES)).toString()) as Record<string, { readonly text: string }>;
    it('lose no sign in silence (T10)', () => {
      for (const [id, { text }] of Object.entries(pages)) {
        const { title, blocks, removed } = readPlainText(text);
        const all = title + blocks.map(textOf).join('') + removed.map((removal) => removal.text).join('');
        assert.equal(inked(all), inked(text), id);
      }
    });
  });
});
