import { type Answer, ask } from './api.ts';
import { askAll } from './ask-all.ts';

/** A browser in which who is signed in is signed in. */
export interface Session {
  readonly id: string;
  /** Such as "Firefox, Windows"; empty where that is not known. */
  readonly device: string;
  /** Where it was last seen; empty where that is not known. */
  readonly address: string;
  readonly createdAt: string;
  /** To the minute. */
  readonly usedAt: string;
  readonly expiresAt: string | null;
  /** By what it was opened, where that is known. */
  readonly way: 'token' | 'password' | 'passkey' | 'provider' | 'link' | null;
  /** Whether it is this browser. */
  readonly current: boolean;
}

export const loadSessions = (): Promise<Answer<{ readonly sessions: readonly Session[] }>> =>
  askAll('/api/sessions', 'sessions');

export const endSession = (id: string): Promise<Answer<undefined>> => ask('DELETE', `/api/sessions/${id}`);

/** Signs out of every browser but this one. */
export const endOtherSessions = (): Promise<Answer<{ readonly ended: number }>> => ask('DELETE', '/api/sessions');
