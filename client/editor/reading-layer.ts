import { sentencesOf } from '../../shared/sentences.ts';
import type { LookedAt, Workspace } from '../workspace.ts';
import { type Drawn, layer } from './layer.ts';

/** Draws what was set aside, and the strongest of what is suggested. */
export const readingLayer = layer('reading');

const setAsideIn = ({ blocks }: LookedAt): readonly Drawn[] =>
  blocks.flatMap(({ block, start, sentences }) =>
    sentencesOf(block).flatMap(({ from, to }, index) =>
      sentences[index] === 'aside' ? [{ from: start + from, to: start + to, attrs: { class: 'set-aside' } }] : [],
    ),
  );

/** All that the layer shows now; nothing while it is not for the text that is on screen. */
export const drawnOf = ({ lookedAt, suggesting, doc }: Workspace): readonly Drawn[] | undefined => {
  const [looked, found, shown] = [lookedAt.value, suggesting.found.value, doc.peek()];
  if (!shown || !looked?.doc.eq(shown) || (found && !found.doc.eq(shown))) return undefined;
  return [
    ...setAsideIn(looked),
    ...(found?.list ?? [])
      .filter(({ isStrong }) => isStrong)
      .map((each) => ({
        from: each.from,
        to: each.to,
        attrs: { class: 'suggestion', 'data-suggestion': '', title: found?.whyOf(each) ?? '' },
      })),
  ];
};
