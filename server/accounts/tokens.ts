import { type Scopes, scopesIn, scopesLine } from '../../shared/scopes.ts';
import type { Secret } from '../storage/account-store.ts';
import type { AccountParts } from './parts.ts';
import { hashOf, newSecret } from './secret.ts';

/** What a token opens and how long. */
export interface TokenTerms {
  /** Absent: everything that its person may do. */
  readonly scopes?: Scopes;
  /** From this moment on it opens nothing; UTC as `Date.toISOString` writes it. */
  readonly expiresAt?: string;
}

/** An access token as its owner sees it: never the token itself. */
export interface Token {
  readonly id: string;
  readonly label: string;
  readonly scopes: Scopes;
  readonly createdAt: string;
  readonly usedAt: string | undefined;
  readonly expiresAt: string | undefined;
}

const tokenOf = ({ hash, label, scopes, createdAt, usedAt, expiresAt }: Secret): Token => ({
  id: tokenId(hash),
  label,
  scopes: scopes === undefined ? undefined : scopesIn(scopes),
  createdAt,
  usedAt,
  expiresAt,
});

/** What names a token to its owner: how its hash begins, which leads nobody to the token. */
export const tokenId = (hash: string): string => hash.slice(0, 16);

/** Makes an access token for a reviewer. It is given away here, and never seen again. */
export const makeToken = async (
  parts: AccountParts,
  reviewer: string,
  label: string,
  { scopes, expiresAt }: TokenTerms = {},
): Promise<Token & { readonly token: string }> => {
  const token = newSecret('token');
  const kept: Secret = {
    hash: hashOf(token),
    kind: 'token',
    reviewer,
    label,
    createdAt: parts.clock.now(),
    ...(scopes && { scopes: scopesLine(scopes) }),
    ...(expiresAt !== undefined && { expiresAt }),
  };
  await parts.store.putSecret(kept);
  return { ...tokenOf(kept), token };
};

/** Makes an access token that opens all that its person may do, for good. */
export const issueToken = async (parts: AccountParts, reviewer: string, label: string): Promise<string> =>
  (await makeToken(parts, reviewer, label)).token;

const standing = async ({ store }: AccountParts, reviewer: string): Promise<readonly Secret[]> =>
  (await store.secretsOf(reviewer)).filter(({ kind, revokedAt }) => kind === 'token' && revokedAt === undefined);

/** The tokens of a reviewer that are not revoked, those that have expired too, in the order they were made. */
export const tokensOf = async (parts: AccountParts, reviewer: string): Promise<readonly Token[]> =>
  (await standing(parts, reviewer)).map(tokenOf);

/** Revokes a token of a reviewer's own; false when they have none with this id. */
export const revokeToken = async (parts: AccountParts, reviewer: string, id: string): Promise<boolean> => {
  const secret = (await standing(parts, reviewer)).find(({ hash }) => tokenId(hash) === id);
  return secret !== undefined && (await parts.store.revokeSecret(secret.hash, parts.clock.now()));
};
