import { type EditorState, Plugin, PluginKey, type Transaction } from 'prosemirror-state';
import { Decoration, DecorationSet } from 'prosemirror-view';

/** How a claim is to be drawn in the text. */
export interface Highlight {
  readonly id: string;
  readonly from: number;
  readonly to: number;
  /** Space-separated names of classes: the look, the level, whether it is selected. */
  readonly classes: string;
}

/** What is drawn: the set knows where each claim's decoration has moved to since. */
interface Drawn {
  readonly set: DecorationSet;
  readonly claims: number;
}

const key = new PluginKey<Drawn>('highlights');

const decorationOf = ({ id, from, to, classes }: Highlight): Decoration =>
  Decoration.inline(
    from,
    to,
    { nodeName: 'span', class: classes, 'data-claim': id, role: 'mark', 'aria-details': `card-${id}` },
    { claim: id, classes },
  );

const drawnIn = ({ set }: Drawn): ReadonlyMap<string, Decoration> =>
  new Map(set.find().map((each) => [each.spec.claim, each]));

const isSame = (drawn: Decoration | undefined, wanted: Highlight): boolean =>
  drawn?.from === wanted.from && drawn.to === wanted.to && drawn.spec.classes === wanted.classes;

const redrawn = (drawn: Drawn, { doc }: Transaction, wanted: readonly Highlight[]): Drawn => {
  const stale = new Map(drawnIn(drawn));
  const added = wanted.filter((each) => {
    const same = isSame(stale.get(each.id), each);
    if (same) stale.delete(each.id);
    return !same;
  });
  const set = drawn.set.remove([...stale.values()]).add(doc, added.map(decorationOf));
  return { set, claims: wanted.length };
};

/** Draws the claims into the text; between changes of the claims the drawing only moves along. */
export const highlights = (): Plugin<Drawn> =>
  new Plugin<Drawn>({
    key,
    state: {
      init: () => ({ set: DecorationSet.empty, claims: 0 }),
      apply: (transaction, drawn) => {
        const current = transaction.docChanged
          ? { ...drawn, set: drawn.set.map(transaction.mapping, transaction.doc) }
          : drawn;
        const wanted: readonly Highlight[] | undefined = transaction.getMeta(key);
        return wanted ? redrawn(current, transaction, wanted) : current;
      },
    },
    props: { decorations: (state) => key.getState(state)?.set },
  });

/** The transaction that draws these claims; nothing when they are drawn like this already. */
export const drawHighlights = (state: EditorState, wanted: readonly Highlight[]): Transaction | undefined => {
  const drawn = key.getState(state);
  if (!drawn) return undefined;
  const decorations = drawnIn(drawn);
  const asIs = drawn.claims === wanted.length && wanted.every((each) => isSame(decorations.get(each.id), each));
  return asIs ? undefined : state.tr.setMeta(key, wanted);
};
