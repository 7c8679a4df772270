import { createHash, randomBytes } from 'node:crypto';
import type { SecretKind } from '../storage/account-store.ts';

/** How a secret of each kind begins, so that one found in the wrong place is known for what it is. */
const SECRET_PREFIXES: Readonly<Record<SecretKind, string>> = {
  token: 'tst_',
  session: 'tss_',
  invitation: 'tsi_',
  setup: 'tsu_',
  reset: 'tsr_',
  guest: 'tsg_',
  challenge: 'tsc_',
  provider: 'tsp_',
};

/** 256 random bits that nobody can guess, as base64url behind the prefix of its kind. */
export const newSecret = (kind: SecretKind): string => SECRET_PREFIXES[kind] + randomBytes(32).toString('base64url');

/** 256 random bits to sign messages with, as Standard Webhooks writes them. */
export const newSigningSecret = (): string => `whsec_${randomBytes(32).toString('base64')}`;

/** What the store keeps of a secret (T11): SHA-256 in hex. So many random bits need no slow hash. */
export const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex');
