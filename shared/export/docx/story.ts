import type { Mark, Node } from 'prosemirror-model';
import { isRightToLeft } from '../../direction.ts';
import { tag } from '../ooxml/xml.ts';
import type { Changed, Marks } from './marks.ts';
import { inLink, type LinkTo, type Look, type ParagraphLook, paragraphOf, runOf } from './runs.ts';

/** A list of the article: its number, and the kind of each of its levels, with where an ordered one starts. */
export interface List {
  readonly number: number;
  readonly levels: { readonly isOrdered: boolean; readonly start: number }[];
}

/** How deep lists go in a word processor. */
export const DEEPEST = 8;

/** How the text of an article is written. */
export interface StoryParts {
  readonly marks: Marks;
  readonly linkTo: LinkTo;
  /** Words that a change takes out; they are a run already. */
  readonly deleted: (run: string, changed: Changed) => string;
}

const lookOf = (marks: readonly Mark[]): Look => {
  const has = (name: string): boolean => marks.some(({ type }) => type.name === name);
  const href = marks.find(({ type }) => type.name === 'link')?.attrs.href;
  return { strong: has('strong'), em: has('em'), code: has('code'), ...(href && { href: String(href) }) };
};

/** Where a block stands. */
interface Place {
  readonly list?: List;
  readonly level: number;
  /** It bears the mark of an item of its list. */
  readonly isItem?: boolean;
  readonly isQuoted?: boolean;
}

const INDENT = 720;

/** The text of an article as paragraphs and tables, with comments and tracked changes on their words, and the lists in it. */
export const storyOf = (
  doc: Node,
  { marks, linkTo, deleted }: StoryParts,
): { readonly body: string; readonly lists: readonly List[] } => {
  const lists: List[] = [];

  const words = (node: Node, start: number, isWithin: boolean): string => {
    const pieces: string[] = [marks.at(start)];
    node.forEach((child, offset) => {
      const from = start + offset;
      const to = from + child.nodeSize;
      const look = lookOf(child.marks);
      const ends = [...marks.cutsIn(from, to), to];
      let at = from;
      for (const end of ends) {
        const text = child.isText ? (child.text ?? '').slice(at - from, end - from) : '\n';
        const change = marks.changeAt(at);
        const run = runOf(text, look, { isWithin, isDeleted: change !== undefined });
        pieces.push(inLink(change ? deleted(run, change) : run, look.href, linkTo), marks.at(end));
        at = end;
      }
    });
    return pieces.join('');
  };

  const textblock = (node: Node, position: number, look: ParagraphLook): string => {
    const isRtl = isRightToLeft(node.textContent);
    return paragraphOf(words(node, position + 1, isRtl), { ...look, isRightToLeft: isRtl });
  };

  const listOf = (node: Node, place: Place): { list: List; level: number } => {
    const level = place.list ? Math.min(place.level + 1, DEEPEST) : 0;
    const list = place.list ?? { number: lists.length + 1, levels: [] };
    if (!place.list) lists.push(list);
    const isOrdered = node.type.name === 'ordered_list';
    list.levels[level] ??= { isOrdered, start: isOrdered ? Number(node.attrs.start) : 1 };
    return { list, level };
  };

  const lookAt = ({ list, level, isItem, isQuoted }: Place, style: string | undefined): ParagraphLook => {
    const own = style ?? (isQuoted && !list ? 'Quote' : undefined);
    if (!list) return own ? { style: own } : {};
    const within = style ?? 'ListParagraph';
    return isItem
      ? { style: within, list: { number: list.number, level } }
      : { style: within, indent: INDENT * (level + 1) };
  };

  const children = (node: Node, position: number, place: (index: number) => Place): string => {
    const all: string[] = [];
    node.forEach((child, offset, index) => {
      all.push(block(child, position + 1 + offset, place(index)));
    });
    return all.join('');
  };

  const cell = (node: Node, position: number): string => {
    const span = Number(node.attrs.colspan);
    const properties = [
      span > 1 ? tag('w:gridSpan', { 'w:val': span }) : '',
      Number(node.attrs.rowspan) > 1 ? tag('w:vMerge', { 'w:val': 'restart' }) : '',
    ].join('');
    return tag(
      'w:tc',
      {},
      properties && tag('w:tcPr', {}, properties),
      children(node, position, () => ({ level: 0 })),
    );
  };

  const table = (node: Node, position: number): string => {
    /** By column: how many rows the cell above goes on for, and how wide it is. */
    const over = new Map<number, { rows: number; readonly span: number }>();
    let columns = 1;
    const rows: string[] = [];
    node.forEach((row, offset) => {
      const cells: string[] = [];
      let column = 0;
      const goOn = (): void => {
        for (let above = over.get(column); above && above.rows > 0; above = over.get(column)) {
          above.rows -= 1;
          const span = above.span > 1 ? tag('w:gridSpan', { 'w:val': above.span }) : '';
          cells.push(tag('w:tc', {}, tag('w:tcPr', {}, span, '<w:vMerge/>'), '<w:p/>'));
          column += above.span;
        }
      };
      let heads = true;
      row.forEach((child, at) => {
        goOn();
        heads &&= child.type.name === 'table_header';
        cells.push(cell(child, position + 2 + offset + at));
        const span = Number(child.attrs.colspan);
        over.set(column, { rows: Number(child.attrs.rowspan) - 1, span });
        column += span;
      });
      goOn();
      columns = Math.max(columns, column);
      rows.push(tag('w:tr', {}, heads ? '<w:trPr><w:tblHeader/></w:trPr>' : '', ...cells));
    });
    const properties = '<w:tblStyle w:val="TableGrid"/><w:tblW w:w="0" w:type="auto"/>';
    const width = Math.max(1, Math.floor(9_000 / columns));
    const grid = tag('w:tblGrid', {}, ...Array.from({ length: columns }, () => tag('w:gridCol', { 'w:w': width })));
    // Between two tables stands a paragraph, else they are one.
    return `${tag('w:tbl', {}, tag('w:tblPr', {}, properties), grid, ...rows)}<w:p/>`;
  };

  const block = (node: Node, position: number, place: Place): string => {
    switch (node.type.name) {
      case 'title':
        return textblock(node, position, { style: 'Title' });
      case 'heading':
        return textblock(node, position, lookAt(place, `Heading${Number(node.attrs.level) - 1}`));
      case 'caption':
        return textblock(node, position, lookAt(place, 'Caption'));
      case 'credit':
        return textblock(node, position, lookAt(place, 'Credit'));
      case 'blockquote':
        return children(node, position, () => ({ ...place, isQuoted: true }));
      case 'bullet_list':
      case 'ordered_list': {
        const inside = { ...place, ...listOf(node, place) };
        return children(node, position, () => inside);
      }
      case 'list_item':
        return children(node, position, (index) => ({ ...place, isItem: index === 0 }));
      case 'table':
        return table(node, position);
      case 'horizontal_rule':
        return paragraphOf('', { style: 'Rule' });
      default:
        return node.isTextblock
          ? textblock(node, position, lookAt(place, undefined))
          : children(node, position, () => place);
    }
  };

  return { body: children(doc, -1, () => ({ level: 0 })), lists };
};
