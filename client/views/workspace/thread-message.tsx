import { useState } from 'preact/hooks';
import { withoutFormer } from '../../../shared/former.ts';
import type { Imported } from '../../../shared/imported.ts';
import type { Message, Thread } from '../../../shared/thread.ts';
import { messageRuns } from '../../message-runs.ts';
import { personInWords } from '../../person-in-words.ts';
import { t } from '../../strings/index.ts';
import { reviseMessage, withdrawMessage } from '../../thread-commands.ts';
import { moment } from '../../times.ts';
import { Avatar } from '../shell/avatar.tsx';
import { Composer } from './composer.tsx';
import { useWorkspace } from './here.ts';

/** What somebody said, as it was written: its addresses can be followed, and nothing else in it does anything. */
const MessageText = ({ message }: { readonly message: Pick<Message, 'text' | 'mentions'> }) => (
  <p class="message-text" dir="auto">
    {messageRuns(message.text, message.mentions).map(({ kind, text }, index) => {
      const key = `${index}`;
      if (kind === 'mention')
        return (
          <bdi key={key} class="mention">
            {text.startsWith('@') ? `@${personInWords(text.slice(1))}` : text}
          </bdi>
        );
      if (kind === 'words') return <span key={key}>{text}</span>;
      return (
        <a key={key} href={text} target="_blank" rel="noopener noreferrer" dir="ltr">
          {text}
        </a>
      );
    })}
  </p>
);

/** Who wrote something in the file, as the file says. */
const importedName = ({ as, author }: Imported): string =>
  author || t(/note$/.test(as) ? 'thread.writer' : 'thread.nobody');

const IMPORTED_WORDS = {
  comment: 'thread.importedComment',
  footnote: 'thread.importedNote',
  endnote: 'thread.importedNote',
  change: 'thread.importedComment',
  annotation: 'thread.importedAnnotation',
} as const satisfies Readonly<Record<Imported['as'], string>>;

/** One message of a thread, with what its author can do with it. */
export const ThreadMessage = ({ thread, message }: { readonly thread: Thread; readonly message: Message }) => {
  const workspace = useWorkspace();
  const [isChanging, change] = useState(false);
  const { withdrawn, revised } = message;
  const shown = withoutFormer(message, (reviewer) => workspace.company.isFormer(reviewer));
  if (withdrawn)
    return (
      <li class="message meta">
        {t('thread.withdrawnBy', { name: workspace.nameOf(withdrawn.reviewer), time: moment(withdrawn.at) })}
      </li>
    );
  const { imported } = message;
  const reviewer = workspace.nameOf(message.reviewer);
  const name = imported ? importedName(imported) : reviewer;
  const written = imported ? imported.at : message.writtenAt;
  const colour = imported ? undefined : workspace.company.folk.value[message.reviewer]?.colour;
  const withdraw = withdrawMessage(thread.id, message.id);
  const canRevise = workspace.can(reviseMessage(thread.id, message.id, message));
  return (
    <li class="message" id={`message-${message.id}`}>
      <Avatar name={name} colour={colour ?? 'var(--open)'} />
      <div class="message-head">
        <strong>
          <bdi>{name}</bdi>
        </strong>{' '}
        <span class="meta">
          {written && <time dateTime={written}>{moment(written)}</time>}
          {revised && ` · ${t('thread.revised', { time: moment(revised.at) })}`}
        </span>
        <span class="spacer" />
        {canRevise && !isChanging && (
          <button type="button" class="button quiet small reveal" onClick={() => change(true)}>
            {t('form.edit')}
          </button>
        )}
        {workspace.can(withdraw) && !isChanging && (
          <button type="button" class="button quiet small reveal" onClick={() => workspace.run(withdraw, 'card')}>
            {t('thread.withdraw')}
          </button>
        )}
      </div>
      {imported && <p class="meta message-origin">{t(IMPORTED_WORDS[imported.as], { name: reviewer })}</p>}
      {isChanging ? (
        <Composer
          draft={`say revise ${thread.id} ${message.id}`}
          initial={{ text: shown.text, mentions: shown.mentions }}
          label={t('thread.write')}
          sends={t('form.save')}
          hasFocus
          onSend={(said) => {
            const isSame = said.text === shown.text;
            const isDone = isSame || workspace.run(reviseMessage(thread.id, message.id, said), 'card');
            if (isDone) change(false);
            return isDone;
          }}
          onLeave={() => change(false)}
        />
      ) : (
        <MessageText message={shown} />
      )}
    </li>
  );
};
