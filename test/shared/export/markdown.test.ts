import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Nodes, Parent, Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTable } from 'micromark-extension-gfm-table';
import type { Node } from 'prosemirror-model';
import { blocksMarkdown } from '../../../shared/export/markdown/blocks.ts';
import { escapedLines } from '../../../shared/export/markdown/escaped.ts';
import { markdown } from '../../../shared/export/markdown.ts';
import { create, schema } from '../../../shared/schema.ts';
import { collapsed } from '../../../shared/text.ts';
import { paragraph, richEdition } from '../../support/edition.ts';
import { exportContract, hostileArticle, type Written, writtenHostile } from '../../support/export-contract.ts';
import { HOSTILE } from '../../support/hostile.ts';
import { hostileEdition } from '../../support/hostile-edition.ts';
import { IS_WHOLE } from '../../support/part-of.ts';

const parsed = (text: string): Root =>
  fromMarkdown(text, { extensions: [gfmTable()], mdastExtensions: [gfmTableFromMarkdown()] });

const known = new Map<Written, readonly Root[]>();

/**
 * A file block by block, since the parser's time grows with the square of what it is given. The body of a hostile edition has
 * paragraphs alone; what would end a paragraph or begin a section that is not ours is seen in the block, or as one too many.
 */
const parsedInParts = (written: Written): readonly Root[] => {
  const before = known.get(written);
  if (before) return before;
  const [body = '', ...sections] = String(written).split(/\n\n(?=#{2,3} )/);
  const roots = [...body.split('\n\n'), ...sections].map(parsed);
  known.set(written, roots);
  return roots;
};

const childrenOf = (node: Nodes): readonly Nodes[] => ('children' in node ? (node as Parent).children : []);

/** The words that a reader sees of a node: U+2400 stands for what CommonMark cannot hold. */
const wordsOf = (node: Nodes): string => {
  if (node.type === 'break') return '\n';
  if ('value' in node) return node.value.replaceAll('\u2400', '\0');
  return childrenOf(node).map(wordsOf).join('');
};

const HOLDS_WORDS = ['paragraph', 'heading', 'tableCell', 'strong', 'emphasis', 'link'];

const all = (node: Nodes): readonly Nodes[] => [node, ...childrenOf(node).flatMap(all)];

/** What a text of ours is in: a paragraph, a link, a part of a line behind a label or between commas. */
const textsIn = (text: Written): readonly string[] =>
  parsedInParts(text)
    .flatMap(all)
    .filter(({ type }) => HOLDS_WORDS.includes(type))
    .flatMap((node) => {
      const words = wordsOf(node);
      return [words, words.replace(/^\[\d+\] /, ''), words.replace(/^A /, '').replace(/ z( \[\d+\])?$/, '')];
    });

const text = (words: string, ...marks: readonly string[]): Node =>
  schema.text(
    words,
    marks.map((name) => schema.mark(name, name === 'link' ? { href: 'https://a.example/?a=1&copy=2' } : null)),
  );

const docOf = (...blocks: readonly Node[]): Node => create('doc', null, [create('title', null, []), ...blocks]);

/** The marks on each word of a paragraph, as a reader finds them. */
const marksIn = (node: Nodes, marks: readonly string[] = []): readonly string[] => {
  if ('value' in node) {
    const own = node.type === 'inlineCode' ? [...marks, 'code'] : marks;
    return [...node.value].filter((each) => each.trim() !== '').map((each) => `${each} ${own.toSorted().join()}`);
  }
  const names: Readonly<Record<string, string>> = { emphasis: 'em', strong: 'strong', link: 'link' };
  const name = names[node.type];
  return childrenOf(node).flatMap((child) => marksIn(child, name ? [...marks, name] : marks));
};

const marksOf = (block: Node): readonly string[] => {
  const out: string[] = [];
  block.forEach((node) => {
    const names = node.marks.map(({ type }) => type.name).sort();
    for (const each of node.text ?? '') if (each.trim() !== '') out.push(`${each} ${names.join()}`);
  });
  return out;
};

describe('the Markdown export', () => {
  exportContract(markdown, textsIn);

  it('is read as the same structure whatever the texts hold: no HTML, no picture, no link but ours', () => {
    const nodes = parsedInParts(writtenHostile(markdown)).flatMap(all);
    const types = new Set(nodes.map(({ type }) => type));
    for (const type of ['html', 'image', 'imageReference', 'linkReference', 'definition', 'code', 'inlineCode'])
      assert.ok(!types.has(type as Nodes['type']), type);
    for (const node of nodes) if (node.type === 'link') assert.match(node.url, /^https:\/\/(touchstone|a)\.example\//);
  });

  it('is read the same as a whole', () => {
    const written = markdown.write(hostileEdition(HOSTILE));
    const types = (roots: readonly Root[]): readonly string[] =>
      roots.flatMap(({ children }) => children).map(({ type }) => type);
    assert.deepEqual(types([parsed(String(written))]), types(parsedInParts(written)));
  });

  it('has the chapters and a section a claim, and no others', () => {
    const headings = parsedInParts(writtenHostile(markdown))
      .flatMap(all)
      .flatMap((node) => (node.type === 'heading' ? [node.depth] : []));
    const count = (depth: number): number => headings.filter((each) => each === depth).length;
    const claims = hostileArticle().article.claims.size;
    assert.deepEqual([count(1), count(2), count(3)], [1, 3, claims]);
  });

  it('says of a claim who said it, what came of it, why, and what it rests on', () => {
    const written = String(markdown.write(richEdition()));
    const section = written.slice(written.indexOf('### [\\[3\\]]'), written.indexOf('### [\\[4\\]]'));
    for (const words of [
      '80 percent of the moon consists of cheese.',
      '> 80 percent of the moon is cheese',
      'Ada Minister (minister of the moon), Berlin, citing Dairy Board, 2025-11, of Moon samples',
      '**Outcome:** False (truth@1), 2026-03-01',
      'No sample holds any cheese: 0 of 382 kg.\\\nThe study counted craters.',
      '**Supports:** [The page 0](<https://board.example/study?a=1&amp;b=2>), Dairy Board, 2025, Web page',
      '> 80 %\\\n  > of it is',
      'Table 2',
    ])
      assert.ok(section.includes(words), words);
  });

  it('puts the number of a claim behind its words, as a link to it', () => {
    const written = String(markdown.write(richEdition()));
    const link = (number: number, id: string) =>
      `[\\[${number}\\]](<https://touchstone.example/articles/moon#claim-${id}>)`;
    assert.ok(written.includes(`80 percent of the moon is cheese ${link(3, 'share')}, citing`));
    assert.ok(written.includes(`A line\\\nand another line. ${link(6, 'lines')}`));
  });

  it('says of which versions it was made', () => {
    const { article, ...edition } = richEdition();
    const written = String(markdown.write({ ...edition, article }));
    assert.ok(written.includes(`**Version:** ${article.version}, SHA-256 ${article.hash}`));
    assert.ok(written.includes('**Scale:** truth\\@1'));
    assert.match(written, /\*\*Evidence:\*\* .*e2\\#1/);
  });

  it('keeps lists, quotations, tables and levels as they are', () => {
    const row = (name: string, ...cells: readonly string[]) =>
      create(
        'table_row',
        null,
        cells.map((cell) => create(name, null, [paragraph(cell)])),
      );
    const items = (...texts: readonly string[]) => texts.map((each) => create('list_item', null, [paragraph(each)]));
    const doc = docOf(
      create('heading', { level: 3 }, [text('A # b #')]),
      create('bullet_list', null, items('1. one', '- two')),
      create('bullet_list', null, items('apart')),
      create('ordered_list', { start: 3 }, items('three', 'four')),
      create('blockquote', null, [paragraph('> quoted'), create('bullet_list', null, items('within'))]),
      create('table', null, [row('table_header', 'a|b', 'c'), row('table_cell', '1', '`2`')]),
      create('horizontal_rule', null, []),
      paragraph('---'),
    );
    const root = parsed(blocksMarkdown(doc).join('\n'));
    assert.deepEqual(
      root.children.map(({ type }) => type),
      ['heading', 'heading', 'list', 'list', 'list', 'blockquote', 'table', 'thematicBreak', 'paragraph'],
    );
    const [, heading, first, , third, , table] = root.children.map(wordsOf);
    assert.deepEqual([heading, first, third, table], ['A # b #', '1. one- two', 'threefour', 'a|bc1`2`']);
  });

  it('keeps emphasis, code and links on the same letters, wherever they begin and end', () => {
    const word = fc.oneof(
      fc.constantFrom(
        'a',
        'b c',
        ' ',
        '*',
        '_x',
        'y_',
        '“q”',
        '!',
        'é',
        '中',
        '`',
        '\\',
        '. ',
        '[z]',
        'م',
        '1.',
        '<i>',
        '&amp;',
      ),
      fc.string({ minLength: 1, maxLength: 4 }).filter((each) => !/[\0\r\n\u2400]/.test(each)),
    );
    const marks = fc.subarray(['link', 'em', 'strong']);
    const run = fc.tuple(word, fc.oneof(marks, fc.constant(['code'])));
    fc.assert(
      fc.property(fc.array(run, { minLength: 1, maxLength: 6 }), (runs) => {
        const block = create(
          'paragraph',
          null,
          runs.map(([words, names]) => text(words, ...names)),
        );
        const written = blocksMarkdown(docOf(block)).slice(2).join('\n');
        const root = parsed(written);
        assert.equal(collapsed(wordsOf(root)), collapsed(block.textContent), written);
        assert.deepEqual(marksIn(root), marksOf(block), written);
      }),
      { numRuns: IS_WHOLE ? 300 : 100 },
    );
  });

  it('gives every text back that stands in a line', () => {
    fc.assert(
      fc.property(fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ unit: 'binary' })), (words) => {
        if (words.includes('\u2400')) return;
        const root = parsed(escapedLines(words).join('\\\n'));
        assert.equal(collapsed(wordsOf(root)), collapsed(words));
        assert.ok(all(root).every(({ type }) => ['root', 'paragraph', 'text', 'break'].includes(type)));
      }),
      { numRuns: IS_WHOLE ? 300 : 100 },
    );
  });
});
