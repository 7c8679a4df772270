import { useLayoutEffect, useRef } from 'preact/hooks';
import { singleKeys } from '../../single-keys.ts';

const typesIn = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'));

/** Does something when one key is pressed alone, while nobody types, no dialog is open and single keys are on. */
export const useKey = (key: string, act: () => void): void => {
  const latest = useRef(act);
  latest.current = act;
  // Before the page is seen, so that no key is missed.
  useLayoutEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (!singleKeys.peek() || event.key.toLowerCase() !== key || event.ctrlKey || event.metaKey || event.altKey)
        return;
      if (event.defaultPrevented || typesIn(event.target) || document.querySelector('dialog[open]')) return;
      event.preventDefault();
      latest.current();
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, [key]);
};
