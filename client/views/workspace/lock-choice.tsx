import { lockText, unlockText } from '../../commands.ts';
import { t } from '../../strings/index.ts';
import { DeleteItem } from './delete-item.tsx';
import { useWorkspace } from './here.ts';
import { PublishItem } from './publish-item.tsx';
import { SettingsItem } from './settings-item.tsx';

/** What the lock means, and for who may, the button that turns it and closes the menu it stands in. */
const LockChoice = ({ menu }: { readonly menu: string }) => {
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

interface Parts {
  /** The id of the menu that this stands in, and closes. */
  readonly menu: string;
  readonly onSettings: () => void;
}

/** What is in the menu of the lock: the lock, the settings, the report, the end. */
export const LockMenu = ({ menu, onSettings }: Parts) => (
  <>
    <LockChoice menu={menu} />
    <SettingsItem menu={menu} onOpen={onSettings} />
    <PublishItem menu={menu} />
    <DeleteItem menu={menu} />
  </>
);
