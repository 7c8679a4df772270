import { t } from '../../strings/index.ts';
import { useWanted } from '../shell/use-wanted.ts';
import { MoreChoices } from './fetched-later.ts';
import type { MoreParts } from './more-choices.tsx';

/** What the bar has no room for on a phone: the whole title, who is here, the lock, the settings, the link and the list of commands. */
export const MoreMenu = (parts: MoreParts) => {
  const [isWanted, wanted] = useWanted();
  return (
    <>
      <button type="button" class="button icon" popovertarget="more-menu" aria-label={t('bar.more')} {...wanted}>
        <span aria-hidden="true">⋯</span>
      </button>
      <div class="menu more-menu" id="more-menu" popover="auto" {...wanted}>
        {isWanted && <MoreChoices {...parts} />}
      </div>
    </>
  );
};
