import '../../styles/preview.css';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Problem } from '../../api.ts';
import { type ArticleDraft, changeDraft, draft, dropDraft } from '../../article-draft.ts';
import { makeArticle } from '../../make-article.ts';
import { keptOf, linesIn, type Reading } from '../../reading.ts';
import { navigate } from '../../router.ts';
import { t } from '../../strings/index.ts';
import { toast } from '../../toasts.ts';
import { ArticleAsRead } from './article-as-read.tsx';
import { Failure } from './failure.tsx';
import { Icon } from './icon.tsx';
import { useReading } from './use-reading.ts';

/** The text as pasted beside the article that will be made of it; what is removed can be kept. */
export const PreviewArticle = ({ onBack }: { readonly onBack: () => void }) => {
  const { reading, problem, busy, retry } = useReading(draft.value.text, draft.value.clean);
  const making = useMaking();
  const start = useRef<HTMLElement>(null);
  useEffect(() => start.current?.focus(), []);
  const create = (): void => {
    if (reading && !busy) void making.make(draft.value, reading);
  };
  return (
    <main
      class="preview"
      id="content"
      tabIndex={-1}
      ref={start}
      onKeyDown={(event) => event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !event.repeat && create()}
    >
      <h1 class="unseen">{t('newArticle.title')}</h1>
      <div class="preview-bar">
        <button type="button" class="button quiet" onClick={onBack}>
          <Icon name="back" />
          {t('preview.back')}
        </button>
        {reading ? <Summary reading={reading} draft={draft.value} /> : <span class="spacer" />}
        <button
          type="button"
          class="button primary create"
          aria-disabled={busy || making.busy || !reading}
          onClick={create}
        >
          {t(making.busy ? 'preview.creating' : 'preview.create')}
        </button>
      </div>
      {making.problem && <Failure problem={making.problem} onRetry={create} />}
      {problem && <Failure problem={problem} onRetry={retry} />}
      <div class="preview-panes">
        <Pasted />
        <section class="as-read" aria-busy={busy} aria-label={t('preview.asRead')}>
          <h2 class="heading-small">{t('preview.asRead')}</h2>
          {reading ? <ArticleAsRead reading={reading} /> : !problem && <SheetSkeleton />}
        </section>
      </div>
    </main>
  );
};

interface Making {
  readonly busy: boolean;
  readonly problem?: Problem | undefined;
  readonly make: (draft: ArticleDraft, reading: Reading) => Promise<void>;
}

const useMaking = (): Making => {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const make: Making['make'] = async (from, reading) => {
    if (busy) return;
    setBusy(true);
    setProblem(undefined);
    const answer = await makeArticle(from, reading);
    setBusy(false);
    if ('problem' in answer) return setProblem(answer.problem);
    dropDraft();
    if (!answer.value.complete) toast(t('preview.notKept'), { tone: 'error' });
    navigate(`/articles/${encodeURIComponent(answer.value.id)}`, 'replace');
  };
  return { busy, problem, make };
};

const Summary = ({ reading, draft: { kept, clean } }: { readonly reading: Reading; readonly draft: ArticleDraft }) => {
  const places = keptOf(reading, kept);
  const stays = linesIn(reading.removed.filter((_, index) => places.includes(index)));
  const removed = linesIn(reading.removed) - stays;
  return (
    <p class="preview-summary">
      <span role="status">
        {!clean ? (
          t('preview.asItIs')
        ) : removed > 0 ? (
          <strong>{t('preview.removed', { count: removed })}</strong>
        ) : (
          t('preview.nothingRemoved')
        )}
        {clean && stays > 0 && <span class="meta"> · {t('preview.keptCount', { count: stays })}</span>}
      </span>
      {(reading.removed.length > 0 || !clean) && (
        <button type="button" class="link-button" onClick={() => changeDraft({ clean: !clean })}>
          {t(clean ? 'preview.unclean' : 'preview.clean')}
        </button>
      )}
    </p>
  );
};

const Pasted = () => (
  <section class="pasted">
    <h2 class="heading-small">
      <label for="pasted-text">{t('preview.pasted')}</label>
    </h2>
    <textarea
      id="pasted-text"
      dir="auto"
      spellcheck={false}
      value={draft.value.text}
      onInput={(event) => changeDraft({ text: event.currentTarget.value })}
    />
  </section>
);

const SheetSkeleton = () => (
  <div class="sheet-page">
    <p class="unseen" role="status">
      {t('newArticle.reading')}
    </p>
    <i class="skeleton head" />
    {[1, 2, 3, 4].map((each) => (
      <i class="skeleton paragraph" key={each} />
    ))}
  </div>
);
