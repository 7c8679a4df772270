import assert from 'node:assert/strict';
import { articleOfReading } from '../../../server/import/article-of-reading.ts';
import { readMarkdown } from '../../../server/import/markdown-reader.ts';
import type { Block } from '../../../server/import/reading.ts';
import { readerContract } from '../../support/reader-contract.ts';

describe('the reader of Markdown', () => {
  readerContract('markdown', {
    file: {
      name: 'moon.md',
      mediaType: 'text/plain',
      bytes: new TextEncoder().encode('# The moon\n\nIt is made of *basalt*.\n\n- Nobody\n- has asked\n'),
    },
    title: 'The moon',
    words: ['It is made of basalt.', 'has asked'],
  });

  const becomes = (says: string, source: string, expected: readonly Block[]): void => {
    it(says, () => {
      const reading = readMarkdown(`# T\n\n${source}`);
      assert.equal(reading.title, 'T');
      assert.deepEqual(reading.blocks, expected);
      articleOfReading(reading, () => 'r').doc.check();
    });
  };

  becomes('has headings a level below the title, however deep they begin', '### a\n\n#### b', [
    { kind: 'heading', level: 2, text: 'a' },
    { kind: 'heading', level: 3, text: 'b' },
  ]);
  becomes('joins the lines of a paragraph and keeps its breaks', 'a\nb  \nc', [{ kind: 'paragraph', text: 'a b\nc' }]);
  becomes('has what is marked in the words', 'a *b* **c** `d` [e](https://e.org) [f]\n\n[f]: https://f.org', [
    {
      kind: 'paragraph',
      text: 'a b c d e f',
      spans: [
        { from: 2, to: 3, mark: 'em' },
        { from: 4, to: 5, mark: 'strong' },
        { from: 6, to: 7, mark: 'code' },
        { from: 8, to: 9, mark: 'link', href: 'https://e.org' },
        { from: 10, to: 11, mark: 'link', href: 'https://f.org' },
      ],
    },
  ]);
  becomes('has lists within lists, with their first number', '3. a\n   - b\n4. c', [
    {
      kind: 'list',
      ordered: true,
      start: 3,
      items: [{ text: 'a', rest: [{ kind: 'list', ordered: false, items: [{ text: 'b' }] }] }, { text: 'c' }],
    },
  ]);
  becomes('has quotations, rules and code', '> a\n>\n> b\n\n---\n\n```js\nx\ny\n```', [
    { kind: 'quote', text: 'a', rest: [{ kind: 'paragraph', text: 'b' }] },
    { kind: 'rule' },
    { kind: 'paragraph', text: 'x\ny', spans: [{ from: 0, to: 3, mark: 'code' }] },
  ]);
  becomes('has tables', '| a | b |\n|---|---|\n| c | **d** |', [
    {
      kind: 'table',
      rows: [
        [
          { text: 'a', heads: true },
          { text: 'b', heads: true },
        ],
        [{ text: 'c' }, { text: 'd', spans: [{ from: 0, to: 1, mark: 'strong' }] }],
      ],
    },
  ]);
  becomes('has a picture with its words as a caption', '![a moon](https://m.org/m.png "The moon, full")', [
    { kind: 'caption', text: 'The moon, full', image: { src: 'https://m.org/m.png', alt: 'a moon' } },
  ]);
  becomes('keeps notes as they are written', 'a[^1]\n\n[^1]: Almanac', [
    { kind: 'paragraph', text: 'a[^1]' },
    { kind: 'paragraph', text: '[^1]: Almanac' },
  ]);
  becomes(
    'reads HTML by the rules of HTML, and runs none of it',
    'a <b onclick=x>b</b><br>c\n\n<div><p>d</p><script>e()</script></div>',
    [
      { kind: 'paragraph', text: 'a b\nc' },
      { kind: 'paragraph', text: 'd' },
    ],
  );
  becomes('leaves out addresses that may not be opened', '[a](javascript:alert(1))', [
    { kind: 'paragraph', text: 'a' },
  ]);

  it('has no title where no heading stands above all else', () => {
    assert.equal(readMarkdown('a\n\n# b').title, '');
  });

  it('is not sunk by what is deep', () => {
    const deep = readMarkdown(`# T\n\n${'> '.repeat(500)}a\n\n${'- '.repeat(500)}b`);
    articleOfReading(deep, () => 'r').doc.check();
    assert.match(JSON.stringify(deep.blocks), /"a".*"b"/);
  });
});
