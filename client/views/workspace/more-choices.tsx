import { hasRole } from '../../../shared/roles.ts';
import { titleOf } from '../../../shared/schema.ts';
import { commandOf } from '../../command-register.ts';
import { onScreen } from '../../screen-commands.ts';
import { t } from '../../strings/index.ts';
import { useWorkspace } from './here.ts';
import { LockMenu } from './lock-choice.tsx';
import { lockWords } from './lock-words.ts';
import { PeopleHere } from './people-here.tsx';

/** What is opened from the menu. */
export interface MoreParts {
  readonly onShare: () => void;
  readonly onSettings: () => void;
  readonly onVersions: () => void;
}

/** What is in the menu that a phone has instead of a wide bar. */
export const MoreChoices = ({ onShare, onSettings, onVersions }: MoreParts) => {
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
      <p class="more-title" dir="auto">
        {(article && titleOf(article.doc)) || t('workspace.untitled')}
      </p>
      <PeopleHere />
      <div class="more-part">
        <p class="meta">{lockWords(workspace)}</p>
        <LockMenu menu="more-menu" onSettings={onSettings} />
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
    </>
  );
};
