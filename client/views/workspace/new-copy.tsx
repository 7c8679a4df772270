import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { CAPTURE_TYPES, type Capture } from '../../../shared/capture.ts';
import { isWebAddress, type Source } from '../../../shared/source.ts';
import type { Answer } from '../../api.ts';
import { copyFile, copySource } from '../../captures.ts';
import { t } from '../../strings/index.ts';
import { DeedButton } from '../shell/deed-button.tsx';
import { useDeed } from '../shell/use-deed.ts';
import { FormFoot } from './form-foot.tsx';
import { formKeys } from './form-keys.ts';
import { useWorkspace } from './here.ts';

interface Parts {
  readonly source: Source;
  /** What fetching its address is called here; absent where that is offered elsewhere. */
  readonly fetches?: string;
  /** Resolves to whether it could be made. */
  readonly onMade: (making: Promise<Answer<Capture>>) => Promise<boolean>;
}

/** The ways to a copy of a source: of its address, of a file, of its words. */
export const NewCopy = ({ source, fetches, onMade }: Parts) => {
  const { id } = useWorkspace();
  const [isPasting, setPasting] = useState(false);
  const begin = useRef<HTMLButtonElement>(null);
  return (
    <>
      {fetches !== undefined && isWebAddress(source.url) && (
        <DeedButton class="link-button" onDo={() => onMade(copySource(id, source.id))}>
          {fetches}
        </DeedButton>
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
          onText={async (text) => {
            if (await onMade(copySource(id, source.id, text))) setPasting(false);
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

const Upload = ({ onFile }: { readonly onFile: (file: File) => Promise<unknown> }) => {
  const input = useRef<HTMLInputElement>(null);
  const { isUnderWay, run } = useDeed(async () => {
    const file = input.current?.files?.[0];
    if (file) await onFile(file);
    // The same file can be chosen once more.
    if (input.current) input.current.value = '';
  });
  return (
    <>
      <button
        type="button"
        class="link-button"
        aria-disabled={isUnderWay}
        aria-busy={isUnderWay}
        onClick={() => !isUnderWay && input.current?.click()}
      >
        {t('capture.upload')}
      </button>
      <input ref={input} type="file" hidden accept={CAPTURE_TYPES.join(',')} onChange={() => void run()} />
    </>
  );
};

interface PastingParts {
  readonly onText: (text: string) => Promise<void>;
  readonly onCancel: () => void;
}

const Pasting = ({ onText, onCancel }: PastingParts) => {
  const [text, setText] = useState('');
  const field = useRef<HTMLTextAreaElement>(null);
  useLayoutEffect(() => field.current?.focus(), []);
  const { isUnderWay, run } = useDeed(() => onText(text));
  const keep = (): void => {
    if (text.trim() !== '') void run();
  };
  return (
    <form
      class="field"
      aria-busy={isUnderWay}
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
      <FormFoot save={t('capture.keep')} isUnderWay={isUnderWay} onCancel={onCancel} />
    </form>
  );
};
