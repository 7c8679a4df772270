import { Fragment, type Node, Slice } from 'prosemirror-model';
import { ReplaceStep, type Step } from 'prosemirror-transform';
import type { Removal } from '../shared/removal.ts';
import { create, schema } from '../shared/schema.ts';
import type { Words } from './words-selected.ts';

const linesOf = ({ text }: Removal): readonly string[] => text.split(/\n+/).filter((line) => line.trim() !== '');

/** The steps that put a removed text back as paragraphs, one a line, between the blocks where it stood. */
export const restoringSteps = (doc: Node, removal: Removal): readonly Step[] => {
  const paragraphs = linesOf(removal).map((line) => create('paragraph', null, [schema.text(line)]));
  const at = placeFor(doc, removal.at);
  return [new ReplaceStep(at, at, new Slice(Fragment.from(paragraphs), 0, 0))];
};

/** The nearest place at or after a position where a paragraph may stand. */
const placeFor = (doc: Node, position: number): number => {
  const $at = doc.resolve(Math.min(Math.max(doc.firstChild?.nodeSize ?? 0, position), doc.content.size));
  const paragraph = schema.nodes.paragraph;
  for (let depth = $at.depth; depth >= 0; depth -= 1) {
    const index = $at.indexAfter(depth);
    const place = depth === $at.depth ? $at.pos : $at.after(depth + 1);
    const between = depth === $at.depth ? $at.textOffset === 0 && !$at.parent.inlineContent : true;
    if (between && paragraph && $at.node(depth).canReplaceWith(index, index, paragraph)) return place;
  }
  return doc.content.size;
};

/** The paragraphs, one after another, that say a removed text word for word; where there are several such, those nearest to its old place. */
export const restoredPlace = (doc: Node, removal: Removal): Words | undefined => {
  const lines = linesOf(removal);
  const found: Words[] = [];
  const lookIn = (parent: Node, start: number): void => {
    parent.forEach((_, offset, first) => {
      const blocks = lines.map((_line, index) => parent.maybeChild(first + index));
      const isHere = blocks.every(
        (each, index) => each?.type === schema.nodes.paragraph && each?.textContent === lines[index],
      );
      const from = start + offset;
      if (isHere) found.push({ from, to: blocks.reduce((end, each) => end + (each?.nodeSize ?? 0), from) });
    });
  };
  lookIn(doc, 0);
  doc.descendants((node, position) => {
    if (!node.isTextblock) lookIn(node, position + 1);
    return !node.isTextblock;
  });
  const away = ({ from }: Words): number => Math.abs(from - removal.at);
  return found.toSorted((one, other) => away(one) - away(other))[0];
};
