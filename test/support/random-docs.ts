import fc from 'fast-check';
import type { Node } from 'prosemirror-model';
import { create, schema } from '../../shared/schema.ts';

const WORDS = [
  'moon',
  'far',
  '80',
  '18',
  'percent',
  'of',
  'of',
  'the',
  'the',
  'not',
  'Assad',
  'Ann',
  '月',
  '東京',
  'قمر',
  'é',
  '👩‍🚀',
  ' ',
];

const marks = fc.subarray([
  schema.mark('em'),
  schema.mark('strong'),
  schema.mark('link', { href: 'https://example.org/a' }),
]);

const inline: fc.Arbitrary<Node> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc
      .tuple(fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 6 }), marks)
      .map(([words, set]) => schema.text(words.join(' '), set)),
  },
  { weight: 1, arbitrary: fc.constant(create('hard_break', null, [])) },
);
const inlines = fc.array(inline, { maxLength: 4 });
const plain = fc
  .array(fc.constantFrom(...WORDS), { maxLength: 6 })
  .map((words) => (words.length > 0 ? [schema.text(words.join(' '))] : []));

const paragraph = inlines.map((content) => create('paragraph', null, content));
const words = fc.oneof(
  { weight: 6, arbitrary: paragraph },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.integer({ min: 2, max: 4 }), inlines)
      .map(([level, content]) => create('heading', { level }, content)),
  },
  { weight: 1, arbitrary: inlines.map((content) => create('credit', null, content)) },
  { weight: 1, arbitrary: fc.constant(create('horizontal_rule', null, [])) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.constantFrom('', 'a', 'b'), inlines)
      .map(([alt, content]) => create('figure', { alt }, [create('caption', null, content)])),
  },
);

const cell = fc.array(paragraph, { minLength: 1, maxLength: 2 }).map((content) => create('table_cell', null, content));
const row = fc.array(cell, { minLength: 1, maxLength: 3 }).map((content) => create('table_row', null, content));
const table = fc.array(row, { minLength: 1, maxLength: 3 }).map((content) => create('table', null, content));
const item = fc
  .tuple(paragraph, fc.array(words, { maxLength: 2 }))
  .map(([first, rest]) => create('list_item', null, [first, ...rest]));
const list = fc
  .tuple(fc.boolean(), fc.array(item, { minLength: 1, maxLength: 4 }))
  .map(([isBullet, items]) => create(isBullet ? 'bullet_list' : 'ordered_list', null, items));
const quote = fc.array(words, { minLength: 1, maxLength: 3 }).map((content) => create('blockquote', null, content));

/** A block of an article, of any kind. */
export const anyBlock: fc.Arbitrary<Node> = fc.oneof(
  { weight: 8, arbitrary: words },
  { weight: 1, arbitrary: table },
  { weight: 2, arbitrary: list },
  { weight: 1, arbitrary: quote },
);

/** The text of an article, of every kind of block. */
export const anyDoc: fc.Arbitrary<Node> = fc
  .tuple(plain, fc.array(anyBlock, { minLength: 1, maxLength: 9 }))
  .map(([title, blocks]) => create('doc', null, [create('title', null, title), ...blocks]));

/** A text and a later version of it: blocks of both are in one, in some order, with others among them. */
export const anyVersions: fc.Arbitrary<readonly [Node, Node]> = fc
  .tuple(anyDoc, fc.array(fc.oneof(fc.nat({ max: 8 }), anyBlock), { minLength: 1, maxLength: 9 }), fc.boolean(), plain)
  .map(([old, made, keepsTitle, title]) => {
    const blocks = old.children.slice(1);
    const fresh = made.map((each) => (typeof each === 'number' ? blocks[each % blocks.length]! : each));
    return [old, create('doc', null, [keepsTitle ? old.child(0) : create('title', null, title), ...fresh])];
  });
