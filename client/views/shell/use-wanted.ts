import { useState } from 'preact/hooks';

/** What a menu and its button listen to, so that what is in the menu is there before it is open. */
interface Listening {
  readonly onPointerEnter: () => void;
  readonly onFocus: () => void;
  readonly onBeforeToggle: () => void;
}

/** Whether what is in a menu is wanted: somebody comes near its button, or it opens. */
export const useWanted = (): readonly [boolean, Listening] => {
  const [isWanted, set] = useState(false);
  const want = (): void => set(true);
  return [isWanted, { onPointerEnter: want, onFocus: want, onBeforeToggle: want }];
};
