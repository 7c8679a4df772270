import '../../styles/paste-text.css';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { changeDraft, draft, dropDraft } from '../../article-draft.ts';
import { isAddress } from '../../draft-source.ts';
import { t } from '../../strings/index.ts';
import { CHOSEN_FILES } from '../../text-file.ts';
import { toast } from '../../toasts.ts';
import { KeyHint } from './key-hint.tsx';
import { formatted, takeFile, takeText } from './use-incoming-text.ts';

interface Parts {
  /** Whether a file is held over the page. */
  readonly hovering: boolean;
  readonly onNext: () => void;
}

/** The big field that takes a whole page, and the file that may be chosen instead. */
export const PasteText = ({ hovering, onNext }: Parts) => {
  const field = useRef<HTMLTextAreaElement>(null);
  const id = useId();
  const [missing, setMissing] = useState(false);
  const [kept, setKept] = useState(true);
  const { text, html } = draft.value;
  useEffect(() => field.current?.focus(), []);
  const next = (): void => {
    const empty = draft.value.text.trim() === '';
    setMissing(empty);
    if (empty) field.current?.focus();
    else onNext();
  };
  return (
    <main class="paste" id="content" tabIndex={-1}>
      <div class="paste-head">
        <h1>
          <label for={id}>{t('newArticle.title')}</label>
        </h1>
        <p class="meta" id={`${id}-hint`}>
          {t('newArticle.hint')}
        </p>
      </div>
      <div class={`paste-sheet drops ${hovering ? 'hovering' : ''}`} data-hint={t('newArticle.drop')}>
        <textarea
          id={id}
          ref={field}
          dir="auto"
          value={text}
          placeholder={t('newArticle.placeholder')}
          aria-describedby={`${id}-hint ${missing ? `${id}-error` : ''}`}
          aria-invalid={missing}
          aria-keyshortcuts="Control+Enter"
          onInput={(event) => setKept(changeDraft({ text: event.currentTarget.value, html: undefined }))}
          onPaste={(event) => {
            const { value, selectionStart, selectionEnd } = event.currentTarget;
            const isWhole = selectionEnd - selectionStart === value.length;
            const rich = isWhole ? formatted(event.clipboardData) : undefined;
            if (rich === undefined) return;
            event.preventDefault();
            takeText(event.clipboardData?.getData('text/plain') ?? '', rich);
          }}
          onKeyDown={(event) => event.key === 'Enter' && (event.ctrlKey || event.metaKey) && next()}
        />
        <div class="paste-foot">
          <FileButton />
          {text.trim() !== '' && <Discard onDiscard={() => field.current?.focus()} />}
          <span class="meta paste-state" role="status">
            {isAddress(text)
              ? t('newArticle.address')
              : text.trim() !== '' && t('newArticle.words', { count: text.match(/\S+/g)?.length ?? 0 })}
          </span>
          <button type="button" class="button primary" onClick={next}>
            {t('newArticle.read')}
            <KeyHint keys="Ctrl ↵" />
          </button>
        </div>
      </div>
      {html !== undefined && (
        <p class="meta">
          {t('newArticle.rich')}{' '}
          <button type="button" class="link-button" onClick={() => changeDraft({ html: undefined })}>
            {t('newArticle.plain')}
          </button>
        </p>
      )}
      {missing && text.trim() === '' && (
        <p class="notice error" role="alert" id={`${id}-error`}>
          {t('newArticle.missing')}
        </p>
      )}
      {text !== '' && <p class={kept ? 'meta' : 'notice'}>{t(kept ? 'newArticle.waiting' : 'newArticle.notKept')}</p>}
    </main>
  );
};

const FileButton = () => {
  const input = useRef<HTMLInputElement>(null);
  const choose = async (field: HTMLInputElement): Promise<void> => {
    const file = field.files?.[0];
    if (file) await takeFile(file);
    field.value = '';
  };
  return (
    <>
      <input
        hidden
        type="file"
        ref={input}
        accept={CHOSEN_FILES}
        onChange={(event) => void choose(event.currentTarget)}
      />
      <button type="button" class="button quiet" onClick={() => input.current?.click()}>
        {t('newArticle.file')}
      </button>
    </>
  );
};

const Discard = ({ onDiscard }: { readonly onDiscard: () => void }) => {
  const discard = (): void => {
    const before = draft.value;
    dropDraft();
    onDiscard();
    toast(t('newArticle.discarded'), { action: { label: t('newArticle.undo'), run: () => changeDraft(before) } });
  };
  return (
    <button type="button" class="button quiet" onClick={discard}>
      {t('newArticle.discard')}
    </button>
  );
};
