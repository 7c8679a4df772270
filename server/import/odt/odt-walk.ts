import { wrong } from '../../../shared/parsing.ts';
import { BOUNDS } from '../bounds.ts';
import type { Author } from '../remarks.ts';
import type { Line, LineStyle, ListPlace, Mark, Point } from '../written/line.ts';
import type { Comment, Item, NoteMark, Range, WalkedCell, Written } from '../written/written.ts';
import { MOST_LINES } from '../written/written.ts';
import { type Element, elementAt, elementsIn } from '../xml.ts';
import type { OdtStyles } from './odt-styles.ts';
import { authorIn, changesIn, textOf } from './odt-texts.ts';

const PLAIN: LineStyle = { kind: 'paragraph' };

const NO_TEXT: ReadonlySet<string> = new Set([
  'tracked-changes',
  'forms',
  'sequence-decls',
  'variable-decls',
  'title',
  'desc',
]);

const MOST_SPACES = 100;

/** Walks over the text of an OpenDocument file as it was before any tracked change, which stay beside it. */
export const walkOdt = (body: Element | undefined, styles: OdtStyles): Written => {
  const items: Item[] = [];
  const lines: Line[] = [];
  const starts = new Map<string, Point>();
  const ranges = new Map<string, Range>();
  const notes: NoteMark[] = [];
  const textsOfNotes = new Map<string, string>();
  const comments: Comment[] = [];
  const changes = changesIn(elementAt(body, 'tracked-changes'));
  const boxes: Element[] = [];
  let inserted: Author | undefined;
  /** The line that takes in all that stands in a cell, or in one item of a list. */
  let holder: Line | undefined;
  let gap = false;

  const newLine = (style: LineStyle): Line => {
    const line: Line = { runs: [], style, gap };
    gap = false;
    lines.push(line);
    if (lines.length > MOST_LINES) throw wrong('', 'too-many-blocks', { most: BOUNDS.blocks, given: lines.length });
    return line;
  };
  const write = (line: Line, text: string, marks: readonly Mark[]): void => {
    if (text !== '') line.runs.push({ text, marks, ...(inserted && { change: { kind: 'in', by: inserted } }) });
  };

  const comment = (element: Element, here: Point): void => {
    const { name = `unnamed ${comments.length}`, resolved, 'parent-name': parent } = element.attributes;
    starts.set(name, here);
    comments.push({
      ...{ id: name, ...authorIn(element), text: textOf(element) },
      ...(parent !== undefined && { parent }),
      ...(resolved !== undefined && { resolved: resolved === 'true' }),
    });
  };

  const inline = (parent: Element, line: Line, marks: readonly Mark[]): void => {
    for (const child of parent.children) {
      if (typeof child === 'string') {
        write(line, child.replaceAll(/\s+/g, ' '), marks);
        continue;
      }
      const { attributes } = child;
      const here: Point = { line, run: line.runs.length };
      switch (child.name) {
        case 'span':
          inline(child, line, [...marks, ...styles.marksOf(attributes['style-name'])]);
          break;
        case 'a':
          inline(child, line, attributes.href ? [...marks, { href: attributes.href }] : marks);
          break;
        case 's':
          write(line, ' '.repeat(Math.min(MOST_SPACES, Math.max(1, Number(attributes.c ?? 1) || 1))), marks);
          break;
        case 'tab':
          write(line, '\t', marks);
          break;
        case 'line-break':
          write(line, '\n', marks);
          break;
        case 'note': {
          const note: NoteMark = {
            ...{
              kind: attributes['note-class'] === 'endnote' ? 'endnote' : 'footnote',
              id: String(notes.length),
              at: here,
            },
          };
          notes.push(note);
          textsOfNotes.set(note.id, textOf(elementAt(child, 'note-body')));
          break;
        }
        case 'annotation':
          comment(child, here);
          break;
        case 'annotation-end': {
          const from = starts.get(attributes.name ?? '');
          if (from) ranges.set(attributes.name ?? '', { from, to: here });
          break;
        }
        case 'change-start':
          inserted = changes.get(attributes['change-id'] ?? '')?.by;
          break;
        case 'change-end':
          inserted = undefined;
          break;
        case 'change': {
          const change = changes.get(attributes['change-id'] ?? '');
          if (change && change.deleted !== '')
            line.runs.push({ text: change.deleted, marks: [], change: { kind: 'out', by: change.by } });
          break;
        }
        case 'text-box':
          boxes.push(child);
          break;
        default:
          if (!NO_TEXT.has(child.name)) inline(child, line, marks);
      }
    }
  };

  const paragraph = (element: Element, style: LineStyle): void => {
    const line = holder ?? newLine(style);
    if (holder && line.runs.length > 0) write(line, '\n', []);
    inline(element, line, []);
    if (!holder) {
      items.push({ line });
      if (line.runs.length === 0) gap = true;
    }
    for (const box of boxes.splice(0)) blocks(box);
  };

  const list = (element: Element, id: string, inherited: string, level: number): void => {
    const style = element.attributes['style-name'] ?? inherited;
    for (const item of elementsIn(element)) {
      let line: Line | undefined;
      for (const child of elementsIn(item)) {
        if (child.name === 'list') list(child, id, style, Math.min(level + 1, 8));
        else if (child.name === 'h' || holder) block(child);
        else if (line) {
          holder = line;
          block(child);
          holder = undefined;
        } else {
          const place: ListPlace = { list: id, level, ordered: styles.isOrdered(style, level), start: 1 };
          const before = items.length;
          if (child.name === 'p') paragraph(child, { kind: 'paragraph', list: place });
          else block(child);
          const first = items[before];
          line = first && 'line' in first ? first.line : undefined;
        }
      }
    }
  };

  const table = (element: Element): void => {
    if (holder) {
      blocks(element);
      return;
    }
    const rows: WalkedCell[][] = [];
    const at = items.length;
    const walkRows = (parent: Element, heads: boolean): void => {
      for (const child of elementsIn(parent)) {
        if (child.name === 'table-row') rows.push(elementsIn(child, 'table-cell').map((each) => cell(each, heads)));
        else walkRows(child, heads || child.name === 'table-header-rows');
      }
    };
    walkRows(element, false);
    items.splice(at, 0, { rows });
  };
  const cell = (element: Element, heads: boolean): WalkedCell => {
    const line = newLine(PLAIN);
    holder = line;
    blocks(element);
    holder = undefined;
    return { line, heads, colspan: Number(element.attributes['number-columns-spanned'] ?? 1) || 1 };
  };

  const block = (element: Element): void => {
    const { 'style-name': style, 'outline-level': level } = element.attributes;
    if (element.name === 'p') paragraph(element, styles.ofParagraph(style));
    else if (element.name === 'h') {
      const named = styles.ofParagraph(style);
      paragraph(element, named.kind === 'title' ? named : { kind: 'heading', level: Number(level ?? 1) || 1 });
    } else if (element.name === 'list') list(element, `list ${lines.length}`, '', 0);
    else if (element.name === 'table') table(element);
    else if (!NO_TEXT.has(element.name)) blocks(element);
  };
  const blocks = (parent: Element): void => elementsIn(parent).forEach(block);

  if (body) blocks(body);
  return {
    ...{ items, lines, ranges, notes, hidden: [], comments, language: styles.language },
    textOfNote: ({ id }) => textsOfNotes.get(id),
  };
};
