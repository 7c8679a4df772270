import type { Node } from 'prosemirror-model';
import { Plugin } from 'prosemirror-state';
import { Decoration, DecorationSet } from 'prosemirror-view';

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

const signs = (doc: Node): DecorationSet => {
  const found: Decoration[] = [];
  doc.descendants((node, position) => {
    for (const { 0: character, index } of node.text?.matchAll(/[\u202a-\u202e\u2066-\u2069]/g) ?? []) {
      const from = position + index;
      const sign = SIGNS[character] ?? '';
      const attributes = { class: sign.startsWith('PD') ? 'bidi-sign is-end' : 'bidi-sign', 'data-sign': sign };
      found.push(Decoration.inline(from, from + 1, attributes));
    }
  });
  return DecorationSet.create(doc, found);
};

/** Shows where a text has characters that turn the direction of others, so that nothing reads otherwise than it is unseen. */
export const bidiSigns = (): Plugin<DecorationSet> =>
  new Plugin<DecorationSet>({
    state: {
      init: (_config, { doc }) => signs(doc),
      apply: (transaction, set) => (transaction.docChanged ? signs(transaction.doc) : set),
    },
    props: {
      decorations(state) {
        return this.getState(state);
      },
    },
  });
