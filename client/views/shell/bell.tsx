import { useRef } from 'preact/hooks';
import { presence } from '../../account.ts';
import { loadNotices, told } from '../../notices.ts';
import { t } from '../../strings/index.ts';
import { Icon } from './icon.tsx';
import { fetchMenus, menus } from './menus.ts';
import { useKeptOpen } from './use-kept-open.ts';

/** What others did that concerns one: a number on a bell, and the list under it. */
export const Bell = () => (presence.value.state === 'signed-in' ? <Notices /> : null);

const Notices = () => {
  const list = useRef<HTMLDivElement>(null);
  useKeptOpen(list);
  const { NoticeList } = menus.value ?? {};
  const unread = told.value?.unread ?? 0;
  return (
    <>
      <button
        type="button"
        class="button icon bell"
        popovertarget="notices"
        aria-label={t('notices.open', { count: unread })}
      >
        <Icon name="bell" />
        {unread > 0 && (
          <span class="bell-count" aria-hidden="true">
            {unread > 99 ? '99+' : unread}
          </span>
        )}
      </button>
      <div
        class="notices"
        id="notices"
        popover="auto"
        ref={list}
        onToggle={(event) => {
          if (event.newState !== 'open') return;
          fetchMenus();
          void loadNotices();
        }}
      >
        {NoticeList ? <NoticeList /> : t('app.loading')}
      </div>
    </>
  );
};
