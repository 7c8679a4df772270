import '../../styles/history.css';
import { restoreRemoval } from '../../commands.ts';
import { known, t } from '../../strings/index.ts';
import { useWorkspace } from './here.ts';

/** What import cleaned away, with its reason, to be put back by who may change the text (T10). */
export const CleanedList = () => {
  const workspace = useWorkspace();
  const removals = [...(workspace.article.value?.removals.values() ?? [])];
  return (
    <>
      <p class="nothing">{t('cleaned.words')}</p>
      {removals.map(({ id, text, reason, restored }) => (
        <article class={`card removal ${restored ? 'is-restored' : ''}`} key={id}>
          <p class="removal-head">
            <span class="tag">{known('removal', reason) ?? reason}</span>
            <span class="spacer" />
            {restored ? (
              <span class="meta">{t('cleaned.restoredBy', { name: workspace.nameOf(restored.reviewer) })}</span>
            ) : (
              workspace.can(restoreRemoval(id)) && (
                <button type="button" class="button small" onClick={() => workspace.run(restoreRemoval(id))}>
                  {t('cleaned.restore')}
                </button>
              )
            )}
          </p>
          <blockquote dir="auto">{text}</blockquote>
        </article>
      ))}
    </>
  );
};
