import type { Node } from 'prosemirror-model';
import { type Anchor, broughtBy, followAnchor, isTouched, settleAnchor } from './anchor.ts';
import type { Change } from './change.ts';
import type { Quote } from './quote.ts';
import { tokens } from './text.ts';

/** Where every claim of an article stands, by the claim's id. */
export type Anchors = ReadonlyMap<string, Anchor>;

/** What an entry did to the text, as far as the claims are concerned. */
export interface TextEffect {
  readonly before: Node;
  readonly after: Node;
  readonly changes: readonly Change[];
  readonly reviewer: string;
}

/** Every claim where it stands after an entry: the fold that server and clients share, run once an entry, after all its steps. */
export const foldAnchors = (anchors: Anchors, effect: TextEffect, quoteOf: (claim: string) => Quote): Anchors => {
  const changes = effect.changes.filter((change) => change.ranges.length > 0);
  if (changes.length === 0 || anchors.size === 0) return anchors;
  const folded = new Map<string, Anchor>();
  let brought: ReturnType<typeof broughtBy> | undefined;
  for (const [claim, anchor] of anchors) {
    let current = anchor;
    let touched = false;
    for (const change of changes) {
      touched ||= isTouched(current, change);
      current = followAnchor(current, change, effect.reviewer);
    }
    if (touched) {
      brought ??= broughtBy(changes, effect.after);
      const before = { words: tokens(effect.before, anchor.from, anchor.to), orphaned: anchor.from === anchor.to };
      current = settleAnchor(current, before, brought, effect.after, quoteOf(claim));
    }
    folded.set(claim, current);
  }
  return folded;
};
