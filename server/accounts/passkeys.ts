import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server';
import { fromNow, MINUTE } from '../clock.ts';
import type { Account, Passkey } from '../storage/account-store.ts';
import type { AccountParts } from './parts.ts';
import { emailOf } from './person.ts';
import { hashOf, newSecret } from './secret.ts';

/** The most passkeys of one person. */
export const MOST_PASSKEYS = 20;

/** So many minutes a browser has to answer a challenge. */
const CHALLENGE_MINUTES = 5;

/** Where passkeys are good: the host of the public address, and pages of that address alone. */
export interface Site {
  readonly publicUrl: string;
  readonly name: string;
}

// Fetched when it is first needed: most starts of the server, and most desks, need none of it.
const library = () => import('@simplewebauthn/server');

const hostOf = ({ publicUrl }: Site): string => new URL(publicUrl).hostname;

const expectedOf = (site: Site) =>
  ({
    expectedOrigin: new URL(site.publicUrl).origin,
    expectedRPID: hostOf(site),
    requireUserVerification: false,
  }) as const;

/** A challenge that is kept by its hash, good once and for minutes; whose it is, where it is for somebody known. */
const newChallenge = async ({ store, clock }: AccountParts, reviewer?: string): Promise<string> => {
  const secret = newSecret('challenge');
  await store.putSecret({
    hash: hashOf(secret),
    kind: 'challenge',
    label: '',
    createdAt: clock.now(),
    expiresAt: fromNow(clock, CHALLENGE_MINUTES * MINUTE),
    ...(reviewer !== undefined && { reviewer }),
  });
  await store.dropExpired(clock.now());
  return secret;
};

/** Whether a challenge as it came back is one of ours, for them and not used before; it is used up by asking. */
const isOurs =
  ({ store, clock }: AccountParts, reviewer?: string) =>
  async (challenge: string): Promise<boolean> => {
    const hash = hashOf(Buffer.from(challenge, 'base64url').toString());
    const kept = await store.findSecret(hash);
    return kept?.kind === 'challenge' && kept.reviewer === reviewer && (await store.useSecret(hash, clock.now()));
  };

const transportsIn = ({ transports }: Passkey): string[] => transports.split(' ').filter((each) => each !== '');

/** What a browser makes a passkey by (WebAuthn Level 3 §5.4): one that it finds by itself, and none where there is one already. */
export const offerPasskey = async (parts: AccountParts, site: Site, account: Account): Promise<object> =>
  (await library()).generateRegistrationOptions({
    rpName: site.name,
    rpID: hostOf(site),
    userID: new Uint8Array(Buffer.from(account.id)),
    userName: emailOf(account) || account.name,
    userDisplayName: account.name,
    challenge: await newChallenge(parts, account.id),
    attestationType: 'none',
    authenticatorSelection: { residentKey: 'required', userVerification: 'preferred' },
    excludeCredentials: (await parts.store.passkeysOf(account.id)).map((each) => ({
      id: each.id,
      transports: transportsIn(each),
    })),
  });

/** Adds the passkey that a browser made (§7.1); why not, where it is not good. */
export const addPasskey = async (
  parts: AccountParts,
  site: Site,
  account: Account,
  name: string,
  response: object,
): Promise<{ readonly added: Passkey } | { readonly refused: 'not-good' | 'too-many' }> => {
  if ((await parts.store.passkeysOf(account.id)).length >= MOST_PASSKEYS) return { refused: 'too-many' };
  const { verifyRegistrationResponse } = await library();
  // What is said by a browser may be anything: whatever is wrong with it, it is not taken.
  const checked = await verifyRegistrationResponse({
    response: response as RegistrationResponseJSON,
    expectedChallenge: isOurs(parts, account.id),
    ...expectedOf(site),
  }).catch(() => undefined);
  if (!checked?.verified) return { refused: 'not-good' };
  const { id, publicKey, counter, transports = [] } = checked.registrationInfo.credential;
  const added: Passkey = {
    id,
    reviewer: account.id,
    name,
    publicKey: Buffer.from(publicKey).toString('base64url'),
    counter,
    transports: transports
      .filter((each) => typeof each === 'string' && /^[a-z-]{1,20}$/.test(each))
      .slice(0, 9)
      .join(' '),
    createdAt: parts.clock.now(),
  };
  return (await parts.store.addPasskey(added)) ? { added } : { refused: 'not-good' };
};

/** What a browser shows a passkey by, whichever it has for this site (§5.5). */
export const askForPasskey = async (parts: AccountParts, site: Site): Promise<object> =>
  (await library()).generateAuthenticationOptions({
    rpID: hostOf(site),
    challenge: await newChallenge(parts),
    userVerification: 'preferred',
  });

/** Whose passkey a browser showed (§7.2); where it is refused, whose it would be if that is known. */
export const signInByPasskey = async (
  parts: AccountParts,
  site: Site,
  response: { readonly id: string },
): Promise<{ readonly account: Account } | { readonly refused: string | undefined }> => {
  const { store, clock } = parts;
  const passkey = await store.passkey(response.id);
  if (!passkey) return { refused: undefined };
  const { verifyAuthenticationResponse } = await library();
  const checked = await verifyAuthenticationResponse({
    response: response as unknown as AuthenticationResponseJSON,
    expectedChallenge: isOurs(parts),
    credential: {
      id: passkey.id,
      publicKey: new Uint8Array(Buffer.from(passkey.publicKey, 'base64url')),
      counter: passkey.counter,
      transports: transportsIn(passkey),
    },
    ...expectedOf(site),
  }).catch(() => undefined);
  const account = await store.reviewerById(passkey.reviewer);
  if (!checked?.verified || !account || account.disabledAt !== undefined) return { refused: passkey.reviewer };
  // A count that moved meanwhile says that there are two of it.
  const { newCounter } = checked.authenticationInfo;
  const isOne = await store.usePasskey(passkey.id, passkey.counter, newCounter, clock.now());
  return isOne ? { account } : { refused: passkey.reviewer };
};
