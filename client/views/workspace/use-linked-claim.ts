import { useEffect } from 'preact/hooks';
import { route } from '../../router.ts';
import type { Workspace } from '../../workspace.ts';

const claimIn = (hash: string): string | undefined => /^#claim-([\w.:-]{1,64})$/.exec(decodeURIComponent(hash))?.[1];

/** Opens the claim that the address names, such as one that a message led to. */
export const useLinkedClaim = (store: Workspace): void => {
  const isOpen = store.article.value !== undefined;
  const at = route.value; // another one for each link that is followed, also within the article
  useEffect(() => {
    if (!isOpen) return undefined;
    const follow = (): void => {
      const claim = claimIn(location.hash);
      if (claim === undefined) return;
      if (store.article.peek()?.claims.has(claim)) store.select(claim, 'key');
      // It has led here: loading the page again does not open a card that was closed since.
      history.replaceState(history.state, '', location.pathname + location.search);
    };
    follow();
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, [store, isOpen, at]);
};
