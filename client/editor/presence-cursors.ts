import { type EditorState, Plugin, PluginKey, type Transaction } from 'prosemirror-state';
import { Decoration, DecorationSet } from 'prosemirror-view';

/** Where somebody else is in the text. */
export interface Cursor {
  readonly session: string;
  readonly name: string;
  readonly colour: string;
  readonly anchor: number;
  readonly head: number;
}

const key = new PluginKey<DecorationSet>('presence-cursors');

const flag =
  ({ name, colour }: Cursor) =>
  (): HTMLElement => {
    const cursor = document.createElement('span');
    cursor.className = 'peer-cursor';
    cursor.style.setProperty('--peer', colour);
    cursor.dataset.name = name; // drawn by the style, so that no text of the page has a name in its midst
    return cursor;
  };

const drawn = (cursor: Cursor): readonly Decoration[] => {
  const { session, name, colour, anchor, head } = cursor;
  const place = Decoration.widget(head, flag(cursor), {
    key: `${session} ${name} ${colour}`,
    side: 1,
    ignoreSelection: true,
  });
  if (anchor === head) return [place];
  const style = `--peer: ${colour}`;
  const words = Decoration.inline(Math.min(anchor, head), Math.max(anchor, head), { class: 'peer-selection', style });
  return [words, place];
};

/** Draws the others' cursors and selections; they move along with the text until they are told anew. */
export const presenceCursors = (): Plugin<DecorationSet> =>
  new Plugin<DecorationSet>({
    key,
    state: {
      init: () => DecorationSet.empty,
      apply: (transaction, set) => {
        const cursors: readonly Cursor[] | undefined = transaction.getMeta(key);
        if (cursors) return DecorationSet.create(transaction.doc, cursors.flatMap(drawn));
        return transaction.docChanged ? set.map(transaction.mapping, transaction.doc) : set;
      },
    },
    props: { decorations: (state) => key.getState(state) },
  });

/** The transaction that draws these cursors. */
export const drawCursors = (state: EditorState, cursors: readonly Cursor[]): Transaction =>
  state.tr.setMeta(key, cursors).setMeta('addToHistory', false);
