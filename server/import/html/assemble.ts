import { type Fate, isKept } from '../clean-up/fate.ts';
import type { Block, Removal, RemovalReason } from '../reading.ts';
import { blocksOf, holderOf, type Kept } from './blocks.ts';
import type { Piece } from './pieces.ts';
import type { Element } from './tree.ts';

/** The blocks and the removals that the fates of all pieces come to, in the order of the page. */
export const assembled = (
  pieces: readonly Piece[],
  fates: readonly Fate[],
): { readonly blocks: readonly Block[]; readonly removed: readonly Removal[] } => {
  const blocks: Block[] = [];
  const removed: Removal[] = [];
  const title = fates.indexOf('title');
  let group: Kept[] = [];
  let holder: Element | undefined;
  let pending: {
    readonly text: string;
    readonly reason: RemovalReason;
    readonly isProse: boolean;
    readonly at: number;
  }[] = [];
  const settle = (): void => {
    blocks.push(...blocksOf(group, 0));
    group = [];
  };
  const remove = (): void => {
    let last: (typeof pending)[number] | undefined;
    for (const each of pending) {
      const before = each.at < title ? -1 : blocks.length;
      const joins =
        last && last.reason === each.reason && !last.isProse && !each.isProse && removed.at(-1)?.before === before;
      if (joins) removed[removed.length - 1] = { ...removed.at(-1)!, text: `${removed.at(-1)!.text}\n${each.text}` };
      else removed.push({ text: each.text, reason: each.reason, before });
      last = each;
    }
    pending = [];
  };
  pieces.forEach((piece, at) => {
    const fate = fates[at]!;
    if (fate === 'title') {
      settle();
      remove();
      return;
    }
    if (!isKept(fate)) {
      pending.push({ text: piece.text, reason: fate, isProse: piece.text.length >= 120, at });
      return;
    }
    const kept: Kept = { piece, isCaption: fate === 'caption' };
    const holds = holderOf(kept);
    // What was taken out of a list or a table stands behind it; elsewhere it stands where it was.
    if (!holds || holds !== holder) {
      settle();
      remove();
    }
    holder = holds;
    group.push(kept);
  });
  settle();
  remove();
  return { blocks, removed };
};
