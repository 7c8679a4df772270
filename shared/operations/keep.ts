import { withRecord } from '../article.ts';
import { list, record } from '../parsing.ts';
import type { Removal } from '../removal.ts';
import { parseRemoval } from './article.ts';
import { type Kind, type Part, refuse } from './kind.ts';

/** Keeps what was brought and found no place, so that it can be seen: it stands among what import cleaned away (T10). */
export interface KeepUnplaced extends Part {
  readonly kind: 'article.keep';
  readonly removals: readonly Omit<Removal, 'restored'>[];
}

const keepUnplaced: Kind<KeepUnplaced> = {
  parse: (value, where) => ({
    removals: list(parseRemoval, 200)(record(value, where).removals, `${where}.removals`),
  }),
  apply: (article, part) => {
    let kept = article;
    for (const removal of part.removals) {
      if (kept.removals.has(removal.id)) return refuse('exists');
      kept = withRecord(kept, 'removals', removal.id, removal);
    }
    return kept === article ? refuse('no-change') : kept;
  },
  // What is kept does no harm, and says that it stands nowhere.
  invert: () => [],
};

/** What can happen to what was brought and found no place. */
export const keepKinds = { 'article.keep': keepUnplaced } as const;
