import { type EditorState, Plugin, PluginKey, type Transaction } from 'prosemirror-state';
import { Decoration, DecorationSet } from 'prosemirror-view';
import { quick } from './quick-decorations.ts';

/** Words that a layer draws something on. */
export interface Drawn {
  readonly from: number;
  readonly to: number;
  readonly attrs: Readonly<Record<string, string>>;
}

/** What of a layer is taken away, and what is drawn instead. */
interface Redrawing {
  readonly stale: readonly Decoration[];
  readonly added: readonly Drawn[];
}

const nameOf = (from: number, to: number, attrs: Drawn['attrs']): string => `${from} ${to} ${JSON.stringify(attrs)}`;

const decorationOf = ({ from, to, attrs }: Drawn): Decoration =>
  Decoration.inline(from, to, { nodeName: 'span', ...attrs }, { attrs });

const redrawing = (set: DecorationSet, wanted: readonly Drawn[]): Redrawing => {
  const stale = new Map(set.find().map((each) => [nameOf(each.from, each.to, each.spec.attrs), each]));
  const added = wanted.filter(({ from, to, attrs }) => !stale.delete(nameOf(from, to, attrs)));
  return { stale: [...stale.values()], added };
};

/** A layer of drawing over the text that is not claims: it moves along with the text until something of it is drawn anew. */
export const layer = (name: string) => {
  const key = new PluginKey<DecorationSet>(name);
  return {
    plugin: (): Plugin<DecorationSet> =>
      new Plugin<DecorationSet>({
        key,
        state: {
          init: () => DecorationSet.empty,
          apply: (transaction, set) => {
            const moved = transaction.docChanged ? set.map(transaction.mapping, transaction.doc) : set;
            const change: Redrawing | undefined = transaction.getMeta(key);
            return change
              ? moved.remove([...change.stale]).add(transaction.doc, change.added.map(decorationOf))
              : moved;
          },
        },
        props: { decorations: (state) => quick(key.getState(state)) },
      }),
    /** The transaction that draws these and nothing else; nothing when they are drawn already. */
    draw: (state: EditorState, wanted: readonly Drawn[]): Transaction | undefined => {
      const change = redrawing(key.getState(state) ?? DecorationSet.empty, wanted);
      return change.stale.length + change.added.length === 0 ? undefined : state.tr.setMeta(key, change);
    },
  };
};
