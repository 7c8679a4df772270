import { useEffect } from 'preact/hooks';
import { later } from '../shell/later.tsx';
import { OverWaiting } from './over-waiting.tsx';

const nothingYet = (): null => null;

const commands = async () => (await import('./command-list.tsx')).CommandList;
const share = async () => (await import('./share.tsx')).ShareDialog;
const review = async () => (await import('./review.tsx')).Review;
const drift = async () => (await import('./claim-drift.tsx')).ClaimDrift;

/** What lies over the workspace now and then, or is asked for in a card: its code comes after the first screen. */
export const CommandList = later(commands, nothingYet);
export const ShareDialog = later(share, nothingYet);
export const Review = later(review, nothingYet);
export const ClaimDrift = later(drift, nothingYet);
export const Past = later(async () => (await import('./past.tsx')).Past, OverWaiting);
export const Board = later(async () => (await import('./board.tsx')).Board, OverWaiting);

/** Fetches, once the article is on screen and nothing else is to do, what must be there also when the line is gone later. */
export const useLaterCode = (): void => {
  useEffect(() => {
    const fetchAll = (): void => {
      for (const load of [commands, share, review, drift]) load().catch(() => undefined); // tried again when it is asked for
    };
    const soon = setTimeout(() => (globalThis.requestIdleCallback ?? ((run: () => void) => run()))(fetchAll), 1_000);
    return () => clearTimeout(soon);
  }, []);
};
