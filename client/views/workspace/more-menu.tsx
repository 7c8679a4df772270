import { hasRole } from '../../../shared/roles.ts';
import { titleOf } from '../../../shared/schema.ts';
import { commandOf } from '../../command-register.ts';
import { onScreen } from '../../screen-commands.ts';
import { t } from '../../strings/index.ts';
import { useWorkspace } from './here.ts';
import { LockChoice, lockWords } from './lock-pill.tsx';
import { PeopleHere } from './people-here.tsx';
import { PublishItem } from './publish-item.tsx';
import { SettingsItem } from './settings-item.tsx';

interface Parts {
  readonly onShare: () => void;
  readonly onSettings: () => void;
  readonly onVersions: () => void;
}

/** What the bar has no room for on a phone: the whole title, who is here, the lock, the settings, the link and the list of commands. */
export const MoreMenu = ({ onShare, onSettings, onVersions }: Parts) => {
  const workspace = useWorkspace();
  const article = workspace.article.value;
  const leavingFor = (what: () => void): void => {
    document.getElementById('more-menu')?.hidePopover(); // gives the focus back to its button, for after the dialog
    what();
  };
  const bring = (): boolean => workspace.run(onScreen({ go: 'annotations' }));
  const find = (): boolean => workspace.run(commandOf('commands').command);
  return (
    <>
      <button type="button" class="button icon" popovertarget="more-menu" aria-label={t('bar.more')}>
        <span aria-hidden="true">⋯</span>
      </button>
      <div class="menu more-menu" id="more-menu" popover="auto">
        <p class="more-title" dir="auto">
          {(article && titleOf(article.doc)) || t('workspace.untitled')}
        </p>
        <PeopleHere />
        <div class="more-part">
          <p class="meta">{lockWords(workspace)}</p>
          <LockChoice menu="more-menu" />
          <SettingsItem menu="more-menu" onOpen={onSettings} />
          <PublishItem menu="more-menu" />
        </div>
        <button type="button" class="button" onClick={() => leavingFor(onShare)}>
          {t('share.share')}
        </button>
        {hasRole(workspace.reviewer.value.role, 'annotator') && (
          <button type="button" class="button" onClick={() => leavingFor(bring)}>
            {t('bar.annotations')}
          </button>
        )}
        <button type="button" class="button" onClick={() => leavingFor(onVersions)}>
          {t('bar.versions')}
        </button>
        <button type="button" class="button" onClick={() => leavingFor(find)}>
          {t('commands.open')}
        </button>
      </div>
    </>
  );
};
