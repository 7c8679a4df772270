import { canonicalJson } from '../shared/canonical.ts';
import { type DeskSettings, NEW_DESK, parseDesk, revisedDesk } from '../shared/desk.ts';
import type { Clock } from './clock.ts';
import type { DeskStore } from './storage/desk-store.ts';

/** What the desk has decided, and in which version; 0 while it has decided nothing. */
export interface Desk extends DeskSettings {
  readonly version: number;
}

/** What the desk has decided by now. */
export const deskNow = async (store: DeskStore): Promise<Desk> => {
  const stored = await store.latest();
  return stored ? { ...parseDesk(JSON.parse(stored.body), ''), version: stored.version } : { ...NEW_DESK, version: 0 };
};

/** The desk after somebody who had seen a version of it decided otherwise; nothing when somebody else did so meanwhile. */
export const deskDecides = async (
  store: DeskStore,
  clock: Clock,
  reviewer: string,
  given: Desk,
): Promise<Desk | undefined> => {
  const before = await deskNow(store);
  if (before.version !== given.version) return undefined;
  const { settings, scales } = revisedDesk(before, given);
  const version = before.version + 1;
  const stored = await store.put({ version, reviewer, at: clock.now(), body: canonicalJson({ settings, scales }) });
  return stored ? { settings, scales, version } : undefined;
};
