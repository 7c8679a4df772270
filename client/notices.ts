import { signal } from '@preact/signals';
import type { NoticeKind } from '../shared/notice.ts';
import { ask, type Problem } from './api.ts';
import { inOrder } from './in-order.ts';
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

const answers = inOrder();

/** What was read on this page: an answer that was on its way by then says that it was not. */
const readHere = new Set<string>();

const asReadHere = (told: Told): Told => {
  const stale = told.notices.filter(({ id, read }) => !read && readHere.has(id)).length;
  const notices = told.notices.map((each) => (readHere.has(each.id) ? { ...each, read: true } : each));
  return { ...told, notices, unread: Math.max(0, told.unread - stale) };
};

/** Asks for the newest notices; earlier ones that are shown stay below them. */
export const loadNotices = (): Promise<void> =>
  answers.take(ask<Told>('GET', '/api/notices'), (answer) => {
    const known = told.value ?? NOTHING;
    if ('problem' in answer) {
      told.value = { ...known, problem: answer.problem };
      return;
    }
    const newest = asReadHere(answer.value);
    const at = known.notices.findIndex(({ id }) => id === newest.notices.at(-1)?.id);
    const earlier = at < 0 ? [] : known.notices.slice(at + 1);
    told.value =
      earlier.length === 0
        ? newest
        : {
            ...newest,
            notices: [...newest.notices, ...earlier],
            people: { ...known.people, ...newest.people },
            before: known.before,
          };
  });

/** Asks for those before the ones that are shown. */
export const loadEarlierNotices = async (): Promise<void> => {
  const known = told.value;
  if (!known?.before) return;
  const answer = await ask<Told>('GET', `/api/notices?before=${encodeURIComponent(known.before)}`);
  const now = told.value ?? known;
  if ('problem' in answer) told.value = { ...now, problem: answer.problem };
  else if (now.before === known.before)
    told.value = {
      notices: [...now.notices, ...answer.value.notices],
      unread: now.unread,
      people: { ...now.people, ...answer.value.people },
      before: answer.value.before,
    };
};

/** Notes on this page and on the server that some notices, or all, have been read. */
export const readNotices = async (ids?: readonly string[]): Promise<void> => {
  const known = told.value;
  if (!known) return;
  const read = ids ?? known.notices.map(({ id }) => id);
  for (const id of read) readHere.add(id);
  told.value = { ...asReadHere(known), ...(!ids && { unread: 0 }) };
  const answer = await ask<{ readonly unread: number }>('POST', '/api/notices/read', ids ? { ids } : {});
  if ('value' in answer) told.value = { ...(told.value ?? known), unread: answer.value.unread };
  else for (const id of read) readHere.delete(id);
};

/** How often it is asked whether there is something new, while nothing else tells. */
const EVERY = 60_000;

/** Keeps the notices new while this page is looked at; what it returns ends that. */
export const followNotices = (): (() => void) => whileLookedAt(loadNotices, EVERY);
