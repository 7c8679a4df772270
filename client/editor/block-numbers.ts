import type { Node } from 'prosemirror-model';
import { Plugin } from 'prosemirror-state';
import { Decoration, DecorationSet } from 'prosemirror-view';
import { blocksOf } from '../blocks.ts';
import { editedBlocks } from './edited-blocks.ts';
import { quick } from './quick-decorations.ts';

const numbered = (doc: Node): DecorationSet =>
  DecorationSet.create(
    doc,
    blocksOf(doc).map(({ number, from, to }) =>
      Decoration.node(from, to, { class: 'numbered', 'data-number': String(number) }),
    ),
  );

const directed = (doc: Node): readonly Decoration[] => {
  const found: Decoration[] = [];
  doc.descendants((node, position) => {
    if (node.isTextblock) found.push(Decoration.node(position, position + node.nodeSize, { dir: 'auto' }));
    return !node.isTextblock;
  });
  return found;
};

/** Writes each paragraph's number into the gutter, and lets each paragraph run the way its own script runs. */
export const blockNumbers = (): Plugin<DecorationSet> => {
  const decorate = (doc: Node): DecorationSet => numbered(doc).add(doc, [...directed(doc)]);
  return new Plugin<DecorationSet>({
    state: {
      init: (_config, state) => decorate(state.doc),
      apply: (transaction, set) => {
        if (!transaction.docChanged) return set;
        // Words change no numbers: only where blocks came or went is all of it drawn anew.
        return editedBlocks(transaction) ? set.map(transaction.mapping, transaction.doc) : decorate(transaction.doc);
      },
    },
    props: {
      decorations(state) {
        return quick(this.getState(state));
      },
    },
  });
};
