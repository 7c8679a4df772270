import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import { useDeed } from './use-deed.ts';
import { useFocusKept } from './use-focus-kept.ts';

interface Parts {
  readonly class: string;
  readonly 'aria-label'?: string;
  readonly onDo: () => unknown;
  readonly children: ComponentChildren;
}

/** A button for what the server is asked to do: until it has answered, it is not pressed a second time. */
export const DeedButton = ({ onDo, children, ...others }: Parts) => {
  const button = useRef<HTMLButtonElement>(null);
  const { isUnderWay, run } = useDeed(onDo);
  useFocusKept(button);
  return (
    <button
      {...others}
      type="button"
      ref={button}
      aria-disabled={isUnderWay}
      aria-busy={isUnderWay}
      onClick={() => void run()}
    >
      {children}
    </button>
  );
};
