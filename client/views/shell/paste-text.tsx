import '../../styles/paste-text.css';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { changeDraft, draft, dropDraft } from '../../article-draft.ts';
import { isAddress } from '../../draft-source.ts';
import { addressesIn, filesChosen } from '../../files-given.ts';
import { t } from '../../strings/index.ts';
import { CHOSEN_FILES } from '../../text-file.ts';
import { toast } from '../../toasts.ts';
import { KeyHint } from './key-hint.tsx';
import { takeAddresses, takeFiles } from './take-batch.ts';
import { useDeed } from './use-deed.ts';
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
  const addresses = addressesIn(text);
  useEffect(() => field.current?.focus(), []);
  const taking = useDeed(() => takeAddresses(addresses));
  const next = (): void => {
    const empty = draft.value.text.trim() === '';
    setMissing(empty);
    if (empty) field.current?.focus();
    else if (addresses.length > 0) void taking.run();
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
          <FileButton isFolder />
          {text.trim() !== '' && <Discard onDiscard={() => field.current?.focus()} />}
          <span class="meta paste-state" role="status">
            {addresses.length > 0
              ? t('batch.addresses', { count: addresses.length })
              : isAddress(text)
                ? t('newArticle.address')
                : text.trim() !== '' && t('newArticle.words', { count: text.match(/\S+/g)?.length ?? 0 })}
          </span>
          <button
            type="button"
            class="button primary"
            aria-disabled={taking.isUnderWay}
            aria-busy={taking.isUnderWay}
            onClick={next}
          >
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
      <p class="meta">
        <a href="/batches">{t('batches.title')}</a>
      </p>
      {text !== '' && <p class={kept ? 'meta' : 'notice'}>{t(kept ? 'newArticle.waiting' : 'newArticle.notKept')}</p>}
    </main>
  );
};

/** Chooses a file, or several, or all of a folder. */
const FileButton = ({ isFolder = false }: { readonly isFolder?: boolean }) => {
  const input = useRef<HTMLInputElement>(null);
  const choose = async (field: HTMLInputElement): Promise<void> => {
    const files = filesChosen(field.files ?? []);
    const [first] = files;
    if (first && (isFolder || files.length > 1)) await takeFiles(files);
    else if (first) await takeFile(first.file);
    field.value = '';
  };
  return (
    <>
      <input
        hidden
        multiple
        type="file"
        ref={input}
        {...(isFolder ? { webkitdirectory: true } : { accept: CHOSEN_FILES })}
        onChange={(event) => void choose(event.currentTarget)}
      />
      <button type="button" class="button quiet" onClick={() => input.current?.click()}>
        {t(isFolder ? 'batch.folder' : 'newArticle.file')}
      </button>
    </>
  );
};

const Discard = ({ onDiscard }: { readonly onDiscard: () => void }) => {
  const discard = (): void => {
    const before = draft.value;
    dropDraft();
    onDiscard();
    toast(t('newArticle.discarded'), { action: { label: t('undo.undo'), run: () => changeDraft(before) } });
  };
  return (
    <button type="button" class="button quiet" onClick={discard}>
      {t('newArticle.discard')}
    </button>
  );
};
