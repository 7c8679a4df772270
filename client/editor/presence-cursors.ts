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

/** The cursors where they have moved to since they were told, and their drawing. */
interface Drawn {
  readonly set: DecorationSet;
  readonly cursors: readonly Cursor[];
}

const key = new PluginKey<Drawn>('presence-cursors');

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

const isSame = (one: Cursor, other: Cursor | undefined): boolean =>
  one.session === other?.session &&
  one.name === other.name &&
  one.colour === other.colour &&
  one.anchor === other.anchor &&
  one.head === other.head;

const mapped = ({ set, cursors }: Drawn, { mapping, doc }: Transaction): Drawn => ({
  set: set.map(mapping, doc),
  cursors: cursors.map((each) => ({ ...each, anchor: mapping.map(each.anchor), head: mapping.map(each.head) })),
});

/** Draws the others' cursors and selections; they move along with the text until they are told anew. */
export const presenceCursors = (): Plugin<Drawn> =>
  new Plugin<Drawn>({
    key,
    state: {
      init: () => ({ set: DecorationSet.empty, cursors: [] }),
      apply: (transaction, before) => {
        const cursors: readonly Cursor[] | undefined = transaction.getMeta(key);
        if (cursors) return { set: DecorationSet.create(transaction.doc, cursors.flatMap(drawn)), cursors };
        return transaction.docChanged && before.cursors.length > 0 ? mapped(before, transaction) : before;
      },
    },
    props: { decorations: (state) => key.getState(state)?.set },
  });

/** The transaction that draws these cursors; nothing when they are drawn like this already. */
export const drawCursors = (state: EditorState, cursors: readonly Cursor[]): Transaction | undefined => {
  const there = key.getState(state)?.cursors ?? [];
  const asIs = there.length === cursors.length && there.every((each, index) => isSame(each, cursors[index]));
  return asIs ? undefined : state.tr.setMeta(key, cursors).setMeta('addToHistory', false);
};
