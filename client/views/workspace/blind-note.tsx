import '../../styles/blind.css';
import { useState } from 'preact/hooks';
import { settingsOf } from '../../../shared/settings.ts';
import { isBlindTo } from '../../../shared/sight.ts';
import { t } from '../../strings/index.ts';
import { reveal } from '../../work-commands.ts';
import { Icon } from '../shell/icon.tsx';
import { useWorkspace } from './here.ts';

/** That work is blind, and what is not seen meanwhile; for a lead the way to reveal it, which is asked about once more. */
export const BlindNote = () => {
  const workspace = useWorkspace();
  const [asks, setAsks] = useState(false);
  const article = workspace.article.value;
  const blind = article && settingsOf(article).blind;
  if (!article || !blind || blind === 'no') return null;
  const mayReveal = workspace.can(reveal);
  return (
    <section class="blind-note" aria-label={t('blind.label')}>
      <Icon name="lock" />
      <p role={asks ? 'alert' : undefined}>
        {asks ? t('blind.sure') : t(!isBlindTo(article) ? `blind.lead.${blind}` : `blind.sees.${blind}`)}
      </p>
      {mayReveal && !asks && (
        <button type="button" class="button small" onClick={() => setAsks(true)}>
          {t('blind.reveal')}
        </button>
      )}
      {mayReveal && asks && (
        <>
          <button type="button" class="button small primary" onClick={() => workspace.run(reveal)}>
            {t('blind.revealNow')}
          </button>
          <button type="button" class="button small quiet" onClick={() => setAsks(false)}>
            {t('blind.keep')}
          </button>
        </>
      )}
    </section>
  );
};
