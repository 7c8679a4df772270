import '../../styles/queue.css';
import { useEffect } from 'preact/hooks';
import { may } from '../../account.ts';
import {
  type DriftedClaim,
  followQueue,
  inTurn,
  isOverdue,
  loadQueue,
  queue,
  queueLists,
  type ShownTask,
} from '../../queue.ts';
import { t } from '../../strings/index.ts';
import { dateInWords } from '../../times.ts';
import { RowSkeletons } from './article-rows.tsx';
import { Failure } from './failure.tsx';
import { HomeNav } from './home-nav.tsx';
import { usePageTitle } from './page-title.ts';
import { TopBar } from './top-bar.tsx';

/** What one has to do, over all articles. */
export const Queue = () => {
  usePageTitle(t('queue.page'));
  useEffect(followQueue, []);
  const { mine, drifted = [], problem } = queue.value;
  const shown = queueLists(queue.value, may('lead'));
  return (
    <>
      <TopBar crumb={<HomeNav />} />
      <main class="articles queue" id="content" tabIndex={-1}>
        <div class="articles-head">
          <h1>{t('queue.title')}</h1>
        </div>
        {problem && (
          <Failure problem={problem} words={mine && t('queue.stale', { why: problem.words })} onRetry={loadQueue} />
        )}
        {!mine && !problem && <RowSkeletons />}
        {mine && shown.length + drifted.length === 0 && (
          <div class="queue-empty">
            <h2>{t('queue.nothing')}</h2>
            <p>{t('queue.nothingWords')}</p>
          </div>
        )}
        {shown.map(({ title, tasks }) => (
          <section key={title} aria-labelledby={title}>
            <h2 class="heading-small" id={title}>
              {t(title)} <span class="count">{tasks.length}</span>
            </h2>
            <ul class="article-rows">
              {inTurn(tasks).map((task) => (
                <li key={`${task.article} ${task.claim}`}>
                  <TaskRow task={task} />
                </li>
              ))}
            </ul>
          </section>
        ))}
        {drifted.length > 0 && (
          <section aria-labelledby="queue.drifted">
            <h2 class="heading-small" id="queue.drifted">
              {t('queue.drifted')} <span class="count">{drifted.length}</span>
            </h2>
            <ul class="article-rows">
              {drifted.map((each) => (
                <li key={`${each.article} ${each.evidence}`}>
                  <DriftedRow drifted={each} />
                </li>
              ))}
            </ul>
          </section>
        )}
      </main>
    </>
  );
};

const today = (): string => new Date().toLocaleDateString('sv'); // as ISO 8601 writes it, in the reader's own zone

const DriftedRow = ({ drifted }: { readonly drifted: DriftedClaim }) => {
  const { article, claim, title, words, source, state } = drifted;
  return (
    <a class="article-row" href={`/articles/${encodeURIComponent(article)}#claim-${claim}`}>
      <span class="article-title" dir="auto">
        {words}
      </span>
      <span class="article-meta meta">
        <span>
          <bdi>{source}</bdi>: {t(`queue.drift.${state}`)}
        </span>
        <span dir="auto">{title || t('articles.untitled')}</span>
      </span>
    </a>
  );
};

const TaskRow = ({ task }: { readonly task: ShownTask }) => {
  const { article, claim, title, words, state, due, priority, replyBy = '', alsoAwaits } = task;
  const late = isOverdue(due, today());
  return (
    <a class="article-row" href={`/articles/${encodeURIComponent(article)}#claim-${claim}`}>
      <span class="article-title" dir="auto">
        {words}
      </span>
      <span class="article-meta meta">
        {alsoAwaits && <span class="pill">{t(`queue.also.${alsoAwaits}`)}</span>}
        {(priority === 'high' || priority === 'low') && (
          <span class={`pill is-${priority}`}>{t(`queue.${priority}`)}</span>
        )}
        <span>{t(`work.state.${state}`)}</span>
        {replyBy !== '' && (
          <span class={isOverdue(replyBy, today()) ? 'is-late' : ''}>
            {t(isOverdue(replyBy, today()) ? 'queue.noReply' : 'queue.replyBy', { day: replyBy })}
          </span>
        )}
        <span dir="auto">{title || t('articles.untitled')}</span>
      </span>
      {due !== '' && (
        <span class={`article-time meta ${late ? 'is-late' : ''}`}>
          {t(late ? 'queue.overdue' : 'queue.due', { day: dateInWords(due) })}
        </span>
      )}
    </a>
  );
};
