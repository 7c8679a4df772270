import { useLayoutEffect, useRef, useState } from 'preact/hooks';

interface Parts {
  readonly words: string;
  /** What the second press, which does it, says. */
  readonly sure: string;
  /** What leaves it as it is says. */
  readonly keep: string;
  /** While it is true, nothing can be pressed. */
  readonly disabled?: boolean;
  readonly onDo: () => void;
}

/** Does something that cannot be taken back, at the second press; the focus stays with it. */
export const SureButton = ({ words, sure, keep, disabled = false, onDo }: Parts) => {
  const [isSure, setSure] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const wasSure = useRef(false);
  useLayoutEffect(() => {
    if (isSure !== wasSure.current) button.current?.focus();
    wasSure.current = isSure;
  }, [isSure]);
  if (!isSure)
    return (
      <button type="button" class="button small quiet" ref={button} disabled={disabled} onClick={() => setSure(true)}>
        {words}
      </button>
    );
  return (
    <>
      <button
        type="button"
        class="button small"
        ref={button}
        disabled={disabled}
        onClick={() => {
          setSure(false);
          onDo();
        }}
      >
        {sure}
      </button>
      <button type="button" class="button small quiet" onClick={() => setSure(false)}>
        {keep}
      </button>
    </>
  );
};
