import '../../styles/there.css';
import { TRIES } from '../../../shared/look.ts';
import { changesOf, type FoundThere, openFound, ownAddress } from '../../../shared/own-look.ts';
import { declineVersion } from '../../declining.ts';
import { looksIn } from '../../looks.ts';
import { onScreen } from '../../screen-commands.ts';
import { t } from '../../strings/index.ts';
import { moment } from '../../times.ts';
import { useWorkspace } from './here.ts';
import { lookAt } from './looked-at-there.ts';

const KINDS = ['changed', 'added', 'removed', 'moved', 'reshaped'] as const;

const inWords = (found: FoundThere): string =>
  KINDS.flatMap((kind) => {
    const count = found.changes[kind] ?? 0;
    return count > 0 ? [t(`there.${kind}`, { count })] : [];
  }).join(', ') || t('versions.changes', { count: changesOf(found) });

/** For editors: that another text stands at the article's own address by now, or none, and what can be made of it. */
export const There = () => {
  const workspace = useWorkspace();
  const article = workspace.article.value;
  const { own } = looksIn(workspace.id);
  const address = article ? ownAddress(article) : '';
  if (!article || !own || own.address !== address || !workspace.can(declineVersion(address, '', ''))) return null;
  const found = openFound(article, own);
  const isLost = own.failed >= TRIES;
  if (!found && !isLost) return null;
  const isGone = found?.text === '';
  const look = (): void => {
    lookAt(address);
    workspace.run(onScreen({ go: 'versions' }));
  };
  const decline = (): void => {
    const isDone = workspace.run(declineVersion(address, found?.text ?? '', ''));
    if (isDone) workspace.run(onScreen({ go: 'text' }));
  };
  return (
    <section class="alert there" aria-label={t('there.label')}>
      {found && (
        <p>
          {isGone
            ? t('there.gone', { time: moment(found.at) })
            : t('there.other', { time: moment(found.at), changes: inWords(found) })}
        </p>
      )}
      {isLost && <p>{t('there.failed', { count: own.failed, time: moment(own.at) })}</p>}
      <span class="there-acts">
        {found && !isGone && (
          <button type="button" class="button small" onClick={look}>
            {t('there.look')}
          </button>
        )}
        {found && (
          <button type="button" class="button small quiet" onClick={decline}>
            {t(isGone ? 'there.seen' : 'versions.decline')}
          </button>
        )}
        {(isGone || !found) && (
          <a class="button small quiet" href={address} target="_blank" rel="noopener noreferrer">
            {t('there.open')}
          </a>
        )}
      </span>
    </section>
  );
};
