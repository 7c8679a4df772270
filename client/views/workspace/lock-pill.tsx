import { lockText, unlockText } from '../../commands.ts';
import { t } from '../../strings/index.ts';
import { Icon } from '../shell/icon.tsx';
import { useWanted } from '../shell/use-wanted.ts';
import { LockMenu } from './fetched-later.ts';
import { useWorkspace } from './here.ts';
import { lockWords } from './lock-words.ts';

/** Whether the text is locked; for who may lock it, a button that opens what turns it. */
export const LockPill = ({ onSettings }: { readonly onSettings: () => void }) => {
  const workspace = useWorkspace();
  const lock = workspace.article.value?.lock;
  const [isWanted, wanted] = useWanted();
  if (!workspace.can(lock ? unlockText : lockText))
    return lock ? (
      <span class="pill lock-pill" title={t('lock.by', { name: workspace.nameOf(lock.reviewer) })}>
        <Icon name="lock" />
        {lockWords(workspace)}
      </span>
    ) : null;
  return (
    <>
      <button type="button" class="pill lock-pill" popovertarget="lock-menu" aria-haspopup="true" {...wanted}>
        {lock && <Icon name="lock" />}
        {lockWords(workspace)}
        <span class="caret" aria-hidden="true" />
      </button>
      <div class="menu lock-menu" id="lock-menu" popover="auto" {...wanted}>
        {isWanted && <LockMenu menu="lock-menu" onSettings={onSettings} />}
      </div>
    </>
  );
};
