import { lockText, unlockText } from '../../commands.ts';
import { t } from '../../strings/index.ts';
import { dayOf } from '../../times.ts';
import type { Workspace } from '../../workspace.ts';
import { Icon } from '../shell/icon.tsx';
import { useWorkspace } from './here.ts';
import { PublishItem } from './publish-item.tsx';
import { SettingsItem } from './settings-item.tsx';

/** Whether the text of an article is locked, in two or three words. */
export const lockWords = ({ article }: Workspace): string => {
  const lock = article.value?.lock;
  return lock ? t('lock.locked', { day: dayOf(lock.at) }) : t('lock.open');
};

/** Whether the text is locked; for who may lock it, a button that opens what turns it. */
export const LockPill = ({ onSettings }: { readonly onSettings: () => void }) => {
  const workspace = useWorkspace();
  const lock = workspace.article.value?.lock;
  if (!workspace.can(lock ? unlockText : lockText))
    return lock ? (
      <span class="pill lock-pill" title={t('lock.by', { name: workspace.nameOf(lock.reviewer) })}>
        <Icon name="lock" />
        {lockWords(workspace)}
      </span>
    ) : null;
  return (
    <>
      <button type="button" class="pill lock-pill" popovertarget="lock-menu" aria-haspopup="true">
        {lock && <Icon name="lock" />}
        {lockWords(workspace)}
        <span class="caret" aria-hidden="true" />
      </button>
      <div class="menu lock-menu" id="lock-menu" popover="auto">
        <LockChoice menu="lock-menu" />
        <SettingsItem menu="lock-menu" onOpen={onSettings} />
        <PublishItem menu="lock-menu" />
      </div>
    </>
  );
};

/** What the lock means, and for who may, the button that turns it and closes the menu it stands in. */
export const LockChoice = ({ menu }: { readonly menu: string }) => {
  const workspace = useWorkspace();
  const lock = workspace.article.value?.lock;
  const command = lock ? unlockText : lockText;
  const turn = (): void => {
    workspace.run(command);
    document.getElementById(menu)?.hidePopover();
  };
  return (
    <>
      <p>{lock ? t('lock.lockedWords', { name: workspace.nameOf(lock.reviewer) }) : t('lock.openWords')}</p>
      {workspace.can(command) && (
        <button type="button" class="button small" onClick={turn}>
          {t(lock ? 'lock.unlock' : 'lock.lock')}
        </button>
      )}
    </>
  );
};
