import type { Tombstone } from '../shared/api/records/accounts.ts';
import { type Answer, ask } from './api.ts';

/** What goes with an article that is deleted. */
export interface Going {
  /** What is typed to confirm it: the title, or the id of an article that has none. */
  readonly confirm: string;
  readonly entries: number;
  readonly copies: number;
  readonly reports: number;
  readonly guestLinks: number;
}

const pathOf = (id: string): string => `/api/articles/${encodeURIComponent(id)}/deletion`;

export const loadGoing = (id: string): Promise<Answer<Going>> => ask('GET', pathOf(id));

/** Deletes an article for good; resolves when nothing is kept of it. */
export const deleteArticle = (id: string, confirm: string): Promise<Answer<Tombstone>> =>
  ask('POST', pathOf(id), { confirm });

/** What stays of an article that was deleted; nothing where that cannot be known now, or it was not. */
export const tombstoneOf = async (id: string): Promise<Tombstone | undefined> => {
  try {
    const response = await fetch(`/api/articles/${encodeURIComponent(id)}`, {
      headers: { accept: 'application/json' },
    });
    return response.status === 410 ? (await response.json()).tombstone : undefined;
  } catch {
    return undefined;
  }
};
