import type { Block, Cell, Holding, Span, Words } from '../shared/read-block.ts';

export type { Block, Cell, Holding, Span, Words };

/** A place in a reading: the title is text 0, then come those of the blocks, each item and each cell one. */
interface Spot {
  readonly text: number;
  readonly at: number;
}

/** A comment or a note of the file, with its answers. */
export interface Remark {
  readonly kind: 'comment' | 'footnote' | 'endnote';
  readonly from: Spot;
  readonly to: Spot;
  readonly messages: readonly { readonly author: string; readonly text: string }[];
  readonly resolved: boolean;
}

/** A tracked change of the file. */
export interface Suggestion {
  readonly text: number;
  readonly from: number;
  readonly to: number;
  readonly instead: string;
  readonly author: string;
}

/** What an article says of itself; what it does not say is absent. */
export interface About {
  readonly byline?: string;
  readonly outlet?: string;
  readonly published?: string;
  readonly changed?: string;
  readonly address?: string;
}

/** A text that reading took away; `before` is the index of the block it preceded, -1 before the title. */
export interface Removed {
  readonly text: string;
  readonly reason: string;
  readonly before: number;
}

/** What the server makes of a pasted text. */
export interface Reading {
  readonly title: string;
  readonly blocks: readonly Block[];
  readonly removed: readonly Removed[];
  readonly remarks?: readonly Remark[];
  readonly suggestions?: readonly Suggestion[];
  /** BCP 47. */
  readonly language?: string;
  readonly about?: About;
}

/** Something removed, with a name that stays its own while the text around it is edited. */
export interface Line extends Removed {
  readonly key: string;
}

/** What a preview shows, from top to bottom. */
export type Piece =
  | { readonly kind: 'title' }
  | { readonly kind: 'block'; readonly block: Block }
  | { readonly kind: 'removed'; readonly lines: readonly Line[] };

/** The removed texts with their names: a text that was removed twice has two. */
export const named = (removed: readonly Removed[]): readonly Line[] => {
  const seen = new Map<string, number>();
  return removed.map((each) => {
    const count = seen.get(each.text) ?? 0;
    seen.set(each.text, count + 1);
    return { ...each, key: `${count}:${each.text}` };
  });
};

/** A reading as it is read: each block in its place, and between them what was removed there. */
export const laidOut = (reading: Reading): readonly Piece[] => {
  const lines = named(reading.removed);
  const end = reading.blocks.length;
  const placed = lines.map((line) => ({ line, place: Math.min(Math.max(line.before, -1), end) }));
  const removedAt = (place: number): readonly Piece[] => {
    const here = placed.filter((each) => each.place === place).map((each) => each.line);
    return here.length > 0 ? [{ kind: 'removed', lines: here }] : [];
  };
  return [
    ...removedAt(-1),
    { kind: 'title' },
    ...reading.blocks.flatMap((block, index): readonly Piece[] => [...removedAt(index), { kind: 'block', block }]),
    ...removedAt(end),
  ];
};

/** How many lines texts have together. */
export const linesIn = (removed: readonly Removed[]): number =>
  removed.reduce((sum, { text }) => sum + text.split('\n').length, 0);

/** The lines of a draft's reading that stay although they were removed, by their place in `removed`. */
export const keptOf = (reading: Reading, kept: readonly string[]): readonly number[] =>
  named(reading.removed).flatMap((line, index) => (kept.includes(line.key) ? [index] : []));

const textsOfHolding = (held: string | Holding): readonly string[] =>
  typeof held === 'string' ? [held] : [held.text, ...(held.rest ?? []).flatMap(textsOfBlock)];

const textsOfBlock = (block: Block): readonly string[] => {
  if (block.kind === 'list') return block.items.flatMap(textsOfHolding);
  if (block.kind === 'table') return block.rows.flatMap((row) => row.map(({ text }) => text));
  if (block.kind === 'rule') return [];
  return block.kind === 'quote' ? textsOfHolding(block) : [block.text];
};

/** Something that comes along with a file: the words that it stands on, and either what was said of them or what they should be. */
export interface Brought {
  readonly words: string;
  readonly remark?: Remark;
  readonly suggestion?: Suggestion;
}

/** What comes along with a file, in the order of the text. */
export const broughtAlong = ({ title, blocks, remarks = [], suggestions = [] }: Reading): readonly Brought[] => {
  const texts = [title, ...blocks.flatMap(textsOfBlock)];
  const wordsBetween = (from: Spot, to: Spot): string =>
    from.text === to.text
      ? (texts[from.text] ?? '').slice(from.at, to.at)
      : `${(texts[from.text] ?? '').slice(from.at)} … ${(texts[to.text] ?? '').slice(0, to.at)}`;
  const all = [
    ...remarks.map((remark) => ({ at: remark.from, words: wordsBetween(remark.from, remark.to), remark })),
    ...suggestions.map((suggestion) => {
      const at = { text: suggestion.text, at: suggestion.from };
      return { at, words: wordsBetween(at, { text: suggestion.text, at: suggestion.to }), suggestion };
    }),
  ];
  return all
    .toSorted((one, other) => one.at.text - other.at.text || one.at.at - other.at.at)
    .map(({ at: _, ...brought }) => brought);
};
