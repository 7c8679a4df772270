import type { MadeToken, Token } from '../shared/api/records/people.ts';
import type { Scope } from '../shared/scopes.ts';
import { type Answer, ask } from './api.ts';
import { askAll } from './ask-all.ts';

export const loadTokens = (): Promise<Answer<{ readonly tokens: readonly Token[] }>> => askAll('/api/tokens', 'tokens');

/** Without scopes a token opens everything; without days it is good for ever. */
export const makeToken = (
  label: string,
  scopes: readonly Scope[] | undefined,
  days: number | undefined,
): Promise<Answer<MadeToken>> => {
  const expiresAt = days && new Date(Date.now() + days * 86_400_000).toISOString();
  return ask('POST', '/api/tokens', { label, ...(scopes && { scopes }), ...(expiresAt && { expiresAt }) });
};

export const revokeToken = (id: string): Promise<Answer<undefined>> => ask('DELETE', `/api/tokens/${id}`);
