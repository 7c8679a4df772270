import type { Node } from 'prosemirror-model';
import { type EditorState, Plugin, PluginKey, type Transaction } from 'prosemirror-state';
import { Decoration, DecorationSet } from 'prosemirror-view';

/** Words that a layer draws something on. */
export interface Drawn {
  readonly from: number;
  readonly to: number;
  readonly attrs: Readonly<Record<string, string>>;
}

/** A layer of drawing over the text that is not claims: it moves along with the text until it is drawn anew. */
export const layer = (name: string) => {
  const key = new PluginKey<DecorationSet>(name);
  const setOf = (doc: Node, drawn: readonly Drawn[]): DecorationSet =>
    DecorationSet.create(
      doc,
      drawn.map(({ from, to, attrs }) => Decoration.inline(from, to, { nodeName: 'span', ...attrs })),
    );
  return {
    plugin: (): Plugin<DecorationSet> =>
      new Plugin<DecorationSet>({
        key,
        state: {
          init: () => DecorationSet.empty,
          apply: (transaction, set) => {
            const wanted: readonly Drawn[] | undefined = transaction.getMeta(key);
            if (wanted) return setOf(transaction.doc, wanted);
            return transaction.docChanged ? set.map(transaction.mapping, transaction.doc) : set;
          },
        },
        props: { decorations: (state) => key.getState(state) },
      }),
    draw: (state: EditorState, wanted: readonly Drawn[]): Transaction => state.tr.setMeta(key, wanted),
  };
};
