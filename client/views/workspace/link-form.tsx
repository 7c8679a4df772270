import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { address, Invalid } from '../../../shared/parsing.ts';
import { addressTyped } from '../../address-typed.ts';
import type { Linked } from '../../editor/links.ts';
import { t } from '../../strings/index.ts';
import { FormFoot } from './form-foot.tsx';

interface Parts {
  readonly linked: Linked;
  readonly onLink: (href: string) => void;
  readonly onClose: () => void;
}

/** Asks where words lead; left empty, they lead nowhere. */
export const LinkForm = ({ linked: { words, href }, onLink, onClose }: Parts) => {
  const [typed, setTyped] = useState(href);
  const [error, setError] = useState<string>();
  const field = useRef<HTMLInputElement>(null);
  const id = useId();
  useLayoutEffect(() => {
    field.current?.focus({ preventScroll: true });
    field.current?.select();
  }, []);
  const send = (): void => {
    try {
      onLink(address(addressTyped(typed), ''));
    } catch (error) {
      if (!(error instanceof Invalid)) throw error;
      setError(error.message);
      field.current?.focus();
    }
  };
  return (
    <form
      class="field link-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        event.stopPropagation();
        onClose();
      }}
    >
      <label for={id}>{words === '' ? t('rationale.linkHere') : t('rationale.linkTo', { words })}</label>
      <input
        class="input"
        id={id}
        ref={field}
        type="text"
        inputMode="url"
        dir="auto"
        placeholder="https://"
        value={typed}
        aria-invalid={error !== undefined}
        onInput={({ currentTarget }) => {
          setTyped(currentTarget.value);
          setError(undefined);
        }}
      />
      {href !== '' && <p class="hint">{t('rationale.unlink')}</p>}
      <FormFoot save={t('rationale.link')} error={error} onCancel={onClose} />
    </form>
  );
};
