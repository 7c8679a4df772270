import type { Claim } from '../../../shared/claim.ts';
import { threadsOf } from '../../../shared/thread.ts';
import { NOTHING_SAID } from '../../mentions.ts';
import { t } from '../../strings/index.ts';
import { openClaimThread } from '../../thread-commands.ts';
import { Composer } from './composer.tsx';
import { focusCard } from './focusing.ts';
import { useWorkspace } from './here.ts';
import { ThreadView } from './thread-view.tsx';

/** What is said about a claim: the open threads, those that are resolved folded away, and a new one being written. */
export const ClaimThreads = ({ claim }: { readonly claim: Claim }) => {
  const workspace = useWorkspace();
  const article = workspace.article.value;
  if (!article) return null;
  const threads = threadsOf(article, claim.id);
  const [open, resolved] = [threads.filter((each) => !each.resolved), threads.filter((each) => each.resolved)];
  const draft = `say claim ${claim.id}`;
  const isNote = workspace.form.value === 'note';
  const asked = isNote || workspace.form.value === 'comment';
  const isWriting = !claim.withdrawn && (asked || workspace.drafts.value.has(draft));
  if (threads.length === 0 && !isWriting) return null;
  const close = (): void => {
    if (asked) workspace.form.value = undefined;
    focusCard(claim.id);
  };
  return (
    <section class="threads" aria-label={t('side.discussion')}>
      <h3 class="heading-small">{t('side.discussion')}</h3>
      {open.map((thread) => (
        <ThreadView key={thread.id} thread={thread} />
      ))}
      {isWriting && (
        <Composer
          draft={draft}
          {...(isNote && { initial: { ...NOTHING_SAID, visibility: [workspace.reviewer.value.id] } })}
          label={t('thread.new')}
          isFirst
          sends={t('thread.send')}
          hasFocus={asked}
          onSend={(said) => {
            const isDone = workspace.run(openClaimThread(claim.id, said), 'card');
            if (isDone) close();
            return isDone;
          }}
          onLeave={close}
        />
      )}
      {resolved.length > 0 && (
        <details class="resolved">
          <summary>{t('thread.resolvedOnes', { count: resolved.length })}</summary>
          {resolved.map((thread) => (
            <ThreadView key={thread.id} thread={thread} />
          ))}
        </details>
      )}
    </section>
  );
};
