import { fromNow, MINUTE } from '../clock.ts';
import type { AccountParts } from './parts.ts';
import { hashOf, newSecret } from './secret.ts';

/** So many minutes a browser has for the way to a provider and back. */
export const WAY_MINUTES = 10;

/** What somebody sets out to a provider for. */
export interface Way {
  /** To whose account what comes back is added; absent: somebody signs in. */
  readonly reviewer?: string;
  /** The hash of the invitation that they take by it, and what they are called then. */
  readonly invitation?: string;
  readonly name?: string;
  /** Where they go on when they are in: a path of this site. */
  readonly next: string;
}

/** A path of this site and no other, `/` for anything else. */
export const ownPath = (path: unknown): string =>
  typeof path === 'string' && path.length <= 2_000 && /^\/(?![/\\])[^\p{Cc}\\]*$/u.test(path) ? path : '/';

/** Sets out: the secret goes into one browser, and is kept by its hash. */
export const setOut = async ({ store, clock }: AccountParts, { reviewer, ...rest }: Way): Promise<string> => {
  const secret = newSecret('provider');
  await store.putSecret({
    hash: hashOf(secret),
    kind: 'provider',
    label: JSON.stringify(rest),
    createdAt: clock.now(),
    expiresAt: fromNow(clock, WAY_MINUTES * MINUTE),
    ...(reviewer !== undefined && { reviewer }),
  });
  await store.dropExpired(clock.now());
  return secret;
};

/** Comes back, once: what a browser had set out for; nothing when it is not good, or no longer. */
export const comeBack = async ({ store, clock }: AccountParts, secret: string): Promise<Way | undefined> => {
  const hash = hashOf(secret);
  const kept = await store.findSecret(hash);
  if (kept?.kind !== 'provider' || !(await store.useSecret(hash, clock.now()))) return undefined;
  const { reviewer, label } = kept;
  return { ...(JSON.parse(label) as Omit<Way, 'reviewer'>), ...(reviewer !== undefined && { reviewer }) };
};
