import { type EditorState, Plugin, PluginKey, type Transaction } from 'prosemirror-state';
import { Decoration, DecorationSet } from 'prosemirror-view';
import type { Some } from '../changed-claims.ts';
import { quick } from './quick-decorations.ts';

/** How a claim is to be drawn in the text. */
export interface Highlight {
  readonly id: string;
  readonly from: number;
  readonly to: number;
  /** Space-separated names of classes: the look, the level, what of it changed. */
  readonly classes: string;
  /** How the claim stands, for a screen reader. */
  readonly says: string;
  /** Whether its card is on the page, to be pointed to. */
  readonly hasCard: boolean;
}

/** How some claims are to be drawn; those of them without a highlight are not drawn at all. */
export interface Drawing {
  readonly of: Some;
  readonly highlights: readonly Highlight[];
}

/** What of the drawing is taken away and what is put there instead. */
interface Redrawing {
  readonly stale: readonly Decoration[];
  readonly added: readonly Highlight[];
}

const key = new PluginKey<DecorationSet>('highlights');

const decorationOf = ({ id, from, to, classes, says, hasCard }: Highlight): Decoration =>
  Decoration.inline(
    from,
    to,
    {
      ...{ nodeName: 'span', class: classes, 'data-claim': id, role: 'mark', 'aria-description': says },
      ...(hasCard && { 'aria-details': `card-${id}` }),
    },
    { claim: id, classes, says, hasCard },
  );

const isSame = (drawn: Decoration | undefined, wanted: Highlight): boolean =>
  drawn?.from === wanted.from &&
  drawn.to === wanted.to &&
  drawn.spec.classes === wanted.classes &&
  drawn.spec.says === wanted.says &&
  drawn.spec.hasCard === wanted.hasCard;

const redrawing = (set: DecorationSet, { of, highlights }: Drawing): Redrawing => {
  const some = set.find(undefined, undefined, (spec) => of === 'all' || of.has(spec.claim));
  const stale = new Map(some.map((each) => [each.spec.claim, each]));
  const added = highlights.filter((each) => {
    const same = isSame(stale.get(each.id), each);
    if (same) stale.delete(each.id);
    return !same;
  });
  return { stale: [...stale.values()], added };
};

/** Draws the claims into the text; between changes of the claims the drawing only moves along. */
export const highlights = (): Plugin<DecorationSet> =>
  new Plugin<DecorationSet>({
    key,
    state: {
      init: () => DecorationSet.empty,
      apply: (transaction, set) => {
        const moved = transaction.docChanged ? set.map(transaction.mapping, transaction.doc) : set;
        const change: Redrawing | undefined = transaction.getMeta(key);
        return change ? moved.remove([...change.stale]).add(transaction.doc, change.added.map(decorationOf)) : moved;
      },
    },
    props: { decorations: (state) => quick(key.getState(state)) },
  });

/** The transaction that draws these claims; nothing when they are drawn like this already. */
export const drawHighlights = (state: EditorState, drawing: Drawing): Transaction | undefined => {
  const set = key.getState(state);
  if (!set) return undefined;
  const change = redrawing(set, drawing);
  return change.stale.length + change.added.length === 0 ? undefined : state.tr.setMeta(key, change);
};
