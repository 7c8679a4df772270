import type { Signal } from '@preact/signals';

/**
 * Says while words of a text are being selected with the mouse; what is drawn anew under it would end that. `read` takes the
 * selection in before anything hears that the mouse is let go, since the browser tells of it late.
 */
export const watchSelecting = (text: HTMLElement, selecting: Signal<boolean>, read: () => void): (() => void) => {
  const ends = ['mouseup', 'pointercancel', 'blur'] as const;
  const begin = (event: PointerEvent): void => {
    selecting.value = event.pointerType === 'mouse';
  };
  const letGo = (): void => {
    if (selecting.value) read();
  };
  const end = (): void => {
    letGo();
    selecting.value = false;
  };
  text.addEventListener('pointerdown', begin);
  addEventListener('mouseup', letGo, true);
  for (const name of ends) addEventListener(name, end);
  return () => {
    text.removeEventListener('pointerdown', begin);
    removeEventListener('mouseup', letGo, true);
    for (const name of ends) removeEventListener(name, end);
  };
};
