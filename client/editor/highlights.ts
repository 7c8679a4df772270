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

interface Drawn {
  readonly set: DecorationSet;
  readonly highlights: ReadonlyMap<string, Highlight>;
}

const key = new PluginKey<Drawn>('highlights');

const decorationOf = ({ id, from, to, classes }: Highlight): Decoration =>
  Decoration.inline(
    from,
    to,
    { nodeName: 'span', class: classes, 'data-claim': id, role: 'mark', 'aria-details': `card-${id}` },
    { claim: id },
  );

const isSame = (one: Highlight | undefined, other: Highlight): boolean =>
  one?.from === other.from && one.to === other.to && one.classes === other.classes;

const moved = ({ set, highlights }: Drawn, { mapping, doc }: Transaction): Drawn => {
  const next = new Map<string, Highlight>();
  for (const [id, each] of highlights)
    next.set(id, { ...each, from: mapping.map(each.from, 1), to: mapping.map(each.to, -1) });
  return { set: set.map(mapping, doc), highlights: next };
};

const redrawn = ({ set, highlights }: Drawn, { doc }: Transaction, wanted: ReadonlyMap<string, Highlight>): Drawn => {
  const changed = [...wanted.values()].filter((each) => !isSame(highlights.get(each.id), each));
  const old = new Set([...changed.map((each) => each.id), ...[...highlights.keys()].filter((id) => !wanted.has(id))]);
  const stale = set.find(undefined, undefined, (spec) => old.has(spec.claim));
  return { set: set.remove(stale).add(doc, changed.map(decorationOf)), highlights: wanted };
};

/** Draws the claims into the text; between changes of the claims the drawing only moves along. */
export const highlights = (): Plugin<Drawn> =>
  new Plugin<Drawn>({
    key,
    state: {
      init: () => ({ set: DecorationSet.empty, highlights: new Map() }),
      apply: (transaction, drawn) => {
        const current = transaction.docChanged ? moved(drawn, transaction) : drawn;
        const wanted: ReadonlyMap<string, Highlight> | undefined = transaction.getMeta(key);
        return wanted ? redrawn(current, transaction, wanted) : current;
      },
    },
    props: { decorations: (state) => key.getState(state)?.set },
  });

/** The transaction that draws these claims; nothing when they are drawn like this already. */
export const drawHighlights = (state: EditorState, wanted: readonly Highlight[]): Transaction | undefined => {
  const drawn = key.getState(state)?.highlights ?? new Map<string, Highlight>();
  const asIs = drawn.size === wanted.length && wanted.every((each) => isSame(drawn.get(each.id), each));
  return asIs ? undefined : state.tr.setMeta(key, new Map(wanted.map((each) => [each.id, each])));
};
