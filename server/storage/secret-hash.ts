import type { Password, Secret } from './account-store.ts';

/** Throws unless the hash looks like a SHA-256, so that a secret itself is never stored by mistake (T11). */
export const requireHash = (secret: Pick<Secret, 'hash' | 'kind'>): void => {
  if (!/^[0-9a-f]{64}$/.test(secret.hash)) throw new Error(`the hash of a ${secret.kind} is not a SHA-256 in hex`);
};

/** Throws unless a password is hashed, so that it is never stored itself by mistake (T11). */
export const requirePhc = ({ hash }: Password): void => {
  if (!/^\$argon2id\$v=19\$[^$]+\$[^$]+\$[^$]+$/.test(hash)) throw new Error('a password is not hashed with argon2id');
};
