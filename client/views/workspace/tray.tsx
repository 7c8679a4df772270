import '../../styles/tray.css';
import { t } from '../../strings/index.ts';
import { copyReturned } from './copy-returned.ts';
import { useWorkspace } from './here.ts';

/** What could not be merged, given back to its author until they put it aside (T10). */
export const Tray = () => {
  const workspace = useWorkspace();
  const items = workspace.exchange.tray.value;
  if (items.length === 0) return null;
  return (
    <section class="tray" role="alert" aria-label={t('tray.title')}>
      <h2>{t('tray.title')}</h2>
      <ul>
        {items.map(({ id, kind, why, text }) => (
          <li key={id}>
            <p>
              <strong>{t(`part.${kind}`)}</strong> · {why}
            </p>
            {text !== '' && <blockquote dir="auto">{text}</blockquote>}
            <p class="row">
              {text !== '' && (
                <button type="button" class="button small" onClick={() => void copyReturned(text)}>
                  {t('tray.copy')}
                </button>
              )}
              <button type="button" class="button small quiet" onClick={() => workspace.exchange.dismiss(id)}>
                {t('tray.dismiss')}
              </button>
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
};
