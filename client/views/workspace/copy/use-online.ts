import { useEffect } from 'preact/hooks';

/** Tries again by itself, as soon as the network is back, what failed for want of it. */
export const useOnline = (hasFailed: boolean, again: () => void): void => {
  useEffect(() => {
    if (!hasFailed) return;
    addEventListener('online', again);
    return () => removeEventListener('online', again);
  }, [hasFailed, again]);
};
