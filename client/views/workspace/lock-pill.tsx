import { lockText, unlockText } from '../../commands.ts';
import { t } from '../../strings/index.ts';
import { dayOf } from '../../times.ts';
import { Icon } from '../shell/icon.tsx';
import { useWorkspace } from './here.ts';

/** Whether the text is locked; for who may lock it, a button that turns it. */
export const LockPill = () => {
  const workspace = useWorkspace();
  const lock = workspace.article.value?.lock;
  const command = lock ? unlockText : lockText;
  const words = lock ? t('lock.locked', { day: dayOf(lock.at) }) : t('lock.open');
  if (!workspace.can(command))
    return lock ? (
      <span class="pill lock-pill" title={t('lock.by', { name: workspace.nameOf(lock.reviewer) })}>
        <Icon name="lock" />
        {words}
      </span>
    ) : null;
  const turn = (): void => {
    workspace.run(command);
    document.getElementById('lock-menu')?.hidePopover();
  };
  return (
    <>
      <button type="button" class="pill lock-pill" popovertarget="lock-menu" aria-haspopup="true">
        {lock && <Icon name="lock" />}
        {words}
        <span class="caret" aria-hidden="true" />
      </button>
      <div class="menu lock-menu" id="lock-menu" popover="auto">
        <p>{lock ? t('lock.lockedWords', { name: workspace.nameOf(lock.reviewer) }) : t('lock.openWords')}</p>
        <button type="button" class="button small" onClick={turn}>
          {t(lock ? 'lock.unlock' : 'lock.lock')}
        </button>
      </div>
    </>
  );
};
