import { type EditorState, Plugin, PluginKey, type Transaction } from 'prosemirror-state';
import { Decoration, DecorationSet } from 'prosemirror-view';
import { quick } from './quick-decorations.ts';

/** Something that is said or suggested of words: a thread's words, words that a correction takes out, or new ones that it brings. */
export type Remark =
  | { readonly kind: 'thread' | 'out'; readonly id: string; readonly from: number; readonly to: number }
  | { readonly kind: 'in'; readonly id: string; readonly from: number; readonly text: string };

const key = new PluginKey<DecorationSet>('remarks');

const broughtIn = (id: string, text: string) => (): HTMLElement => {
  const element = document.createElement('ins');
  element.className = 'correction-in';
  element.dataset.remark = id;
  element.dir = 'auto';
  element.contentEditable = 'false';
  element.textContent = text;
  return element;
};

const decorationOf = (remark: Remark): Decoration => {
  if (remark.kind === 'in')
    return Decoration.widget(remark.from, broughtIn(remark.id, remark.text), {
      side: 1,
      ignoreSelection: true,
      key: `${remark.id} ${remark.from} ${remark.text}`,
    });
  const { kind, id, from, to } = remark;
  const isThread = kind === 'thread';
  return Decoration.inline(from, to, {
    nodeName: isThread ? 'span' : 'del',
    class: isThread ? 'thread-words' : 'correction-out',
    'data-remark': id,
  });
};

/** Draws what is said and suggested of the words; between two drawings it only moves along. */
export const remarks = (): Plugin<DecorationSet> =>
  new Plugin<DecorationSet>({
    key,
    state: {
      init: () => DecorationSet.empty,
      apply: (transaction, drawn) => {
        const wanted: readonly Remark[] | undefined = transaction.getMeta(key);
        if (wanted) return DecorationSet.create(transaction.doc, wanted.map(decorationOf));
        return transaction.docChanged ? drawn.map(transaction.mapping, transaction.doc) : drawn;
      },
    },
    props: { decorations: (state) => quick(key.getState(state)) },
  });

/** The transaction that draws these. */
export const drawRemarks = (state: EditorState, wanted: readonly Remark[]): Transaction =>
  state.tr.setMeta(key, wanted);
