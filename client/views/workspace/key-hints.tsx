import { hasRole } from '../../../shared/roles.ts';
import { offered } from '../../../shared/scale.ts';
import { settingsOf } from '../../../shared/settings.ts';
import { t } from '../../strings/index.ts';
import { useWorkspace } from './here.ts';

/** The keys that are needed most. */
export const KeyHints = ({ onKeys }: { readonly onKeys: () => void }) => {
  const { reviewer, article } = useWorkspace();
  const works = hasRole(reviewer.value.role, 'annotator');
  const last = article.value ? offered(settingsOf(article.value).scale).length : 0;
  return (
    <p class="key-hints">
      {works && (
        <span>
          <kbd>C</kbd> {t('hints.mark')}
        </span>
      )}
      <span>
        <kbd>J</kbd> <kbd>K</kbd> {t('hints.next')}
      </span>
      {works && (
        <>
          <span>
            <kbd>S</kbd> {t('hints.source')}
          </span>{' '}
          <span>
            <kbd>1</kbd>–<kbd>{last}</kbd> {t('hints.verdict')}
          </span>
        </>
      )}
      <button type="button" class="hint-button" onClick={onKeys}>
        <kbd>?</kbd> {t('hints.all')}
      </button>
    </p>
  );
};
