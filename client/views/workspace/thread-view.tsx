import '../../styles/discussion.css';
import { useState } from 'preact/hooks';
import type { Thread } from '../../../shared/thread.ts';
import { t } from '../../strings/index.ts';
import { reopenThread, replyTo, resolveThread } from '../../thread-commands.ts';
import { moment } from '../../times.ts';
import { Composer } from './composer.tsx';
import { useWorkspace } from './here.ts';
import { ThreadMessage } from './thread-message.tsx';

/** The messages of a thread, and where it is answered, resolved and taken up again. */
export const ThreadView = ({ thread }: { readonly thread: Thread }) => {
  const workspace = useWorkspace();
  const [isAnswering, answer] = useState(false);
  const [resolve, reopen] = [resolveThread(thread.id), reopenThread(thread.id)];
  const { resolved } = thread;
  const draft = `say reply ${thread.id}`;
  const isOpen = isAnswering || workspace.drafts.value.has(draft);
  const mayAnswer = workspace.can(replyTo(thread.id, { text: 'x', mentions: [] }));
  return (
    <div class="thread">
      <ol class="messages">
        {thread.messages.map((message) => (
          <ThreadMessage key={message.id} thread={thread} message={message} />
        ))}
      </ol>
      {resolved && (
        <p class="meta">
          {t('thread.resolved', { name: workspace.nameOf(resolved.reviewer), time: moment(resolved.at) })}
        </p>
      )}
      {isOpen && mayAnswer && (
        <Composer
          draft={draft}
          label={t('thread.reply')}
          sends={t(resolved ? 'thread.replyAndReopen' : 'thread.reply')}
          hasFocus={isAnswering}
          onSend={(said) => {
            const isDone = workspace.run(replyTo(thread.id, said), 'card');
            if (isDone) answer(false);
            return isDone;
          }}
          onLeave={() => answer(false)}
        />
      )}
      <p class="row thread-foot">
        {!isOpen && mayAnswer && (
          <button type="button" data-begins="reply" class="button small" onClick={() => answer(true)}>
            {t('thread.reply')}
          </button>
        )}
        {workspace.can(resolve) && (
          <button type="button" class="button small quiet" onClick={() => workspace.run(resolve, 'card')}>
            {t('thread.resolve')}
          </button>
        )}
        {workspace.can(reopen) && (
          <button type="button" class="button small quiet" onClick={() => workspace.run(reopen, 'card')}>
            {t('thread.reopen')}
          </button>
        )}
      </p>
    </div>
  );
};
