import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { address, Invalid } from '../../../shared/parsing.ts';
import { addressTyped } from '../../address-typed.ts';
import { t } from '../../strings/index.ts';
import { FormFoot } from './form-foot.tsx';

interface Parts {
  /** Where the words lead now; empty where they lead nowhere. */
  readonly href: string;
  readonly onLink: (href: string) => void;
  readonly onClose: () => void;
}

/** Asks where words lead; left empty, they lead nowhere. */
export const LinkForm = ({ href, onLink, onClose }: Parts) => {
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
      <label for={id}>{t('rationale.linkTo')}</label>
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
      <FormFoot save={t('rationale.link')} error={error} onCancel={onClose} />
    </form>
  );
};
