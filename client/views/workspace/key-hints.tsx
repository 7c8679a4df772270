import { hasRole } from '../../../shared/roles.ts';
import { offered } from '../../../shared/scale.ts';
import { settingsOf } from '../../../shared/settings.ts';
import { commandOf } from '../../command-register.ts';
import { singleKeys } from '../../single-keys.ts';
import { t } from '../../strings/index.ts';
import { useWorkspace } from './here.ts';
import { KeyCaps } from './key-caps.tsx';

const Caps = ({ of }: { readonly of: string }) => <KeyCaps chord={commandOf(of).key ?? ''} />;

/** The keys that are needed most; while single keys are off, the way to all commands. */
export const KeyHints = ({ onKeys }: { readonly onKeys: () => void }) => {
  const { reviewer, article } = useWorkspace();
  const works = hasRole(reviewer.value.role, 'annotator');
  const last = article.value ? offered(settingsOf(article.value).scale).length : 0;
  const list = commandOf('commands');
  return (
    <p class="key-hints">
      {works && singleKeys.value && (
        <span>
          <Caps of="mark" /> {t('hints.mark')}
        </span>
      )}
      {singleKeys.value && (
        <span>
          <Caps of="next" /> <Caps of="previous" /> {t('hints.next')}
        </span>
      )}
      {works && singleKeys.value && (
        <>
          <span>
            <Caps of="unread" /> {t('hints.unread')}
          </span>{' '}
          <span>
            <Caps of="aside" /> {t('hints.aside')}
          </span>{' '}
          <span>
            <Caps of="source" /> {t('hints.source')}
          </span>{' '}
          <span>
            <kbd>1</kbd>–<kbd>{last}</kbd> {t('hints.verdict')}
          </span>
        </>
      )}
      <button type="button" class="hint-button" onClick={onKeys}>
        <KeyCaps chord={(singleKeys.value ? list.key : list.chord) ?? ''} /> {t('hints.all')}
      </button>
    </p>
  );
};
