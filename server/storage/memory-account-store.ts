import {
  type Account,
  type AccountEvent,
  type AccountStore,
  LASTING_SECRETS,
  type Passkey,
  type Password,
  type Secret,
  SINGLE_USE_SECRETS,
} from './account-store.ts';
import { emailKey } from './email-key.ts';
import { requireHash, requirePhc } from './secret-hash.ts';

const isOneOf = <T extends string>(kinds: readonly T[], kind: string): kind is T =>
  (kinds as readonly string[]).includes(kind);

const earliestFirst = (one: readonly [string, string], other: readonly [string, string]): number =>
  one.join(' ') < other.join(' ') ? -1 : 1;

/** Accounts that last as long as the process. */
export const memoryAccountStore = (): AccountStore => {
  const accounts = new Map<string, Account>();
  const secrets = new Map<string, Secret>();
  const passwords = new Map<string, Password>();
  const passkeys = new Map<string, Passkey>();
  let events: readonly AccountEvent[] = [];

  const byEmail = (email: string): Account | undefined =>
    [...accounts.values()].find((account) => emailKey(account.email) === emailKey(email));

  const revise = (id: string, change: (account: Account) => Account): boolean => {
    const account = accounts.get(id);
    if (account) accounts.set(id, change(account));
    return account !== undefined;
  };

  return {
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

    setEmail: async (id, email) => {
      const owner = byEmail(email);
      return owner && owner.id !== id ? 'taken' : revise(id, (account) => ({ ...account, email }));
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
  };
};
