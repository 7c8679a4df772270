import { Slice } from 'prosemirror-model';
import { ReplaceStep } from 'prosemirror-transform';
import type { Article } from '../shared/article.ts';
import type { Removal } from '../shared/removal.ts';
import { type Command, doing, noParts } from './commands.ts';
import { restoredPlace, restoringSteps } from './restoring.ts';
import type { Words } from './words-selected.ts';

/** Puts back into the text what import cleaned away. */
export const restoreRemoval = (removal: string): Command =>
  doing(({ article }) => {
    const removed = article.removals.get(removal);
    if (!removed || removed.restored) return noParts;
    return [
      { kind: 'text', target: 'body', steps: restoringSteps(article.doc, removed) },
      { kind: 'article.restore', removal },
    ];
  });

const isMarked = ({ anchors, claims }: Article, { from, to }: Words): boolean => {
  let found = false;
  anchors.eachPlace((id, begins, ends) => {
    found ||= begins < to && ends > from && claims.get(id)?.withdrawn === undefined;
  });
  return found;
};

/** Where what was put back stands, untouched; nothing once its words were changed or a claim stands on them. */
export const untouched = (article: Article, removal: Removal): Words | undefined => {
  const place = removal.restored && restoredPlace(article.doc, removal);
  return place && !isMarked(article, place) ? place : undefined;
};

/** Takes what was put back out of the text again, as long as it stands there untouched. */
export const takeOutRemoval = (removal: string): Command =>
  doing(({ article }) => {
    const restored = article.removals.get(removal);
    const place = restored && untouched(article, restored);
    if (!place) return noParts;
    return [
      { kind: 'article.unrestore', removal },
      { kind: 'text', target: 'body', steps: [new ReplaceStep(place.from, place.to, Slice.empty)] },
    ];
  });
