import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { CAPTURE_TYPES, type Capture } from '../../../shared/capture.ts';
import { isWebAddress, type Source } from '../../../shared/source.ts';
import type { Answer } from '../../api.ts';
import { copyFile, copySource } from '../../captures.ts';
import { t } from '../../strings/index.ts';
import { FormFoot } from './form-foot.tsx';
import { formKeys } from './form-keys.ts';
import { useWorkspace } from './here.ts';

interface Parts {
  readonly source: Source;
  /** What fetching its address is called here; absent where that is offered elsewhere. */
  readonly fetches?: string;
  readonly onMade: (making: Promise<Answer<Capture>>) => void;
}

/** The ways to a copy of a source: of its address, of a file, of its words. */
export const NewCopy = ({ source, fetches, onMade }: Parts) => {
  const { id } = useWorkspace();
  const [isPasting, setPasting] = useState(false);
  const begin = useRef<HTMLButtonElement>(null);
  return (
    <>
      {fetches !== undefined && isWebAddress(source.url) && (
        <button type="button" class="link-button" onClick={() => onMade(copySource(id, source.id))}>
          {fetches}
        </button>
      )}
      <Upload onFile={(file) => onMade(copyFile(id, source.id, file))} />
      <button
        ref={begin}
        type="button"
        class="link-button"
        aria-expanded={isPasting}
        onClick={() => setPasting(!isPasting)}
      >
        {t('capture.paste')}
      </button>
      {isPasting && (
        <Pasting
          onText={(text) => {
            setPasting(false);
            onMade(copySource(id, source.id, text));
          }}
          onCancel={() => {
            setPasting(false);
            begin.current?.focus();
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

interface PastingParts {
  readonly onText: (text: string) => void;
  readonly onCancel: () => void;
}

const Pasting = ({ onText, onCancel }: PastingParts) => {
  const [text, setText] = useState('');
  const field = useRef<HTMLTextAreaElement>(null);
  useLayoutEffect(() => field.current?.focus(), []);
  const keep = (): void => {
    if (text.trim() !== '') onText(text);
  };
  return (
    <form
      class="field"
      {...formKeys(keep, (event) => {
        event.stopPropagation();
        onCancel();
      })}
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
      <FormFoot save={t('capture.keep')} onCancel={onCancel} />
    </form>
  );
};
