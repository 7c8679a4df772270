import { later } from '../shell/later.tsx';
import { TabWaiting } from './tab-waiting.tsx';

/** What is said and suggested. */
export const DiscussionList = later(async () => (await import('./discussion-list.tsx')).DiscussionList, TabWaiting);

/** All there is to a claim, on its open card. */
export const OpenClaim = later(async () => (await import('./claim-open.tsx')).OpenClaim, TabWaiting);

/** Fetches what the first screen does without as soon as it is there, so that it is there at the key that asks for it. */
export const fetchTheRest = (): void => {
  void Promise.allSettled([OpenClaim, DiscussionList].map((each) => each.fetch()));
};
