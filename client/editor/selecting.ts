import type { Signal } from '@preact/signals';

/**
 * Says while words of a text are being selected with the mouse; what is drawn anew under it would end that. `read` takes the
 * selection in before anything is drawn again, since the browser tells of it late.
 */
export const watchSelecting = (text: HTMLElement, selecting: Signal<boolean>, read: () => void): (() => void) => {
  const ends = ['mouseup', 'pointercancel', 'blur'] as const;
  const begin = (event: PointerEvent): void => {
    selecting.value = event.pointerType === 'mouse';
  };
  const end = (): void => {
    if (!selecting.value) return;
    read();
    selecting.value = false;
  };
  text.addEventListener('pointerdown', begin);
  for (const name of ends) addEventListener(name, end);
  return () => {
    text.removeEventListener('pointerdown', begin);
    for (const name of ends) removeEventListener(name, end);
  };
};
