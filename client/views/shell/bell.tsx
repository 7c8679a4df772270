import { useEffect } from 'preact/hooks';
import { presence } from '../../account.ts';
import { followNotices, loadEarlierNotices, loadNotices, readNotices, type ShownNotice, told } from '../../notices.ts';
import { t } from '../../strings/index.ts';
import { Ago } from './ago.tsx';
import { Icon } from './icon.tsx';

/** What others did that concerns one: a number on a bell, and the list under it. */
export const Bell = () => {
  const isIn = presence.value.state === 'signed-in';
  useEffect(() => (isIn ? followNotices() : undefined), [isIn]);
  if (!isIn) return null;
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
        onToggle={(event) => event.newState === 'open' && void loadNotices()}
      >
        <Notices />
      </div>
    </>
  );
};

const Notices = () => {
  const { notices = [], unread = 0, before = null, problem } = told.value ?? {};
  return (
    <>
      <div class="notices-head">
        <h2 class="heading-small">{t('notices.title')}</h2>
        <span class="spacer" />
        {unread > 0 && (
          <button type="button" class="link-button" onClick={() => void readNotices()}>
            {t('notices.readAll')}
          </button>
        )}
      </div>
      {problem && <p class="notice error">{problem.words}</p>}
      {notices.length === 0 && !problem && <p class="nothing">{t('notices.none')}</p>}
      <ul class="notice-list">
        {notices.map((notice) => (
          <li key={notice.id}>
            <NoticeRow notice={notice} />
          </li>
        ))}
      </ul>
      {before !== null && (
        <button type="button" class="button small quiet" onClick={() => void loadEarlierNotices()}>
          {t('notices.earlier')}
        </button>
      )}
    </>
  );
};

const NoticeRow = ({ notice }: { readonly notice: ShownNotice }) => {
  const { id, kind, article, title, claim, words, by, at, read } = notice;
  const name = by === undefined ? undefined : (told.value?.people[by] ?? by);
  const follow = (): void => {
    document.getElementById('notices')?.hidePopover();
    if (!read) void readNotices([id]);
  };
  return (
    <a
      class={`notice-row ${read ? '' : 'is-unread'}`}
      href={`/articles/${encodeURIComponent(article)}${claim ? `#claim-${claim}` : ''}`}
      onClick={follow}
    >
      <span class="notice-what">
        {!read && <span class="unseen">{t('notices.unread')} </span>}
        {name === undefined ? t(`notices.${kind}`) : t(`notices.${kind}.by`, { name })}
      </span>
      {words !== '' && (
        <span class="notice-words" dir="auto">
          {words}
        </span>
      )}
      <span class="meta">
        <span dir="auto">{title || t('articles.untitled')}</span> · <Ago time={at} />
      </span>
    </a>
  );
};
