import '../../styles/notices.css';
import { isOfSignature } from '../../../shared/notice.ts';
import { loadEarlierNotices, readNotices, type ShownNotice, told } from '../../notices.ts';
import { personInWords } from '../../person-in-words.ts';
import { t } from '../../strings/index.ts';
import { Ago } from './ago.tsx';
import { DeedButton } from './deed-button.tsx';

/** What others did that concerns one, the newest first. */
export const NoticeList = () => {
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
        <DeedButton class="button small quiet" onDo={loadEarlierNotices}>
          {t('notices.earlier')}
        </DeedButton>
      )}
    </>
  );
};

const NoticeRow = ({ notice }: { readonly notice: ShownNotice }) => {
  const { id, article, title, claim, words, by, at, read } = notice;
  const name = by === undefined ? undefined : personInWords(told.value?.people[by] ?? by);
  const kind = isOfSignature(notice) ? 'signed' : notice.kind;
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
