import { Fragment, type Node, Slice } from 'prosemirror-model';
import { ReplaceAroundStep, type Step } from 'prosemirror-transform';
import { isRefusal } from '../operations/kind.ts';
import { applyStep } from '../operations/text.ts';
import { formOf } from '../operations/texts.ts';
import type { Run } from '../runs.ts';
import { readable, tokens } from '../text.ts';
import { inBlocks } from './in-blocks.ts';
import { type Compared, inList } from './in-list.ts';
import { replacing } from './inserting.ts';
import { grouped, type Staying } from './split-and-joined.ts';

/** What became of a block of words, or of several. `as` is what it is now, such as `title`, `paragraph` or `list_item`. */
export type Row =
  /** So many blocks in a row are as they were; the first and the last words of them. */
  | { readonly kind: 'same'; readonly blocks: number; readonly first: string; readonly last: string }
  /** `reshaped`: its words are the same, and something else is another: emphasis, links, what it stands as. */
  | { readonly kind: 'changed' | 'reshaped' | 'moved'; readonly as: string; readonly runs: readonly Run[] }
  /** `left`: it is `moved` from here to elsewhere. */
  | { readonly kind: 'added' | 'removed' | 'left'; readonly as: string; readonly text: string };

/** How one text becomes another. */
export interface Difference {
  /** Done in order they make the newer text of the older one. */
  readonly steps: readonly Step[];
  /** The same for who looks at it, in the order of the newer text. */
  readonly rows: readonly Row[];
}

const sortOf = ({ type: { name } }: Node): string => {
  if (name === 'paragraph' || name === 'heading' || name === 'credit') return 'words';
  return name === 'bullet_list' || name === 'ordered_list' ? 'list' : name;
};

const textOf = (node: Node): string => readable(tokens(node.content, 0, node.content.size)).trim();

/** A node that holds one block of words and nothing else, such as a figure with its caption: that block, and how deep it stands. */
const onlyWords = (node: Node, depth = 0): { readonly block: Node; readonly depth: number } | undefined => {
  if (node.isTextblock) return { block: node, depth };
  return node.childCount === 1 && node.firstChild ? onlyWords(node.firstChild, depth + 1) : undefined;
};

/** What a block is called: a paragraph that stands in something is that. */
const nameIn = (parent: Node, { type: { name } }: Node): string =>
  name === 'paragraph' && parent.type.name !== 'doc' ? parent.type.name : name;

const blocksIn = (node: Node, as: string): readonly { readonly as: string; readonly text: string }[] =>
  node.isTextblock || node.isLeaf
    ? [{ as, text: textOf(node) }]
    : node.children.flatMap((child) => blocksIn(child, nameIn(node, child)));

