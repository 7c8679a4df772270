import '../../styles/batch.css';
import { useCallback, useEffect, useState } from 'preact/hooks';
import { type Batch, endedOf } from '../../../shared/batch.ts';
import type { Problem } from '../../api.ts';
import { loadBatches } from '../../batches.ts';
import { t } from '../../strings/index.ts';
import { whileLookedAt } from '../../while-looked-at.ts';
import { Ago } from './ago.tsx';
import { RowSkeletons } from './article-rows.tsx';
import { Counts, nameOfBatch } from './batch-words.tsx';
import { Failure } from './failure.tsx';
import { usePageTitle } from './page-title.ts';
import { TopBar } from './top-bar.tsx';

/** The list is asked for every so many milliseconds. */
const PACE = 5_000;

/** What was brought in together, the newest first. */
export const Batches = () => {
  usePageTitle(t('batches.title'));
  const [batches, setBatches] = useState<readonly Batch[]>();
  const [problem, setProblem] = useState<Problem>();
  const load = useCallback(async (): Promise<void> => {
    const answer = await loadBatches();
    setProblem('problem' in answer ? answer.problem : undefined);
    if ('value' in answer) setBatches(answer.value.batches);
  }, []);
  useEffect(() => whileLookedAt(load, PACE), [load]);
  return (
    <>
      <TopBar
        crumb={
          <>
            <a href="/">{t('articles.title')}</a> /
          </>
        }
        title={t('batches.title')}
      />
      <main class="articles" id="content" tabIndex={-1}>
        <div class="articles-head">
          <h1>{t('batches.title')}</h1>
        </div>
        {problem && (
          <Failure problem={problem} words={batches && t('batch.stale', { why: problem.words })} onRetry={load} />
        )}
        {!batches && !problem && <RowSkeletons />}
        {batches?.length === 0 && (
          <div class="queue-empty">
            <h2>{t('batches.none')}</h2>
            <p>{t('batches.noneWords')}</p>
            <a class="button primary" href="/articles/new">
              {t('batches.begin')}
            </a>
          </div>
        )}
        <ul class="batch-rows">
          {batches?.map((batch) => (
            <li key={batch.id} class="batch-row">
              <div>
                <a href={`/batches/${encodeURIComponent(batch.id)}`} dir="auto">
                  {nameOfBatch(batch)}
                </a>
                <Counts counts={batch.counts} />
              </div>
              <div class="meta">
                {t(`batch.state.${batch.state}`)} ·{' '}
                {t('batch.progress', { ended: endedOf(batch.counts), all: batch.expected })} · <Ago time={batch.at} />
              </div>
            </li>
          ))}
        </ul>
      </main>
    </>
  );
};
