import { ABOUT_TAG } from '../../../shared/export/docx/labels.ts';
import { wrong } from '../../../shared/parsing.ts';
import { BOUNDS } from '../bounds.ts';
import type { Author } from '../remarks.ts';
import type { Line, Mark, Point, Run } from '../written/line.ts';
import { type Item, MOST_LINES, type NoteMark, type Range, type Walked, type WalkedCell } from '../written/written.ts';
import { type Element, elementAt, elementsIn } from '../xml.ts';
import { authorOf } from './author.ts';
import { textOfStory } from './comments.ts';
import { isOn, valueAt } from './package.ts';
import { runTexts } from './run-texts.ts';
import type { Styles } from './styles.ts';

interface Inline {
  readonly change?: Run['change'];
  readonly href?: string;
}

const PLAIN = { kind: 'paragraph' } as const;

const isHidden = (properties: Element | undefined): boolean => isOn(properties, 'vanish');

/** Walks over a text as it was before any tracked change, which stay beside it; `links` are the addresses of relations. */
export const walk = (body: Element | undefined, styles: Styles, links: ReadonlyMap<string, string>): Walked => {
  const items: Item[] = [];
  const lines: Line[] = [];
  const starts = new Map<string, Point>();
  const ranges = new Map<string, Range>();
  const notes: NoteMark[] = [];
  const hidden: { line: Line; text: string }[] = [];
  const told: string[] = [];
  const boxes: Element[] = [];
  const walkedBoxes = new Set<Element>();
  const fields: { instruction: string; shows: boolean }[] = [];
  let cell: Line | undefined;
  /** A line whose end is only suggested: what follows stands in it, too. */
  let open: { readonly line: Line; readonly by: Author } | undefined;
  let gap = false;

  const newLine = (): Line => {
    const line: Line = { runs: [], style: PLAIN, gap };
    gap = false;
    lines.push(line);
    if (lines.length > MOST_LINES) throw wrong('', 'too-many-blocks', { most: BOUNDS.blocks, given: lines.length });
    return line;
  };
  /** The last line, for what stands between lines. */
  const lastLine = (): Line => cell ?? open?.line ?? lines.at(-1) ?? newLine();

  const mark = (element: Element, line: Line): boolean => {
    const { id = '' } = element.attributes;
    const here: Point = { line, run: line.runs.length };
    if (element.name === 'commentRangeStart') {
      if (!starts.has(id)) starts.set(id, here);
      return true;
    }
    if (element.name !== 'commentRangeEnd') return false;
    const from = starts.get(id);
    if (from && !ranges.has(id)) ranges.set(id, { from, to: here });
    return true;
  };

  const run = (element: Element, line: Line, { change, href }: Inline): void => {
    const properties = elementAt(element, 'rPr');
    const marks: Mark[] = [
      ...(styles.ofRun(properties, 'b') ? ['strong' as const] : []),
      ...(styles.ofRun(properties, 'i') ? ['em' as const] : []),
    ];
    for (const piece of runTexts(element)) {
      if ('box' in piece) {
        if (!walkedBoxes.has(piece.box)) boxes.push(piece.box);
      } else if ('note' in piece) notes.push({ kind: piece.note, id: piece.id, at: { line, run: line.runs.length } });
      else if ('field' in piece) field(piece.field);
      else if ('instruction' in piece) {
        const at = fields.at(-1);
        if (at) at.instruction += piece.instruction;
      } else if (fields.some(({ shows }) => !shows)) continue;
      else if (isHidden(properties)) hidden.push({ line, text: piece.text });
      else {
        const linked = href ?? linkOf(fields.at(-1)?.instruction);
        const all = linked ? [...marks, { href: linked }] : marks;
        line.runs.push({ text: piece.text, marks: all, ...(change && { change }) });
      }
    }
  };
  const field = (type: string): void => {
    if (type === 'begin') fields.push({ instruction: '', shows: false });
    else if (type === 'end') fields.pop();
    else if (fields.length > 0) fields[fields.length - 1]!.shows = true;
  };

  const inline = (parent: Element, line: Line, within: Inline): void => {
    for (const element of elementsIn(parent)) {
      switch (element.name) {
        case 'r':
          run(element, line, within);
          break;
        case 'ins':
        case 'moveTo':
          inline(element, line, { ...within, change: { kind: 'in', by: authorOf(element) } });
          break;
        case 'del':
        case 'moveFrom':
          // What one suggests to put in and another to take out again stands nowhere: it stays suggested by the first.
          inline(element, line, within.change ? within : { ...within, change: { kind: 'out', by: authorOf(element) } });
          break;
        case 'hyperlink': {
          const address = links.get(element.attributes.id ?? '');
          inline(element, line, address === undefined ? within : { ...within, href: address });
          break;
        }
        case 'pPr':
        case 'rPr':
        case 'rt':
        case 'sdtPr':
          break;
        default:
          if (!mark(element, line)) inline(element, line, within);
      }
    }
  };

  const paragraph = (element: Element): void => {
    const properties = elementAt(element, 'pPr');
    for (const box of open ? [] : boxesBeforeWords(element)) {
      walkedBoxes.add(box);
      blocks(box);
    }
    const line = open?.line ?? cell ?? newLine();
    if (open) line.runs.push({ text: '\n', marks: [], change: { kind: 'in', by: open.by } });
    else if (cell && line.runs.length > 0) line.runs.push({ text: '\n', marks: [] });
    open = undefined;
    line.style = cell ? PLAIN : styles.ofParagraph(properties);
    inline(element, line, {});
    const suggested = elementAt(properties, 'rPr', 'ins') ?? elementAt(properties, 'rPr', 'moveTo');
    if (suggested) open = { line, by: authorOf(suggested) };
    else if (!cell) items.push({ line });
    if (line.runs.length === 0 && !cell) gap = true;
    for (const box of boxes.splice(0)) blocks(box);
  };

  const close = (): void => {
    if (open && !cell) items.push({ line: open.line });
    open = undefined;
  };

  const table = (element: Element): void => {
    if (cell) {
      blocks(element);
      return;
    }
    close();
    const rows: WalkedCell[][] = [];
    const at = items.length;
    const walkRows = (parent: Element): void => {
      for (const child of elementsIn(parent)) {
        if (child.name === 'tr') rows.push(row(child));
        else if (!mark(child, lastLine()) && child.name !== 'tblPr') walkRows(child);
      }
    };
    walkRows(element);
    items.splice(at, 0, { rows });
  };
  const row = (element: Element): WalkedCell[] => {
    const heads = isOn(elementAt(element, 'trPr'), 'tblHeader');
    const cells: WalkedCell[] = [];
    const walkCells = (parent: Element): void => {
      for (const child of elementsIn(parent)) {
        if (child.name === 'tc') {
          cell = newLine();
          const line = cell;
          blocks(child);
          open = undefined;
          cell = undefined;
          cells.push({ line, heads, colspan: Number(valueAt(child, 'tcPr', 'gridSpan') ?? 1) });
        } else if (!mark(child, cells.at(-1)?.line ?? lastLine()) && child.name !== 'trPr') walkCells(child);
      }
    };
    walkCells(element);
    return cells;
  };

  const blocks = (parent: Element): void => {
    for (const element of elementsIn(parent)) {
      if (element.name === 'p') paragraph(element);
      else if (element.name === 'tbl') table(element);
      else if (valueAt(element, 'sdtPr', 'tag') === ABOUT_TAG) told.push(textOfStory(element).trim());
      else if (element.name.endsWith('Pr') || mark(element, lastLine())) continue;
      else blocks(element);
    }
  };

  if (body) blocks(body);
  close();
  return { items, lines, ranges, notes, hidden, ...(told.length > 0 && { told }) };
};

/** Text boxes that hang on a paragraph before its first word: they are read before it. */
const boxesBeforeWords = (paragraph: Element): readonly Element[] => {
  const boxes: Element[] = [];
  for (const run of elementsIn(paragraph, 'r'))
    for (const piece of runTexts(run)) {
      if ('box' in piece) boxes.push(piece.box);
      else if ('text' in piece && piece.text.trim() !== '') return boxes;
    }
  return boxes;
};

const linkOf = (instruction: string | undefined): string | undefined =>
  /^\s*HYPERLINK\s+"([^"]+)"/.exec(instruction ?? '')?.[1];
