import { language, t } from './strings/index.ts';
import type { Suggestion } from './suggestions.ts';

/** What a sentence is suggested for, by its reasons, which are the same objects as long as its words are; in one language. */
let known = { language: '', lines: new WeakMap<Suggestion['reasons'], string>() };

/** Every reason in one line, for who points at the sentence. */
export const whyOf = (suggestion: Suggestion): string => {
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
