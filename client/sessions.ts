import type { Session } from '../shared/api/records/accounts.ts';
import { type Answer, ask } from './api.ts';
import { askAll } from './ask-all.ts';

export const loadSessions = (): Promise<Answer<{ readonly sessions: readonly Session[] }>> =>
  askAll('/api/sessions', 'sessions');

export const endSession = (id: string): Promise<Answer<undefined>> => ask('DELETE', `/api/sessions/${id}`);

/** Signs out of every browser but this one. */
export const endOtherSessions = (): Promise<Answer<{ readonly ended: number }>> => ask('DELETE', '/api/sessions');
