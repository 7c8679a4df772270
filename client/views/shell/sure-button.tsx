import { useState } from 'preact/hooks';

interface Parts {
  readonly words: string;
  /** What the second press, which does it, says. */
  readonly sure: string;
  /** What leaves it as it is says. */
  readonly keep: string;
  readonly onDo: () => void;
}

/** Does something that cannot be taken back, at the second press. */
export const SureButton = ({ words, sure, keep, onDo }: Parts) => {
  const [isSure, setSure] = useState(false);
  if (!isSure)
    return (
      <button type="button" class="button small quiet" onClick={() => setSure(true)}>
        {words}
      </button>
    );
  return (
    <>
      <button
        type="button"
        class="button small"
        ref={(button) => button?.focus()}
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
