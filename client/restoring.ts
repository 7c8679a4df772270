import { Fragment, type Node, Slice } from 'prosemirror-model';
import { ReplaceStep, type Step } from 'prosemirror-transform';
import type { Removal } from '../shared/removal.ts';
import { create, schema } from '../shared/schema.ts';

/** The steps that put a removed text back as paragraphs, one a line, between the blocks where it stood. */
export const restoringSteps = (doc: Node, removal: Removal): readonly Step[] => {
  const lines = removal.text.split(/\n+/).filter((line) => line.trim() !== '');
  const paragraphs = lines.map((line) => create('paragraph', null, [schema.text(line)]));
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
