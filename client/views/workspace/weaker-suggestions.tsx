import '../../styles/weaker.css';
import { selectSuggestion } from '../../looking.ts';
import { t } from '../../strings/index.ts';
import { useWorkspace } from './here.ts';

/** So many are listed at most; the key goes to all once none is drawn any more. */
const MOST = 100;

/** The suggestions that the text does not show (decision 77). */
export const WeakerSuggestions = () => {
  const workspace = useWorkspace();
  const weaker = workspace.suggesting.list.value.filter(({ isStrong }) => !isStrong);
  if (weaker.length === 0) return null;
  return (
    <details class="weaker">
      <summary>{t('suggest.weaker', { count: weaker.length })}</summary>
      <ol>
        {weaker.slice(0, MOST).map(({ from, score, sentence }) => (
          <li key={from}>
            <button type="button" onClick={() => workspace.run(selectSuggestion(from), 'text')}>
              <span>{sentence}</span> {t('suggest.score', { percent: Math.round(100 * score) })}
            </button>
          </li>
        ))}
      </ol>
    </details>
  );
};
