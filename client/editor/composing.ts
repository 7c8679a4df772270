/** How long others' work waits at most for words that are being composed, and how long after them, in milliseconds. */
const AT_MOST = 4_000;
const AFTER = 50;

/**
 * Says while words of a text are being composed with an input method, as for Japanese, with a dead key or on a phone. The browser writes them
 * into the page by itself; where something else changes those words or what is drawn on them, it takes them for finished, and the
 * next key writes them a second time. prosemirror-view reads the last of them a moment after the end.
 */
export const watchComposing = (text: HTMLElement, says: (composing: boolean) => void): (() => void) => {
  let isHeld = false;
  let end: ReturnType<typeof setTimeout> | undefined;
  let limit: ReturnType<typeof setTimeout> | undefined;
  const letGo = (): void => {
    clearTimeout(end);
    clearTimeout(limit);
    if (isHeld) says(false);
    isHeld = false;
  };
  const begins = (): void => {
    clearTimeout(end);
    if (isHeld) return;
    isHeld = true;
    limit = setTimeout(letGo, AT_MOST);
    says(true);
  };
  const ends = (): void => {
    end = setTimeout(letGo, AFTER);
  };
  text.addEventListener('compositionstart', begins);
  text.addEventListener('compositionend', ends);
  return () => {
    text.removeEventListener('compositionstart', begins);
    text.removeEventListener('compositionend', ends);
    letGo();
  };
};
