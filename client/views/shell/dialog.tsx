import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { t } from '../../strings/index.ts';
import { Icon } from './icon.tsx';

interface Parts {
  readonly title: string;
  /** It has two columns. */
  readonly isWide?: boolean;
  /** Absent where it has to be answered. */
  readonly onClose?: () => void;
  readonly children: ComponentChildren;
}

/** A modal dialog, open as long as it is in the tree; Escape, its cross and a click beside it close it. */
export const Dialog = ({ title, isWide = false, onClose, children }: Parts) => {
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();
  useLayoutEffect(() => {
    const element = dialog.current;
    const before = document.activeElement;
    element?.showModal();
    return () => {
      const isInside = document.activeElement === document.body || element?.contains(document.activeElement);
      element?.close();
      if (isInside && before instanceof HTMLElement) before.focus(); // unless it has gone somewhere else already
    };
  }, []);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape is the key for it, and the dialog brings it along.
    <dialog
      class={isWide ? 'dialog is-wide' : 'dialog'}
      ref={dialog}
      aria-labelledby={heading}
      onCancel={(event) => {
        event.preventDefault();
        onClose?.();
      }}
      onClose={() => !onClose && dialog.current?.showModal()} // a browser closes it at the second Escape, asked or not
      onClick={(event) => event.target === event.currentTarget && isBeside(event) && onClose?.()}
    >
      <div class="dialog-head">
        <h2 id={heading}>{title}</h2>
        {onClose && (
          <button type="button" class="button quiet icon" aria-label={t('app.close')} onClick={onClose}>
            <Icon name="close" />
          </button>
        )}
      </div>
      <div class="dialog-body">{children}</div>
    </dialog>
  );
};

const isBeside = ({ currentTarget, clientX, clientY }: MouseEvent): boolean => {
  const box = (currentTarget as Element).getBoundingClientRect();
  return clientX < box.left || clientX > box.right || clientY < box.top || clientY > box.bottom;
};
