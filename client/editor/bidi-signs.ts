import type { Node } from 'prosemirror-model';
import { Plugin, type Transaction } from 'prosemirror-state';
import { Decoration, DecorationSet } from 'prosemirror-view';
import { editedBlocks } from './edited-blocks.ts';

/** The characters that turn the direction of the words after them and are not seen themselves, by Unicode's short names. */
const SIGNS: Readonly<Record<string, string>> = {
  '\u202a': 'LRE',
  '\u202b': 'RLE',
  '\u202c': 'PDF',
  '\u202d': 'LRO',
  '\u202e': 'RLO',
  '\u2066': 'LRI',
  '\u2067': 'RLI',
  '\u2068': 'FSI',
  '\u2069': 'PDI',
};

const signsIn = (node: Node, position: number): readonly Decoration[] =>
  [...(node.text?.matchAll(/[\u202a-\u202e\u2066-\u2069]/g) ?? [])].map(({ 0: character, index }) => {
    const from = position + index;
    const sign = SIGNS[character] ?? '';
    const attributes = { class: sign.startsWith('PD') ? 'bidi-sign is-end' : 'bidi-sign', 'data-sign': sign };
    return Decoration.inline(from, from + 1, attributes);
  });

const signsBetween = (doc: Node, from: number, to: number): readonly Decoration[] => {
  const found: Decoration[] = [];
  doc.nodesBetween(from, to, (node, position) => {
    found.push(...signsIn(node, position));
  });
  return found;
};

const signs = (doc: Node): DecorationSet => DecorationSet.create(doc, [...signsBetween(doc, 0, doc.content.size)]);

/** The signs after a transaction: those in the blocks where words changed are looked for anew, or all when blocks changed. */
const followed = (set: DecorationSet, transaction: Transaction): DecorationSet => {
  const edited = editedBlocks(transaction);
  if (!edited) return signs(transaction.doc);
  let current = set.map(transaction.mapping, transaction.doc);
  for (const at of edited) {
    const to = at + (transaction.doc.nodeAt(at)?.nodeSize ?? 0);
    current = current.remove(current.find(at, to)).add(transaction.doc, [...signsBetween(transaction.doc, at, to)]);
  }
  return current;
};

/** Shows where a text has characters that turn the direction of others, so that nothing reads otherwise than it is unseen. */
export const bidiSigns = (): Plugin<DecorationSet> =>
  new Plugin<DecorationSet>({
    state: {
      init: (_config, { doc }) => signs(doc),
      apply: (transaction, set) => (transaction.docChanged ? followed(set, transaction) : set),
    },
    props: {
      decorations(state) {
        return this.getState(state);
      },
    },
  });
