import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useDeed } from './use-deed.ts';
import { useFocusKept } from './use-focus-kept.ts';

interface Parts {
  readonly words: string;
  /** What the second press, which does it, says. */
  readonly sure: string;
  /** What leaves it as it is says. */
  readonly keep: string;
  /** While it is true, nothing can be pressed. */
  readonly disabled?: boolean;
  readonly onDo: () => unknown;
}

/** Does something that cannot be taken back, once, at the second press; the focus stays with it. */
export const SureButton = ({ words, sure, keep, disabled = false, onDo }: Parts) => {
  const [isSure, setSure] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const wasSure = useRef(false);
  const { isUnderWay, run } = useDeed(async () => {
    await onDo();
    setSure(false);
  });
  useFocusKept(button);
  useLayoutEffect(() => {
    const isElsewhere = document.activeElement !== null && document.activeElement !== document.body;
    if (isSure !== wasSure.current && !isElsewhere) button.current?.focus();
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
        aria-disabled={isUnderWay}
        aria-busy={isUnderWay}
        onClick={() => void run()}
      >
        {sure}
      </button>
      <button
        type="button"
        class="button small quiet"
        aria-disabled={isUnderWay}
        onClick={() => !isUnderWay && setSure(false)}
      >
        {keep}
      </button>
    </>
  );
};
