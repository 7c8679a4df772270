import {
  type Account,
  type AccountEvent,
  type AccountStore,
  type Identity,
  LASTING_SECRETS,
  PASSING_SECRETS,
  type Passkey,
  type Password,
  type Secret,
  SINGLE_USE_SECRETS,
} from './account-store.ts';
import { emailKey } from './email-key.ts';
import { formerAccount } from './erasure-store.ts';
import { type ForgettingPeople, forget } from './memory-forgetting.ts';
import { requireHash, requirePhc } from './secret-hash.ts';

const isOneOf = <T extends string>(kinds: readonly T[], kind: string): kind is T =>
  (kinds as readonly string[]).includes(kind);

/** What an identity is kept under: neither part of it has a line break in it. */
const identityKey = (issuer: string, subject: string): string => `${issuer}\n${subject}`;

const earliestFirst = (one: readonly [string, string], other: readonly [string, string]): number =>
  one.join(' ') < other.join(' ') ? -1 : 1;

/** Accounts that last as long as the process. */
export const memoryAccountStore = (): AccountStore & ForgettingPeople => {
  const accounts = new Map<string, Account>();
  const secrets = new Map<string, Secret>();
  const passwords = new Map<string, Password>();
  const passkeys = new Map<string, Passkey>();
  const identities = new Map<string, Identity>();
  let events: readonly AccountEvent[] = [];

  const byEmail = (email: string): Account | undefined =>
    [...accounts.values()].find((account) => emailKey(account.email) === emailKey(email));

  const revise = (id: string, change: (account: Account) => Account): boolean => {
    const account = accounts.get(id);
    if (account) accounts.set(id, change(account));
    return account !== undefined;
  };

  return {
    forgetReviewer: (former, { name, email }) => {
      const { id } = former;
      const isNaming = ({ label }: Secret): boolean => [name, email].some((words) => label.includes(words));
      forget(secrets, ({ reviewer }) => reviewer === id);
      forget(secrets, (secret) => secret.email !== undefined && emailKey(secret.email) === emailKey(email));
      forget(secrets, (secret) => secret.kind === 'provider' && isNaming(secret));
      forget(passkeys, ({ reviewer }) => reviewer === id);
      forget(identities, ({ reviewer }) => reviewer === id);
      passwords.delete(id);
      for (const [hash, secret] of secrets) if (isNaming(secret)) secrets.set(hash, { ...secret, label: '' });
      events = events
        .filter(({ reviewer }) => reviewer !== id)
        .map((event) => (event.by === id ? { ...event, address: '', device: '' } : event));
      revise(id, ({ link: _, emailProvenAt: __, ...account }) => ({ ...account, ...formerAccount(former) }));
    },

    addReviewer: async (account) => {
      const taken = byEmail(account.email);
      if (taken) return { taken };
      if (accounts.has(account.id)) throw new Error(`there is a reviewer ${account.id} already`);
      accounts.set(account.id, account);
      return { added: account };
    },

    reviewerById: async (id) => accounts.get(id),

    reviewerByEmail: async (email) => byEmail(email),

    reviewers: async () =>
      [...accounts.values()].sort((one, other) => earliestFirst([one.createdAt, one.id], [other.createdAt, other.id])),

    countReviewers: async () => accounts.size,

    setRole: async (id, role) => revise(id, (account) => ({ ...account, role })),

    setDisabled: async (id, at) =>
      revise(id, ({ disabledAt, ...account }) => (at === undefined ? account : { ...account, disabledAt: at })),

    proveEmail: async (id, email, at) => {
      if (emailKey(accounts.get(id)?.email ?? '') !== emailKey(email)) return false;
      return revise(id, (account) => ({ emailProvenAt: at, ...account }));
    },

    setEmail: async (id, email) => {
      const owner = byEmail(email);
      return owner && owner.id !== id
        ? 'taken'
        : revise(id, ({ emailProvenAt: _, ...account }) => ({ ...account, email }));
    },

    passwordOf: async (reviewer) => passwords.get(reviewer),

    putPassword: async (password) => {
      requirePhc(password);
      if (!accounts.has(password.reviewer)) throw new Error(`there is no reviewer ${password.reviewer}`);
      passwords.set(password.reviewer, password);
    },

    addPasskey: async (passkey) => {
      if (!accounts.has(passkey.reviewer)) throw new Error(`there is no reviewer ${passkey.reviewer}`);
      if (passkeys.has(passkey.id)) return false;
      passkeys.set(passkey.id, passkey);
      return true;
    },

    passkey: async (id) => passkeys.get(id),

    passkeysOf: async (reviewer) =>
      [...passkeys.values()]
        .filter((passkey) => passkey.reviewer === reviewer)
        .sort((one, other) => earliestFirst([one.createdAt, one.id], [other.createdAt, other.id])),

    usePasskey: async (id, from, to, at) => {
      const passkey = passkeys.get(id);
      if (passkey?.counter !== from) return false;
      passkeys.set(id, { ...passkey, counter: to, usedAt: at });
      return true;
    },

    removePasskey: async (reviewer, id) => passkeys.get(id)?.reviewer === reviewer && passkeys.delete(id),

    addIdentity: async (identity) => {
      const { issuer, subject, reviewer } = identity;
      if (!accounts.has(reviewer)) throw new Error(`there is no reviewer ${reviewer}`);
      const isTaken = (other: Identity) =>
        other.issuer === issuer && (other.subject === subject || other.reviewer === reviewer);
      if ([...identities.values()].some(isTaken)) return false;
      identities.set(identityKey(issuer, subject), identity);
      return true;
    },

    identity: async (issuer, subject) => identities.get(identityKey(issuer, subject)),

    identitiesOf: async (reviewer) =>
      [...identities.values()]
        .filter((identity) => identity.reviewer === reviewer)
        .sort((one, other) => earliestFirst([one.createdAt, one.issuer], [other.createdAt, other.issuer])),

    useIdentity: async (issuer, subject, at) => {
      const identity = identities.get(identityKey(issuer, subject));
      if (identity) identities.set(identityKey(issuer, subject), { ...identity, usedAt: at });
    },

    removeIdentity: async (reviewer, issuer, subject) => {
      const key = identityKey(issuer, subject);
      return identities.get(key)?.reviewer === reviewer && identities.delete(key);
    },

    note: async (event, since) => {
      events = [...events, event].filter(({ at }) => at >= since);
    },

    events: async (limit, before) => {
      const newest = events.toSorted((one, other) => earliestFirst([other.at, other.id], [one.at, one.id]));
      const from = before === undefined ? 0 : newest.findIndex(({ id }) => id === before) + 1;
      return from === 0 && before !== undefined ? [] : newest.slice(from, from + limit);
    },

    putSecret: async (secret) => {
      requireHash(secret);
      if (secrets.has(secret.hash)) throw new Error(`there is a ${secret.kind} with this hash already`);
      if (secret.reviewer !== undefined && !accounts.has(secret.reviewer)) {
        throw new Error(`there is no reviewer ${secret.reviewer}`);
      }
      secrets.set(secret.hash, secret);
    },

    findSecret: async (hash) => secrets.get(hash),

    secretsOf: async (reviewer) =>
      [...secrets.values()]
        .filter((secret) => secret.reviewer === reviewer)
        .sort((one, other) => earliestFirst([one.createdAt, one.hash], [other.createdAt, other.hash])),

    invitations: async () =>
      [...secrets.values()]
        .filter(
          ({ kind, usedAt, revokedAt }) => kind === 'invitation' && usedAt === undefined && revokedAt === undefined,
        )
        .sort((one, other) => earliestFirst([one.createdAt, one.hash], [other.createdAt, other.hash])),

    guestLinks: async (article) =>
      [...secrets.values()]
        .filter((secret) => secret.kind === 'guest' && secret.article === article)
        .sort((one, other) => earliestFirst([one.createdAt, one.hash], [other.createdAt, other.hash])),

    guestsBy: async (link) =>
      [...accounts.values()]
        .filter((account) => account.link === link)
        .sort((one, other) => earliestFirst([one.createdAt, one.id], [other.createdAt, other.id])),

    touchSecret: async (hash, at, address) => {
      const secret = secrets.get(hash);
      if (!secret || !isOneOf(LASTING_SECRETS, secret.kind)) return;
      secrets.set(hash, { ...secret, usedAt: at, ...(address !== undefined && { address }) });
    },

    useSecret: async (hash, at) => {
      const secret = secrets.get(hash);
      if (!secret || !isOneOf(SINGLE_USE_SECRETS, secret.kind)) return false;
      if (secret.usedAt !== undefined || secret.revokedAt !== undefined) return false;
      if (secret.expiresAt !== undefined && secret.expiresAt <= at) return false;
      secrets.set(hash, { ...secret, usedAt: at });
      return true;
    },

    revokeSecret: async (hash, at) => {
      const secret = secrets.get(hash);
      if (!secret || secret.revokedAt !== undefined) return false;
      secrets.set(hash, { ...secret, revokedAt: at });
      return true;
    },

    dropExpired: async (at) =>
      forget(
        secrets,
        ({ kind, expiresAt }) => isOneOf(PASSING_SECRETS, kind) && expiresAt !== undefined && expiresAt < at,
      ),

    noteMailed: async (hash, at) => {
      const secret = secrets.get(hash);
      if (secret) secrets.set(hash, { ...secret, mailedAt: at });
    },

    renewInvitation: async (hash, renewed) => {
      requireHash({ ...renewed, kind: 'invitation' });
      const secret = secrets.get(hash);
      if (secret?.kind !== 'invitation' || secret.usedAt !== undefined || secret.revokedAt !== undefined) return false;
      const { mailedAt: _, ...before } = secret;
      secrets.delete(hash);
      secrets.set(renewed.hash, { ...before, ...renewed });
      return true;
    },
  };
};
