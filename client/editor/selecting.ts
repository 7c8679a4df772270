import type { Signal } from '@preact/signals';

/** Says while words of a text are being selected with the mouse; what is drawn anew under it would end that. */
export const watchSelecting = (text: HTMLElement, selecting: Signal<boolean>): (() => void) => {
  const ends = ['pointerup', 'pointercancel', 'blur'] as const;
  const begin = (event: PointerEvent): void => {
    selecting.value = event.pointerType === 'mouse';
  };
  const end = (): void => {
    selecting.value = false;
  };
  text.addEventListener('pointerdown', begin);
  for (const name of ends) addEventListener(name, end);
  return () => {
    text.removeEventListener('pointerdown', begin);
    for (const name of ends) removeEventListener(name, end);
  };
};
