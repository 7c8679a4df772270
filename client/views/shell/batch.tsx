import '../../styles/batch.css';
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { endedOf } from '../../../shared/batch.ts';
import type { Answer, Problem } from '../../api.ts';
import { sendFiles, sending } from '../../batch-sending.ts';
import { changeItems, loadBatch, turnBatch, type WholeBatch } from '../../batches.ts';
import { filesChosen } from '../../files-given.ts';
import { inOrder } from '../../in-order.ts';
import { t } from '../../strings/index.ts';
import { toast } from '../../toasts.ts';
import { whileLookedAt } from '../../while-looked-at.ts';
import { Ago } from './ago.tsx';
import { RowSkeletons } from './article-rows.tsx';
import { BatchRow } from './batch-row.tsx';
import { Counts, nameOfBatch } from './batch-words.tsx';
import { DeedButton } from './deed-button.tsx';
import { Failure } from './failure.tsx';
import { usePageTitle } from './page-title.ts';
import { TopBar } from './top-bar.tsx';

/** A batch is asked for every so many milliseconds, while it goes on and when it does not. */
const PACE = { going: 1_000, otherwise: 8_000 } as const;

/** A batch as it stands, asked for again and again; `act` does something to it. */
const useBatch = (id: string) => {
  const [batch, setBatch] = useState<WholeBatch>();
  const [problem, setProblem] = useState<Problem>();
  const take = useCallback((answer: Answer<WholeBatch>): void => {
    setProblem('problem' in answer ? answer.problem : undefined);
    if ('value' in answer) setBatch(answer.value);
  }, []);
  const [answers] = useState(inOrder);
  const load = useCallback(() => answers.take(loadBatch(id), take), [id]);
  const isGoing = batch?.state === 'going' || sending.value?.batch === id;
  useEffect(() => whileLookedAt(load, isGoing ? PACE.going : PACE.otherwise), [load, isGoing]);
  const act = async (asked: Promise<Answer<WholeBatch>>): Promise<void> => {
    answers.overtake(); // what is on its way tells of before it
    const answer = await asked;
    if ('value' in answer) {
      answers.overtake();
      take(answer);
    } else toast(answer.problem.words, { tone: 'error' });
  };
  return { batch, problem, load, act };
};

/** Files or addresses that come in together: how far they are, what became of each, and what can be done about it. */
export const BatchPage = ({ id }: { readonly id: string }) => {
  const { batch, problem, load, act } = useBatch(id);
  usePageTitle(batch ? nameOfBatch(batch) : t('batches.title'));
  return (
    <>
      <TopBar
        crumb={
          <>
            <a href="/">{t('articles.title')}</a> / <a href="/batches">{t('batches.title')}</a> /
          </>
        }
        title={batch ? nameOfBatch(batch) : ''}
      />
      <main class="articles" id="content" tabIndex={-1}>
        {problem && (
          <Failure problem={problem} words={batch && t('batch.stale', { why: problem.words })} onRetry={load} />
        )}
        {!batch && !problem && <RowSkeletons />}
        {!batch && <h1 class="unseen">{t('batches.title')}</h1>}
        {batch && (
          <>
            <Head batch={batch} act={act} />
            <SendingLine batch={batch} />
            {batch.items.length === 0 && <p class="meta">{t('batch.empty')}</p>}
            <ul class="batch-rows" aria-label={t('batch.list')}>
              {batch.items.map((item) => (
                <BatchRow key={item.id} item={item} onChange={(state) => act(changeItems(id, state, item.id))} />
              ))}
            </ul>
          </>
        )}
      </main>
    </>
  );
};

interface HeadParts {
  readonly batch: WholeBatch;
  readonly act: (asked: Promise<Answer<WholeBatch>>) => Promise<void>;
}

const Head = ({ batch, act }: HeadParts) => {
  const { id, at, state, counts, expected, items } = batch;
  const all = Math.max(expected, items.length);
  const ended = endedOf(counts);
  const rest = counts.waiting + counts.reading;
  return (
    <header class="batch-head">
      <h1 dir="auto">{nameOfBatch(batch)}</h1>
      <p class="meta" role="status">
        {t(`batch.state.${state}`)} · {t('batch.progress', { ended, all })} · <Ago time={at} />
      </p>
      <progress value={ended} max={Math.max(all, 1)} aria-label={t('batch.progress', { ended, all })} />
      <Counts counts={counts} />
      <div class="batch-acts">
        {state === 'going' && rest > 0 && (
          <DeedButton class="button" onDo={() => act(turnBatch(id, { state: 'stopped' }))}>
            {t('batch.stop')}
          </DeedButton>
        )}
        {state === 'stopped' && (
          <DeedButton class="button primary" onDo={() => act(turnBatch(id, { state: 'going' }))}>
            {t('batch.goOn')}
          </DeedButton>
        )}
        {counts.failed > 0 && (
          <DeedButton class="button" onDo={() => act(changeItems(id, 'waiting'))}>
            {t('batch.againAll')}
          </DeedButton>
        )}
        {rest > 0 && (
          <DeedButton class="button quiet" onDo={() => act(changeItems(id, 'called-off'))}>
            {t('batch.callOffAll')}
          </DeedButton>
        )}
      </div>
    </header>
  );
};

/** What is being sent from this page; what was not sent when it was closed. */
const SendingLine = ({ batch }: { readonly batch: WholeBatch }) => {
  const own = sending.value?.batch === batch.id ? sending.value : undefined;
  const missing = batch.expected - batch.items.length;
  if (own?.now)
    return (
      <p class="notice" role="status">
        {own.isOffline
          ? t('batch.sendingOffline')
          : t('batch.sending', { name: own.now, sent: own.sent + 1, all: own.all })}
      </p>
    );
  return (
    <>
      {own?.refused.map(({ path, problem }) => (
        <p key={path} class="notice error" role="alert">
          {t('batch.refused', { name: path, why: problem.words })}
        </p>
      ))}
      {missing > 0 && (
        <p class="notice">
          {t('batch.missing', { count: missing })} <span class="spacer" />
          <ChooseAgain batch={batch} />
        </p>
      )}
    </>
  );
};

const ChooseAgain = ({ batch }: { readonly batch: WholeBatch }) => {
  const input = useRef<HTMLInputElement>(null);
  const isFolder = batch.items.some(({ name }) => name.includes('/'));
  return (
    <>
      <input
        hidden
        multiple
        type="file"
        {...(isFolder && { webkitdirectory: true })}
        ref={input}
        onChange={({ currentTarget }) => void sendFiles(batch, filesChosen(currentTarget.files ?? []))}
      />
      <button type="button" class="button small" onClick={() => input.current?.click()}>
        {t('batch.chooseAgain')}
      </button>
    </>
  );
};
