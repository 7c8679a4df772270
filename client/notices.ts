import { signal } from '@preact/signals';
import type { NoticeKind } from '../shared/notice.ts';
import { ask, type Problem } from './api.ts';
import { whileLookedAt } from './while-looked-at.ts';

/** Something that this reviewer is told of what others did. */
export interface ShownNotice {
  readonly id: string;
  readonly kind: NoticeKind;
  /** The id of what it is about. */
  readonly about: string;
  readonly article: string;
  readonly title: string;
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly read: boolean;
  readonly by?: string;
  readonly claim?: string;
  readonly words: string;
}

/** What there is to be told, as far as it is known; a problem leaves what was known in sight. */
export interface Told {
  readonly notices: readonly ShownNotice[];
  readonly unread: number;
  /** Names by reviewer. */
  readonly people: Readonly<Record<string, string>>;
  /** Where the next page begins; null when there is none. */
  readonly before: string | null;
  readonly problem?: Problem;
}

/** Nothing until it was asked for. */
export const told = signal<Told | undefined>(undefined);

const NOTHING: Told = { notices: [], unread: 0, people: {}, before: null };

/** Asks for the newest notices. */
export const loadNotices = async (): Promise<void> => {
  const answer = await ask<Told>('GET', '/api/notices');
  if ('value' in answer) told.value = answer.value;
  else told.value = { ...(told.value ?? NOTHING), problem: answer.problem };
};

/** Asks for those before the ones that are shown. */
export const loadEarlierNotices = async (): Promise<void> => {
  const known = told.value;
  if (!known?.before) return;
  const answer = await ask<Told>('GET', `/api/notices?before=${encodeURIComponent(known.before)}`);
  if ('problem' in answer) told.value = { ...known, problem: answer.problem };
  else
    told.value = {
      ...answer.value,
      notices: [...known.notices, ...answer.value.notices],
      people: { ...known.people, ...answer.value.people },
    };
};

/** Notes on this page and on the server that some notices, or all, have been read. */
export const readNotices = async (ids?: readonly string[]): Promise<void> => {
  const known = told.value;
  if (!known) return;
  const notices = known.notices.map((each) => (ids?.includes(each.id) === false ? each : { ...each, read: true }));
  told.value = { ...known, notices };
  const answer = await ask<{ readonly unread: number }>('POST', '/api/notices/read', ids ? { ids } : {});
  if ('value' in answer) told.value = { ...(told.value ?? known), unread: answer.value.unread };
};

/** How often it is asked whether there is something new, while nothing else tells. */
const EVERY = 60_000;

/** Keeps the notices new while this page is looked at; what it returns ends that. */
export const followNotices = (): (() => void) => whileLookedAt(() => void loadNotices(), EVERY);
