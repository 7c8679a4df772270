import { sentencesOf } from '../../shared/sentences.ts';
import { language, t } from '../strings/index.ts';
import type { Suggestion } from '../suggestions.ts';
import type { LookedAt, Workspace } from '../workspace.ts';
import { type Drawn, layer } from './layer.ts';

/** Draws what was set aside, and what is suggested. */
export const readingLayer = layer('reading');

const setAsideIn = ({ blocks }: LookedAt): readonly Drawn[] =>
  blocks.flatMap(({ block, start, sentences }) =>
    sentencesOf(block).flatMap(({ from, to }, index) =>
      sentences[index] === 'aside' ? [{ from: start + from, to: start + to, attrs: { class: 'set-aside' } }] : [],
    ),
  );

/** What a sentence is suggested for, by its reasons, which are the same objects as long as its words are; in one language. */
let known = { language: '', lines: new WeakMap<Suggestion['reasons'], string>() };

/** Every reason in one line, for who points at the sentence. */
const whyOf = (suggestion: Suggestion): string => {
  if (known.language !== language()) known = { language: language(), lines: new WeakMap() };
  const line = known.lines.get(suggestion.reasons) ?? lineOf(suggestion);
  known.lines.set(suggestion.reasons, line);
  return line;
};

const lineOf = ({ score, reasons }: Suggestion): string =>
  t('suggest.why', {
    percent: Math.round(100 * score),
    reasons: reasons
      .filter(({ weight }) => weight > 0)
      .map(({ seen, words }) =>
        words.length > 0
          ? t('suggest.for', { reason: t(`why.${seen}`), words: words.slice(0, 6).join(', ') })
          : t(`why.${seen}`),
      )
      .join('; '),
  });

/** All that the layer shows now; nothing while it is not for the text that is on screen. */
export const drawnOf = ({ lookedAt, suggesting, doc }: Workspace): readonly Drawn[] | undefined => {
  const [looked, found, shown] = [lookedAt.value, suggesting.found.value, doc.peek()];
  if (!shown || !looked?.doc.eq(shown) || (found && !found.doc.eq(shown))) return undefined;
  const suggested = found?.list ?? [];
  return [
    ...setAsideIn(looked),
    ...suggested.map((each) => ({
      from: each.from,
      to: each.to,
      attrs: { class: 'suggestion', 'data-suggestion': '', title: whyOf(each) },
    })),
  ];
};