/** How a text is compared with another; `isBare` when the newer one is of a format that knows words alone: what it cannot say stays. */
const comparing = (isBare: boolean) => {
  const keyOf = (node: Node): string => {
    if (!isBare) return JSON.stringify(node);
    const words = onlyWords(node);
    return words
      ? `=${words.block.content.textBetween(0, words.block.content.size, '', '\n')}`
      : `${sortOf(node)}[${node.children.map(keyOf).join()}]`;
  };

  const compared = (node: Node): Compared => ({
    key: keyOf(node),
    text: textOf(node),
    sort: isBare && onlyWords(node) ? 'words' : sortOf(node),
  });

  const rowsOf = (kind: 'added' | 'removed' | 'left', node: Node, parent: Node): readonly Row[] =>
    blocksIn(node, nameIn(parent, node)).map((block) => ({ kind, ...block }));

  /** The step that makes something else of a block around what it holds. */
  const reshaped = (old: Node, fresh: Node, at: number): readonly Step[] => {
    if (isBare || old.hasMarkup(fresh.type, fresh.attrs)) return [];
    const shell = new Slice(Fragment.from(fresh.type.create(fresh.attrs)), 0, 0);
    const end = at + old.nodeSize;
    return [new ReplaceAroundStep(at, end, at + 1, end - 1, shell, 1, true)];
  };

  const words = (olds: readonly Node[], freshs: readonly Node[], at: number, as: string): Difference => {
    const { steps, runs } = inBlocks(olds, freshs, at, isBare);
    const kind = runs.every((run) => run.kind === 'same') ? 'reshaped' : 'changed';
    return { steps, rows: [{ kind, as, runs }] };
  };

  /** How a node that begins at a position becomes another of its sort. */
  const becoming = (old: Node, fresh: Node, at: number, as: string): Difference => {
    const [was, is] = [onlyWords(old), onlyWords(fresh)];
    const shape = reshaped(old, fresh, at);
    const inner =
      isBare && was && is
        ? words([was.block], [is.block], at + was.depth + 1, as)
        : old.isTextblock
          ? words([old], [fresh], at + 1, as)
          : within(old, fresh, at + 1);
    const rows: readonly Row[] =
      shape.length > 0 && inner.rows.every(({ kind }) => kind === 'same')
        ? blocksIn(fresh, as).map(({ as: name, text }) => ({
            kind: 'reshaped',
            as: name,
            runs: [{ kind: 'same', text }],
          }))
        : inner.rows;
    return { steps: [...shape, ...inner.steps], rows };
  };

  const moved = (old: Node, fresh: Node, parent: Node): readonly Row[] => {
    const [was, is] = [onlyWords(old), onlyWords(fresh)];
    if (was && is)
      return [{ kind: 'moved', as: nameIn(parent, fresh), runs: inBlocks([was.block], [is.block], 0, true).runs }];
    return blocksIn(fresh, nameIn(parent, fresh)).map(({ as, text }) => ({
      kind: 'moved',
      as,
      runs: [{ kind: 'same', text }],
    }));
  };

  /** How some children of a node, the first of which begins at a position, become some of another. */
  const children = (
    olds: readonly Node[],
    freshs: readonly Node[],
    at: number,
    [parent, freshParent]: readonly [Node, Node],
  ): Difference => {
    const [one, other] = [olds.map(compared), freshs.map(compared)];
    const { staying, moving } = inList(one, other);
    const [away, come] = [new Map(moving), new Map(moving.map(([from, to]) => [to, from]))];
    const starts = [at];
    for (const node of olds) starts.push(starts.at(-1)! + node.nodeSize);
    const between = (from: number, to: number, freshFrom: number, freshTo: number): Difference => ({
      steps:
        from < to || freshFrom < freshTo ? replacing(starts[from]!, starts[to]!, freshs.slice(freshFrom, freshTo)) : [],
      rows: [
        ...olds
          .slice(from, to)
          .flatMap((node, index) => rowsOf(away.has(from + index) ? 'left' : 'removed', node, parent)),
        ...freshs.slice(freshFrom, freshTo).flatMap((node, index) => {
          const before = come.get(freshFrom + index);
          return before === undefined ? rowsOf('added', node, freshParent) : moved(olds[before]!, node, freshParent);
        }),
      ],
    });
    const staid = ({ from, to, freshFrom, freshTo }: Staying): Difference => {
      const [old, fresh] = [olds[from]!, freshs[freshFrom]!];
      const as = nameIn(freshParent, fresh);
      if (one[from]!.key === other[freshFrom]!.key && to - from + freshTo - freshFrom === 2) {
        const text = textOf(old);
        return { steps: [], rows: [{ kind: 'same', blocks: 1, first: text, last: text }] };
      }
      if (to - from + freshTo - freshFrom === 2) return becoming(old, fresh, starts[from]!, as);
      return words(olds.slice(from, to), freshs.slice(freshFrom, freshTo), starts[from]! + 1, as);
    };
    const free = { old: (index: number) => !away.has(index), fresh: (index: number) => !come.has(index) };
    const groups = grouped(staying, [olds, freshs], free);
    const pieces: Difference[] = [];
    let [next, freshNext] = [0, 0];
    for (const group of groups) {
      pieces.push(between(next, group.from, freshNext, group.freshFrom), staid(group));
      [next, freshNext] = [group.to, group.freshTo];
    }
    pieces.push(between(next, olds.length, freshNext, freshs.length));
    return inOrder(pieces);
  };

  const within = (old: Node, fresh: Node, at: number): Difference => {
    const [first, freshFirst] = [old.firstChild, fresh.firstChild];
    const isLed = old.type.name === 'list_item' || old.type.name === 'doc';
    const sides = [old, fresh] as const;
    if (!isLed || !first || !freshFirst) return children(old.children, fresh.children, at, sides);
    // What has to stand first in it stays the first.
    const led =
      keyOf(first) === keyOf(freshFirst) ? sameOf(first) : becoming(first, freshFirst, at, nameIn(fresh, freshFirst));
    return inOrder([led, children(old.children.slice(1), fresh.children.slice(1), at + first.nodeSize, sides)]);
  };

  return within;
};

const sameOf = (node: Node): Difference => {
  const text = textOf(node);
  return { steps: [], rows: [{ kind: 'same', blocks: 1, first: text, last: text }] };
};

/** Pieces of a difference one after the other as one. */
const inOrder = (pieces: readonly Difference[]): Difference => ({
  // From the last to the first: so all before a step still stands where it stood.
  steps: pieces.toReversed().flatMap(({ steps }) => steps),
  rows: pieces.flatMap(({ rows }) => rows),
});

const joinedRows = (rows: readonly Row[]): readonly Row[] => {
  const joined: Row[] = [];
  for (const row of rows) {
    const last = joined.at(-1);
    if (row.kind === 'same' && last?.kind === 'same')
      joined[joined.length - 1] = { ...last, blocks: last.blocks + row.blocks, last: row.last };
    else joined.push(row);
  }
  return joined;
};

/** The text that steps make of another; nothing where one of them does not fit. */
export const afterSteps = (doc: Node, steps: readonly Step[]): Node | undefined => {
  let after = doc;
  for (const step of steps) {
    const next = applyStep(step, after, formOf('body').most);
    if (isRefusal(next)) return undefined;
    after = next;
  }
  return after;
};

/**
 * How one text of an article becomes another, in about as few steps as can be: blocks are paired, then the words in them, and every word
 * that stays keeps what stands on it. A block that moved is taken from one place and brought to the other. With `isBare` the newer one is
 * of a format that knows words alone, and takes no heading, picture, link or emphasis away.
 */
export const differenceOf = (
  old: Node,
  fresh: Node,
  { isBare = false }: { readonly isBare?: boolean } = {},
): Difference => {
  const { steps, rows } = comparing(isBare)(old, fresh, 0);
  const isMany = steps.length * old.childCount > MOST;
  const after = isMany ? undefined : afterSteps(old, steps);
  const isRight = after && (isBare ? textOf(after) === textOf(fresh) : after.eq(fresh));
  return { steps: isRight ? steps : wholly(old, fresh), rows: joinedRows(rows) };
};

/** At most so many steps times blocks: above it the whole text is put in the place of the other, and anchors find their words in it. */
const MOST = 30_000_000;

/** The steps that put a whole text in the place of another. */
const wholly = (old: Node, fresh: Node): readonly Step[] => [
  ...replacing(old.firstChild?.nodeSize ?? 0, old.content.size, fresh.children.slice(1)),
  ...inBlocks([old.child(0)], [fresh.child(0)], 1, false).steps,
];
