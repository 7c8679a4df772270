import type { Article } from '../shared/article.ts';
import { type Entry, replayEntry } from '../shared/log.ts';
import { readable } from '../shared/text.ts';

/** Words that came into a text, or went out of it at a place, by positions of the text afterwards. */
export type TextChange =
  | { readonly kind: 'came'; readonly from: number; readonly to: number }
  | { readonly kind: 'went'; readonly at: number; readonly words: string };

/** What some entries did to the text, in positions of the text after them. */
export const textChanges = (before: Article, entries: readonly Entry[]): readonly TextChange[] => {
  let article = before;
  const changes: TextChange[] = [];
  for (const entry of entries) {
    const replayed = replayEntry(article, entry);
    for (const { change } of replayed.steps) {
      const moved = changes.splice(0).flatMap((each): readonly TextChange[] => {
        if (each.kind === 'went') return [{ ...each, at: change.map.map(each.at, 1) }];
        const [from, to] = [change.map.map(each.from, 1), change.map.map(each.to, -1)];
        return from < to ? [{ ...each, from, to }] : [];
      });
      changes.push(...moved);
      for (const { newFrom, taken, brought } of change.ranges) {
        const words = readable(taken).trim();
        if (brought.length > 0) changes.push({ kind: 'came', from: newFrom, to: newFrom + brought.length });
        if (words !== '') changes.push({ kind: 'went', at: newFrom, words });
      }
    }
    article = replayed.article;
  }
  return changes;
};
