import { later } from '../shell/later.tsx';
import { TabWaiting } from './tab-waiting.tsx';

const NotYet = (): null => null;

/** What is said and suggested, whose code comes after the first screen. */
export const DiscussionList = later(async () => (await import('./discussion-list.tsx')).DiscussionList, TabWaiting);
export const ClaimThreads = later(async () => (await import('./claim-threads.tsx')).ClaimThreads, NotYet);
export const ClaimCorrections = later(async () => (await import('./claim-corrections.tsx')).ClaimCorrections, NotYet);

/** Fetches all of it once the page is idle, so that it is there at the key that asks for it; without a line, when it is shown. */
export const fetchDiscussion = (): void => {
  const idle = globalThis.requestIdleCallback ?? setTimeout;
  idle(() => void Promise.allSettled([DiscussionList, ClaimThreads, ClaimCorrections].map((each) => each.fetch())));
};
