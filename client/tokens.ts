import type { Scope } from '../shared/scopes.ts';
import { type Answer, ask } from './api.ts';
import { askAll } from './ask-all.ts';

/** An access token by which a program comes in for who is signed in. */
export interface Token {
  readonly id: string;
  readonly label: string;
  /** Null: everything that its person may do. */
  readonly scopes: readonly Scope[] | null;
  readonly createdAt: string;
  /** To the minute; null before its first use. */
  readonly usedAt: string | null;
  readonly expiresAt: string | null;
}

/** A token with itself: told once, when it is made. */
export interface NewToken extends Token {
  readonly token: string;
}

export const loadTokens = (): Promise<Answer<{ readonly tokens: readonly Token[] }>> => askAll('/api/tokens', 'tokens');

/** Without scopes a token opens everything; without days it is good for ever. */
export const makeToken = (
  label: string,
  scopes: readonly Scope[] | undefined,
  days: number | undefined,
): Promise<Answer<NewToken>> => {
  const expiresAt = days && new Date(Date.now() + days * 86_400_000).toISOString();
  return ask('POST', '/api/tokens', { label, ...(scopes && { scopes }), ...(expiresAt && { expiresAt }) });
};

export const revokeToken = (id: string): Promise<Answer<undefined>> => ask('DELETE', `/api/tokens/${id}`);
