import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { ownAddress } from '../../../../shared/own-look.ts';
import { type DraftSource, isAddress, sourceOf } from '../../../draft-source.ts';
import { t } from '../../../strings/index.ts';
import { CHOSEN_FILES, fileSize } from '../../../text-file.ts';
import { KeyHint } from '../../shell/key-hint.tsx';
import { formatted } from '../../shell/use-incoming-text.ts';
import { useWorkspace } from '../here.ts';
import { changesIn } from './rows.tsx';
import { useComparing } from './use-comparing.ts';

/** What somebody has put in, until it is compared. */
export interface Put {
  readonly text: string;
  readonly html?: string;
  readonly file?: File;
}

interface Parts {
  readonly put: Put;
  readonly onPut: (put: Put) => void;
  readonly onCompare: (source: DraftSource) => void;
}

/** Where a later version comes in: pasted with or without its formatting, from an address, or as a file. */
export const Bring = ({ put, onPut, onCompare }: Parts) => {
  const { article, reviewer, exchange } = useWorkspace();
  const field = useRef<HTMLTextAreaElement>(null);
  const [missing, setMissing] = useState(false);
  const [hovering, setHovering] = useState(false);
  useEffect(() => field.current?.focus(), []);
  const { role } = reviewer.value;
  if (role === 'viewer' || role === 'annotator') return <p class="nothing">{t('versions.viewer')}</p>;
  const url = article.value ? ownAddress(article.value) : '';
  const isOffline = exchange.state.value === 'offline';
  const compare = (): void => {
    const empty = put.text.trim() === '' && !put.file;
    setMissing(empty);
    if (empty) field.current?.focus();
    else if (!isOffline) onCompare(sourceOf({ text: put.text, html: put.html, kept: [], clean: true }, put.file));
  };
  return (
    <form
      class={`bring drops ${hovering ? 'hovering' : ''}`}
      aria-label={t('versions.bring')}
      onSubmit={(event) => {
        event.preventDefault();
        compare();
      }}
      onDragOver={(event) => {
        event.preventDefault();
        setHovering(true);
      }}
      onDragLeave={(event) => !event.currentTarget.contains(event.relatedTarget as Node | null) && setHovering(false)}
      onDrop={(event) => {
        setHovering(false);
        const file = event.dataTransfer?.files[0];
        if (!file) return;
        event.preventDefault();
        onPut({ text: '', file });
      }}
    >
      <h3 class="heading-small">{t('versions.bring')}</h3>
      {url !== '' && !isOffline && <AtAddress url={url} onCompare={onCompare} />}
      <p class="meta" id="bring-hint">
        {t('versions.hint')}
      </p>
      {put.file ? (
        <p class="file-name">
          <bdi>{put.file.name}</bdi> <span class="meta">{fileSize(put.file.size)}</span>
        </p>
      ) : (
        <textarea
          ref={field}
          class="input"
          dir="auto"
          rows={5}
          aria-label={t('versions.field')}
          aria-describedby={`bring-hint ${missing ? 'bring-missing' : ''}`}
          aria-invalid={missing}
          placeholder={t('versions.placeholder')}
          value={put.text}
          onInput={(event) => onPut({ text: event.currentTarget.value })}
          onPaste={(event) => {
            const { value, selectionStart, selectionEnd } = event.currentTarget;
            const rich = selectionEnd - selectionStart === value.length ? formatted(event.clipboardData) : undefined;
            if (rich === undefined) return;
            event.preventDefault();
            onPut({ text: event.clipboardData?.getData('text/plain') ?? '', html: rich });
          }}
          onKeyDown={(event) => event.key === 'Enter' && (event.ctrlKey || event.metaKey) && compare()}
        />
      )}
      {missing && put.text.trim() === '' && !put.file && (
        <p class="notice error" role="alert" id="bring-missing">
          {t('versions.missing')}
        </p>
      )}
      {put.html !== undefined && (
        <p class="meta">
          {t('newArticle.rich')}{' '}
          <button type="button" class="link-button" onClick={() => onPut({ text: put.text })}>
            {t('newArticle.plain')}
          </button>
        </p>
      )}
      {isOffline && (
        <p class="notice" role="status">
          {t('versions.needsNetwork')}
        </p>
      )}
      <p class="bring-foot">
        <FileButton file={put.file} onPut={onPut} />
        <span class="meta" role="status">
          {isAddress(put.text) && t('newArticle.address')}
        </span>
        <span class="spacer" />
        <button type="submit" class="button primary" aria-disabled={isOffline}>
          {t('versions.compare')}
          <KeyHint keys="Ctrl ↵" />
        </button>
      </p>
    </form>
  );
};

/** Whether the article is another at its own address by now, looked at when this is first shown. */
const AtAddress = ({ url, onCompare }: { readonly url: string } & Pick<Parts, 'onCompare'>) => {
  const { id } = useWorkspace();
  const source = useMemo((): DraftSource => ({ kind: 'address', url }), [url]);
  const { found, problem, busy } = useComparing(id, source);
  return (
    <p class={`notice at-address ${found && !found.isSame ? 'is-other' : ''}`} role="status">
      <span>
        {busy && t('versions.looking')}
        {problem?.words}
        {found?.isSame && t('versions.unchangedThere')}
        {found && !found.isSame && t('versions.changedThere', { count: changesIn(found.rows) })}
      </span>
      {!busy && !found?.isSame && (
        <button type="button" class="button small" onClick={() => onCompare(source)}>
          {t(found ? 'versions.lookAt' : 'versions.atAddress')}
        </button>
      )}
    </p>
  );
};

const FileButton = ({ file, onPut }: { readonly file: File | undefined; readonly onPut: (put: Put) => void }) => {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        hidden
        type="file"
        ref={input}
        accept={CHOSEN_FILES}
        onChange={({ currentTarget }) => {
          const [chosen] = currentTarget.files ?? [];
          if (chosen) onPut({ text: '', file: chosen });
          currentTarget.value = '';
        }}
      />
      <button type="button" class="button quiet" onClick={() => input.current?.click()}>
        {t(file ? 'versions.otherFile' : 'versions.file')}
      </button>
    </>
  );
};
