import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { CAPTURE_TYPES, type Capture } from '../../../shared/capture.ts';
import type { Evidence } from '../../../shared/evidence.ts';
import { isWebAddress, type Source } from '../../../shared/source.ts';
import type { Answer } from '../../api.ts';
import { cancelCopy, capturesOf, copyFile, copySource, loadCaptures, newestOf } from '../../captures.ts';
import { addSource } from '../../commands.ts';
import { t } from '../../strings/index.ts';
import { moment } from '../../times.ts';
import { toast } from '../../toasts.ts';
import { useWorkspace } from './here.ts';
import { LookAgain } from './look-again.tsx';
import { shownEvidence } from './shown-evidence.ts';

interface Parts {
  readonly evidence: Evidence;
  readonly source: Source;
}

/** Whether there is a frozen copy of a source, with the way to its words, or to one. */
export const CaptureLine = ({ evidence, source }: Parts) => {
  const workspace = useWorkspace();
  const [isPasting, setPasting] = useState(false);
  const all = capturesOf(workspace.id, source.id);
  const newest = newestOf(all);
  const pinned = all.find(({ id }) => evidence.pin && id === evidence.pin.capture);
  const capture = newest?.state === 'kept' ? (pinned ?? newest) : newest;
  const may = workspace.can(addSource);
  const made = async (making: Promise<Answer<Capture | undefined>>): Promise<void> => {
    const answer = await making;
    if ('problem' in answer) toast(answer.problem.words, { tone: 'error' });
    else void loadCaptures(workspace.id);
  };
  const show = (): void => {
    shownEvidence.value = evidence.id;
    workspace.screen.value = { go: 'passage' };
  };
  const fetch = (label: string) => (
    <button type="button" class="link-button" onClick={() => void made(copySource(workspace.id, source.id))}>
      {label}
    </button>
  );
  if (capture?.state === 'fetching')
    return (
      <p class="capture meta" role="status">
        {t('capture.fetching', { size: Math.round((capture.arrived ?? 0) / 1_000) })}
        {may && (
          <button type="button" class="link-button" onClick={() => void made(cancelCopy(workspace.id, capture.id))}>
            {t('capture.cancel')}
          </button>
        )}
      </p>
    );
  if (capture?.kept)
    return (
      <p class="capture meta">
        {t('capture.kept', { time: moment(capture.kept.at) })}
        <button type="button" class="link-button" onClick={show}>
          {t(evidence.pin || !may ? 'capture.show' : 'capture.find')}
        </button>
        <LookAgain source={source} />
      </p>
    );
  return (
    <>
      <p class="capture meta">
        {capture?.problem ? t(`capture.problem.${capture.problem}`) : t('capture.none')}
        {may && isWebAddress(source.url) && fetch(t(capture ? 'capture.retry' : 'capture.make'))}
        {may && <Upload onFile={(file) => void made(copyFile(workspace.id, source.id, file))} />}
        {may && (
          <button type="button" class="link-button" aria-expanded={isPasting} onClick={() => setPasting(!isPasting)}>
            {t('capture.paste')}
          </button>
        )}
      </p>
      {isPasting && (
        <Pasting
          onText={(text) => {
            setPasting(false);
            void made(copySource(workspace.id, source.id, text));
          }}
        />
      )}
    </>
  );
};

const Upload = ({ onFile }: { readonly onFile: (file: File) => void }) => {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <button type="button" class="link-button" onClick={() => input.current?.click()}>
        {t('capture.upload')}
      </button>
      <input
        ref={input}
        type="file"
        hidden
        accept={CAPTURE_TYPES.join(',')}
        onChange={({ currentTarget }) => {
          const file = currentTarget.files?.[0];
          if (file) onFile(file);
        }}
      />
    </>
  );
};

const Pasting = ({ onText }: { readonly onText: (text: string) => void }) => {
  const [text, setText] = useState('');
  const field = useRef<HTMLTextAreaElement>(null);
  useLayoutEffect(() => field.current?.focus(), []);
  return (
    <form
      class="field"
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim() !== '') onText(text);
      }}
    >
      <textarea
        ref={field}
        class="input"
        dir="auto"
        rows={4}
        aria-label={t('capture.pasted')}
        placeholder={t('capture.pasted')}
        value={text}
        onInput={({ currentTarget }) => setText(currentTarget.value)}
      />
      <button type="submit" class="button small" disabled={text.trim() === ''}>
        {t('capture.keep')}
      </button>
    </form>
  );
};
