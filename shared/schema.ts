import { type Attrs, type DOMOutputSpec, type Node, type NodeSpec, Schema } from 'prosemirror-model';
import { ReplaceStep } from 'prosemirror-transform';
import { isSafeAddress } from './parsing.ts';
import './resolved-positions.ts';

/**
 * Which way a step that could go either way leans when steps of two people are merged. It is part of the protocol: with
 * different values on two machines the same log would replay to different texts, so it is set here, once, for both sides.
 */
ReplaceStep.MAP_BIAS = 1;

const whole = (least: number, most: number) => (value: unknown) => {
  if (typeof value !== 'number' || !Number.isInteger(value) || value < least || value > most) {
    throw new RangeError(`a whole number from ${least} to ${most} is expected`);
  }
};

const safeAddress = (value: unknown) => {
  if (typeof value !== 'string' || value.length > 4_000 || (value !== '' && !isSafeAddress(value))) {
    throw new RangeError('an http, https or mailto address is expected');
  }
};

const shortText = (value: unknown) => {
  if (typeof value !== 'string' || value.length > 2_000)
    throw new RangeError('text of at most 2000 characters is expected');
};

const plain =
  (tag: string): NonNullable<NodeSpec['toDOM']> =>
  (): DOMOutputSpec => [tag, 0];

const cellAttrs = {
  colspan: { default: 1, validate: whole(1, 1_000) },
  rowspan: { default: 1, validate: whole(1, 1_000) },
};

const readSpan = (dom: HTMLElement, name: string): number => {
  const value = Number(dom.getAttribute(name) ?? 1);
  return Number.isInteger(value) && value >= 1 && value <= 1_000 ? value : 1;
};

const cell = (tag: 'td' | 'th'): NodeSpec => ({
  content: 'paragraph+',
  attrs: cellAttrs,
  isolating: true,
  parseDOM: [{ tag, getAttrs: (dom) => ({ colspan: readSpan(dom, 'colspan'), rowspan: readSpan(dom, 'rowspan') }) }],
  toDOM: (node) => [tag, { colspan: String(node.attrs.colspan), rowspan: String(node.attrs.rowspan) }, 0],
});

const readAddress = (dom: HTMLElement, name: string): string => {
  const value = dom.getAttribute(name) ?? '';
  return isSafeAddress(value) && value.length <= 4_000 ? value : '';
};

/**
 * What an article is made of: a title, then blocks. The title is part of the text, so that its words can be claims too.
 * Pictures are kept as figures with their captions; a picture is never fetched from its site while an article is read.
 */
export const schema = new Schema({
  nodes: {
    doc: { content: 'title block+' },
    title: {
      content: 'text*',
      marks: '',
      defining: true,
      parseDOM: [{ tag: 'h1' }],
      toDOM: () => ['h1', { class: 'title' }, 0],
    },
    paragraph: { content: 'inline*', group: 'block', parseDOM: [{ tag: 'p' }], toDOM: plain('p') },
    heading: {
      content: 'inline*',
      group: 'block',
      defining: true,
      attrs: { level: { default: 2, validate: whole(2, 6) } },
      parseDOM: [2, 3, 4, 5, 6].map((level) => ({ tag: `h${level}`, attrs: { level } })),
      toDOM: (node) => [`h${node.attrs.level}`, 0],
    },
    blockquote: {
      content: 'block+',
      group: 'block',
      defining: true,
      parseDOM: [{ tag: 'blockquote' }],
      toDOM: plain('blockquote'),
    },
    bullet_list: { content: 'list_item+', group: 'block', parseDOM: [{ tag: 'ul' }], toDOM: plain('ul') },
    ordered_list: {
      content: 'list_item+',
      group: 'block',
      attrs: { start: { default: 1, validate: whole(0, 1_000_000) } },
      parseDOM: [
        {
          tag: 'ol',
          getAttrs: (dom) => ({ start: Math.max(0, Math.trunc(Number(dom.getAttribute('start') ?? 1)) || 1) }),
        },
      ],
      toDOM: (node) => ['ol', { start: String(node.attrs.start) }, 0],
    },
    list_item: { content: 'paragraph block*', defining: true, parseDOM: [{ tag: 'li' }], toDOM: plain('li') },
    figure: {
      content: 'caption',
      group: 'block',
      isolating: true,
      attrs: { src: { default: '', validate: safeAddress }, alt: { default: '', validate: shortText } },
      parseDOM: [
        {
          tag: 'figure',
          getAttrs: (dom) => {
            const image = dom.querySelector('img');
            return {
              src: image ? readAddress(image, 'src') : '',
              alt: (image?.getAttribute('alt') ?? '').slice(0, 2_000),
            };
          },
        },
      ],
      toDOM: (node) => (node.attrs.alt === '' ? ['figure', 0] : ['figure', { 'data-alt': String(node.attrs.alt) }, 0]),
    },
    caption: { content: 'inline*', parseDOM: [{ tag: 'figcaption' }], toDOM: plain('figcaption') },
    credit: {
      content: 'inline*',
      group: 'block',
      parseDOM: [{ tag: 'p.credit', priority: 60 }],
      toDOM: () => ['p', { class: 'credit' }, 0],
    },
    table: {
      content: 'table_row+',
      group: 'block',
      isolating: true,
      parseDOM: [{ tag: 'table' }],
      toDOM: () => ['table', ['tbody', 0]],
    },
    table_row: { content: '(table_cell | table_header)+', parseDOM: [{ tag: 'tr' }], toDOM: plain('tr') },
    table_cell: cell('td'),
    table_header: cell('th'),
    horizontal_rule: { group: 'block', parseDOM: [{ tag: 'hr' }], toDOM: () => ['hr'] },
    text: { group: 'inline' },
    hard_break: {
      inline: true,
      group: 'inline',
      selectable: false,
      leafText: () => '\n',
      parseDOM: [{ tag: 'br' }],
      toDOM: () => ['br'],
    },
  },
  marks: {
    link: {
      attrs: { href: { validate: safeAddress } },
      inclusive: false,
      parseDOM: [
        {
          tag: 'a[href]',
          getAttrs: (dom) => {
            const href = readAddress(dom, 'href');
            return href === '' ? false : { href };
          },
        },
      ],
      toDOM: (mark) => [
        'a',
        { href: String(mark.attrs.href), rel: 'noopener noreferrer nofollow', target: '_blank' },
        0,
      ],
    },
    em: { parseDOM: [{ tag: 'i' }, { tag: 'em' }], toDOM: () => ['em', 0] },
    strong: { parseDOM: [{ tag: 'b' }, { tag: 'strong' }], toDOM: () => ['strong', 0] },
    code: { code: true, parseDOM: [{ tag: 'code' }], toDOM: () => ['code', 0] },
  },
});

/** The text of an article's title; empty when it has none yet. */
export const titleOf = (doc: Node): string => doc.firstChild?.textContent ?? '';

/** A node of this schema, by name; a name that does not exist is a bug. */
export const create = (name: string, attrs: Attrs | null, content: readonly Node[]): Node => {
  const type = schema.nodes[name];
  if (!type) throw new Error(`the schema has no node "${name}"`);
  return type.createChecked(attrs, content);
};

/** An article with nothing in it. */
export const emptyDoc = (): Node => create('doc', null, [create('title', null, []), create('paragraph', null, [])]);
