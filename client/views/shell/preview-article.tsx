import '../../styles/preview.css';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Problem } from '../../api.ts';
import { type ArticleDraft, changeDraft, draft, draftFile, dropDraft } from '../../article-draft.ts';
import { type DraftSource, draftSource } from '../../draft-source.ts';
import { makeArticle } from '../../make-article.ts';
import { keptOf, linesIn, type Reading } from '../../reading.ts';
import { t } from '../../strings/index.ts';
import { fileSize } from '../../text-file.ts';
import { toast } from '../../toasts.ts';
import { AboutArticle } from './about-article.tsx';
import { ArticleAsRead } from './article-as-read.tsx';
import { BroughtAlong, BroughtList } from './brought-along.tsx';
import { Failure } from './failure.tsx';
import { goOnTo } from './go-on-to.ts';
import { Icon } from './icon.tsx';
import { ReadingWay } from './reading-way.tsx';
import { useReading } from './use-reading.ts';

/** The text as pasted beside the article that will be made of it; what is removed can be kept. */
export const PreviewArticle = ({ onBack }: { readonly onBack: () => void }) => {
  const source = draftSource();
  const state = useReading(source, keyOf(source), draft.value.clean);
  const { reading, problem, busy, cancelled, retry } = state;
  const making = useMaking();
  const start = useRef<HTMLElement>(null);
  useEffect(() => start.current?.focus(), []);
  const back = (): void => {
    if (draftFile.value) dropDraft();
    onBack();
  };
  const create = (): void => {
    if (reading && !busy) void making.make(source, draft.value, reading);
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
        <button type="button" class="button quiet" onClick={back}>
          <Icon name="back" />
          {t(draftFile.value ? 'preview.otherFile' : 'preview.back')}
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
      <div class={`preview-panes ${source.kind === 'address' ? 'alone' : ''}`}>
        {source.kind === 'file' && <Chosen file={source.file} reading={reading} />}
        {(source.kind === 'text' || source.kind === 'html') && <Pasted />}
        <section class="as-read" aria-busy={busy} aria-label={t('preview.asRead')}>
          <h2 class="heading-small">{t('preview.asRead')}</h2>
          <ReadingWay state={state} />
          <AboutArticle source={source} reading={reading} />
          {reading && <BroughtAlong reading={reading} />}
          {reading ? <ArticleAsRead reading={reading} /> : !problem && !cancelled && <SheetSkeleton />}
        </section>
      </div>
    </main>
  );
};

let files = 0;
const named = new WeakMap<File, string>();

/** A name for what is read, another when it is another. */
const keyOf = (source: DraftSource): string => {
  if (source.kind === 'text') return `text ${source.text}`;
  if (source.kind === 'html') return `html ${source.html}`;
  if (source.kind === 'address') return `address ${source.url}`;
  const name = named.get(source.file) ?? `file ${++files}`;
  named.set(source.file, name);
  return name;
};

interface Making {
  readonly busy: boolean;
  readonly problem?: Problem | undefined;
  readonly make: (source: DraftSource, draft: ArticleDraft, reading: Reading) => Promise<void>;
}

const useMaking = (): Making => {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const isHere = useRef(true);
  useEffect(
    () => () => {
      isHere.current = false;
    },
    [],
  );
  const make: Making['make'] = async (source, from, reading) => {
    if (busy) return;
    const file = draftFile.peek();
    setBusy(true);
    setProblem(undefined);
    const answer = await makeArticle(source, from, reading);
    setBusy(false);
    if ('problem' in answer) return setProblem(answer.problem);
    // What was changed, or brought, while it was being made is another article.
    if (draft.peek() === from && draftFile.peek() === file) dropDraft();
    if (!answer.value.complete) toast(t('preview.notKept'), { tone: 'error' });
    goOnTo(`/articles/${encodeURIComponent(answer.value.id)}`, isHere.current, t('newArticle.made'), 'replace');
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
          t(draftFile.value ? 'preview.asInFile' : 'preview.asItIs')
        ) : removed > 0 ? (
          <strong>{t('preview.removed', { count: removed })}</strong>
        ) : (
          t('preview.nothingRemoved')
        )}
        {clean && stays > 0 && <span class="meta"> · {t('preview.keptCount', { count: stays })}</span>}
      </span>
      {(reading.removed.length > 0 || !clean) && (
        <button type="button" class="link-button" onClick={() => changeDraft({ clean: !clean })}>
          {t(!clean ? 'preview.clean' : draftFile.value ? 'preview.uncleanFile' : 'preview.unclean')}
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
      onInput={(event) => changeDraft({ text: event.currentTarget.value, html: undefined })}
    />
  </section>
);

const Chosen = ({ file, reading }: { readonly file: File; readonly reading: Reading | undefined }) => (
  <section class="pasted chosen-file" aria-label={t('preview.file')}>
    <h2 class="heading-small">{t('preview.file')}</h2>
    <p class="file-name">
      <bdi>{file.name}</bdi> <span class="meta">{fileSize(file.size)}</span>
    </p>
    <p class="meta">{t('preview.fileKept')}</p>
    {reading && <BroughtList reading={reading} />}
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
