import { useEffect } from 'preact/hooks';
import { type Article, anchorOf, wordsOf } from '../../../shared/article.ts';
import { type Correction, isUnanswered } from '../../../shared/correction.ts';
import { hasRole } from '../../../shared/roles.ts';
import { isInSight, type Thread } from '../../../shared/thread.ts';
import { type AboutWords, whereNow } from '../../about-words.ts';
import { inOrder } from '../../remarks-in-order.ts';
import { onScreen } from '../../screen-commands.ts';
import { t } from '../../strings/index.ts';
import { openWordsThread, showThread } from '../../thread-commands.ts';
import type { Workspace } from '../../workspace.ts';
import { Composer } from './composer.tsx';
import { CorrectionForm } from './correction-form.tsx';
import { CorrectionView } from './correction-view.tsx';
import { useWorkspace } from './here.ts';
import { focusRemark, showRemark, showRemarkWords } from './remark-scrolling.ts';
import { ThreadView } from './thread-view.tsx';

/** All that is said and suggested, in the order of the text: what waits first, what is settled folded away. */
export const DiscussionList = () => {
  const workspace = useWorkspace();
  const article = workspace.article.value;
  const shown = workspace.remark.value;
  useEffect(() => {
    if (shown !== undefined) showRemark(shown);
  }, [shown]);
  if (!article) return null;
  const threads = inOrder(
    article,
    [...article.threads.values()].filter((thread) => isInSight(article, thread)),
  );
  const corrections = inOrder(
    article,
    [...article.corrections.values()].filter((each) => !each.withdrawn),
  );
  const [waiting, answered] = [corrections.filter(isUnanswered), corrections.filter((each) => !isUnanswered(each))];
  const [open, resolved] = [threads.filter((each) => !each.resolved), threads.filter((each) => each.resolved)];
  const drafts = [...workspace.drafts.value.keys()].filter((draft) => / words /.test(draft));
  if (threads.length + corrections.length + drafts.length === 0) {
    const viewer = workspace.reviewer.value.role === 'viewer';
    return (
      <>
        <p class="nothing">
          {t(viewer ? 'thread.none' : 'thread.begin')} {!viewer && <kbd>M</kbd>}
        </p>
        <BringButton />
      </>
    );
  }
  return (
    <>
      {drafts.map((draft) => (
        <Begun key={draft} draft={draft} />
      ))}
      {waiting.length > 0 && (
        <h2 class="heading-small section">{t(article.lock ? 'correction.requests' : 'correction.title')}</h2>
      )}
      {waiting.map((each) => (
        <CorrectionCard key={each.id} correction={each} />
      ))}
      {open.length > 0 && waiting.length > 0 && <h2 class="heading-small section">{t('thread.list')}</h2>}
      {open.map((each) => (
        <ThreadCard key={each.id} thread={each} />
      ))}
      {resolved.length > 0 && (
        <details class="withdrawn">
          <summary>{t('thread.resolvedOnes', { count: resolved.length })}</summary>
          {resolved.map((each) => (
            <ThreadCard key={each.id} thread={each} />
          ))}
        </details>
      )}
      {answered.length > 0 && (
        <details class="withdrawn">
          <summary>{t('correction.answered', { count: answered.length })}</summary>
          {answered.map((each) => (
            <CorrectionCard key={each.id} correction={each} />
          ))}
        </details>
      )}
      <BringButton />
    </>
  );
};

/** The way for annotations of elsewhere. */
const BringButton = () => {
  const workspace = useWorkspace();
  if (!hasRole(workspace.reviewer.value.role, 'annotator')) return null;
  return (
    <p class="bring-annotations">
      <button
        type="button"
        class="button small quiet"
        onClick={() => workspace.run(onScreen({ go: 'annotations' }), 'card')}
      >
        {t('annotations.bring')}
      </button>
    </p>
  );
};

