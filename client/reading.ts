/** A block of an article as the server reads it. */
export type Block =
  | { readonly kind: 'paragraph' | 'heading' | 'caption' | 'credit' | 'quote'; readonly text: string }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly string[] };

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
