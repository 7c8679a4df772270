import { Plugin, PluginKey } from 'prosemirror-state';
import { Decoration, DecorationSet, type EditorView } from 'prosemirror-view';
import type { Workspace } from '../workspace.ts';

const key = new PluginKey<DecorationSet>('note-numbers');

/** Holds the numbers that stand after the words of claims while the article is printed. */
export const noteNumbers = (): Plugin<DecorationSet> =>
  new Plugin<DecorationSet>({
    key,
    state: {
      init: () => DecorationSet.empty,
      apply: (transaction, set) => transaction.getMeta(key) ?? set.map(transaction.mapping, transaction.doc),
    },
    props: { decorations: (state) => key.getState(state) },
  });

const numberAt = (at: number, number: number): Decoration =>
  Decoration.widget(
    at,
    () => Object.assign(document.createElement('sup'), { className: 'note-number', textContent: String(number) }),
    { side: -1, key: `note ${number}` },
  );

/** On paper nothing leads from the words of a claim to its card but a number: it stands at both while the article is printed. */
export const numberInPrint = (view: EditorView, { article, listed }: Workspace): (() => void) => {
  const draw = (numbers: readonly Decoration[]): void =>
    view.dispatch(view.state.tr.setMeta(key, DecorationSet.create(view.state.doc, [...numbers])));
  const before = (): void => {
    const anchors = article.peek()?.anchors;
    draw(
      listed.peek().placed.flatMap(({ id }, index) => {
        const at = anchors?.get(id)?.to;
        return at === undefined ? [] : [numberAt(at, index + 1)];
      }),
    );
  };
  const after = (): void => draw([]);
  addEventListener('beforeprint', before);
  addEventListener('afterprint', after);
  return () => {
    removeEventListener('beforeprint', before);
    removeEventListener('afterprint', after);
  };
};
