import '../../styles/discussion.css';
import { useState } from 'preact/hooks';
import { mayShowElse } from '../../../shared/operations/may.ts';
import { hasRole } from '../../../shared/roles.ts';
import { asShown, type Thread, USUAL_VISIBILITY } from '../../../shared/thread.ts';
import type { Visibility } from '../../../shared/visibility.ts';
import { t } from '../../strings/index.ts';
import { reopenThread, replyTo, resolveThread, showThreadTo } from '../../thread-commands.ts';
import { moment } from '../../times.ts';
import { Composer } from './composer.tsx';
import { useWorkspace } from './here.ts';
import { ShownTo } from './shown-to.tsx';
import { ThreadMessage } from './thread-message.tsx';
import { VisibilityChoice } from './visibility-choice.tsx';

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
      <ShownThread thread={thread} />
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

/** Who sees a thread where that is not the desk, and for who may, the way to change it. */
const ShownThread = ({ thread }: { readonly thread: Thread }) => {
  const workspace = useWorkspace();
  const [chosen, choose] = useState<Visibility>();
  const shown = asShown(thread);
  const { value: reviewer } = workspace.reviewer;
  const may = hasRole(reviewer.role, 'annotator') && mayShowElse(shown, reviewer);
  const save = (): void => {
    if (chosen !== undefined) workspace.run(showThreadTo(thread.id, chosen), 'card');
    choose(undefined);
  };
  if (chosen !== undefined && may)
    return (
      <div class="thread-shown">
        <VisibilityChoice
          name="visibility"
          label={t('visibility.who')}
          usual={USUAL_VISIBILITY}
          value={chosen}
          onInput={choose}
        />
        <button type="button" class="button small primary" onClick={save}>
          {t('form.save')}
        </button>
        <button type="button" class="button small quiet" onClick={() => choose(undefined)}>
          {t('form.cancel')}
        </button>
      </div>
    );
  return (
    <p class="thread-shown">
      <ShownTo record={shown} usual={USUAL_VISIBILITY} />
      {may && (
        <button
          type="button"
          class="link-button reveal"
          title={t('visibility.change')}
          onClick={() => choose(shown.visibility)}
        >
          {t('visibility.who')}
        </button>
      )}
    </p>
  );
};
