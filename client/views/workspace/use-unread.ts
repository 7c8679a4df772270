import { useEffect } from 'preact/hooks';
import type { Workspace } from '../../workspace.ts';

/** Marks what others did to claims since one was last here, and takes the mark off a claim once its card is open. */
export const useUnread = (store: Workspace): void => {
  useEffect(() => void store.unread.load(), [store]);
  const claim = store.claim.value;
  const counts = store.unread.counts.value;
  useEffect(() => {
    const version = store.exchange.version();
    if (claim !== undefined && version !== undefined) store.unread.saw(claim, version);
  }, [claim, counts, store]);
};