const cardClass = (workspace: Workspace, id: string): string =>
  `card remark${workspace.remark.value === id ? ' is-shown' : ''}`;

/** What is being written about words that were selected. */
const Begun = ({ draft }: { readonly draft: string }) => {
  const workspace = useWorkspace();
  const begun = workspace.drafts.value.get(draft) as { readonly about?: AboutWords } | undefined;
  const about = begun?.about;
  const article = workspace.article.value;
  if (!about || !article) return null;
  const forget = (): void => {
    workspace.drafts.value = new Map([...workspace.drafts.value].filter(([key]) => key !== draft));
    if (workspace.remark.peek() === draft) workspace.remark.value = undefined;
  };
  const isShown = workspace.remark.value === draft;
  const putAside = (): void => {
    if (workspace.remark.peek() === draft) workspace.remark.value = undefined;
  };
  return (
    <article class={cardClass(workspace, draft)} id={`remark-${draft.replaceAll(' ', '-')}`}>
      {draft.startsWith('correct') ? (
        <CorrectionForm draft={draft} onClose={putAside} />
      ) : (
        <>
          <Quoted words={about.quote.exact} />
          <Composer
            draft={draft}
            label={t('thread.new')}
            isFirst
            sends={t('thread.send')}
            hasFocus={isShown}
            onSend={(said) => {
              const where = whereNow(article, about, workspace.fromVersion);
              const isDone = workspace.run(openWordsThread(where, said), 'card');
              if (isDone) focusRemark(workspace.remark.peek());
              return isDone;
            }}
            onLeave={() => {
              const left = workspace.drafts.peek().get(draft) as { readonly text?: string } | undefined;
              if (!left?.text?.trim()) forget();
              else putAside();
              workspace.run(onScreen({ go: 'text' }));
            }}
          />
        </>
      )}
    </article>
  );
};

const Quoted = ({
  words,
  onClick,
  note,
}: {
  readonly words: string;
  readonly onClick?: () => void;
  readonly note?: string;
}) => (
  <p class="remark-quote">
    {onClick ? (
      <button type="button" class="quote-button" dir="auto" title={t('thread.goToWords')} onClick={onClick}>
        {words}
      </button>
    ) : (
      <span dir="auto">{words}</span>
    )}
    {note !== undefined && <span class="tag">{note}</span>}
  </p>
);

const noteOf = (article: Article, id: string): string | undefined => {
  const { state } = anchorOf(article, id);
  if (state === 'orphaned') return t('thread.orphaned');
  return state === 'changed' ? t('thread.changed') : undefined;
};

const ThreadCard = ({ thread }: { readonly thread: Thread }) => {
  const workspace = useWorkspace();
  const article = workspace.article.value;
  if (!article) return null;
  const { id, claim, quote } = thread;
  const about = claim ?? id;
  const words = wordsOf(article, about) || (quote ?? article.claims.get(about)?.quote)?.exact || '';
  const note = noteOf(article, about);
  const show = (): void => {
    if (claim !== undefined) workspace.run(showThread(id), 'key');
    else showRemarkWords(id);
  };
  return (
    <article
      class={cardClass(workspace, id)}
      id={`remark-${id}`}
      aria-label={t(claim === undefined ? 'thread.onWords' : 'thread.onClaim', { words: words.slice(0, 80) })}
    >
      <Quoted words={words} onClick={show} {...(note !== undefined && { note })} />
      <ThreadView thread={thread} />
    </article>
  );
};

const CorrectionCard = ({ correction }: { readonly correction: Correction }) => {
  const workspace = useWorkspace();
  const { id, quote } = correction;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: what a click shows, the buttons in it are for.
    <article
      class={cardClass(workspace, id)}
      id={`remark-${id}`}
      aria-label={t('correction.onWords', { words: quote.exact.slice(0, 80) })}
      onClick={() => {
        workspace.remark.value = id;
        showRemarkWords(id);
      }}
    >
      <CorrectionView correction={correction} />
    </article>
  );
};
