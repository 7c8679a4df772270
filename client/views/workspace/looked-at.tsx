import { COVERED, type Covered, percentLookedAt, type WordsByCovered } from '../../../shared/coverage.ts';
import { nextUnread } from '../../looking.ts';
import { numberInWords, t } from '../../strings/index.ts';
import { useWorkspace } from './here.ts';
import { CommandKeys } from './key-caps.tsx';

/** How many of the words have been looked at, by what was found in them. */
export const LookedAt = () => {
  const workspace = useWorkspace();
  const words = workspace.lookedAt.value?.words;
  if (!words) return null;
  const all = words.claim + words.aside + words.open;
  if (all === 0) return null;
  return (
    <section class="looked-at" aria-label={t('coverage.lookedAt')}>
      <p class="coverage-count">
        <strong>{t('coverage.percent', { percent: percentLookedAt(words) })}</strong> {t('coverage.words')}
      </p>
      <WordsBar words={words} />
      <ul class="legend">
        {COVERED.map((covered) => (
          <li key={covered}>
            <i class={`covered is-${covered}`} aria-hidden="true" />
            {t(`coverage.${covered}`)}
            <span class="count">{numberInWords(words[covered])}</span>
          </li>
        ))}
      </ul>
      {words.open > 0 && (
        <button type="button" class="legend-button" onClick={() => workspace.run(nextUnread)}>
          {t('coverage.next')} <CommandKeys of="unread" />
        </button>
      )}
    </section>
  );
};

const SHOWN: readonly Covered[] = ['claim', 'aside'];

/** The words as a bar: in a claim, set aside, and the rest of it empty. */
export const WordsBar = ({ words }: { readonly words: WordsByCovered }) => {
  const all = words.claim + words.aside + words.open;
  return (
    <span class="words-bar" aria-hidden="true">
      {all > 0 &&
        SHOWN.map((covered) => (
          <i key={covered} class={`is-${covered}`} style={{ width: `${(100 * words[covered]) / all}%` }} />
        ))}
    </span>
  );
};
