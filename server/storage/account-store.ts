import type { AccountEventKind } from '../../shared/account-events.ts';
import type { Reviewer, Role } from '../../shared/roles.ts';

/** A reviewer as the desk knows them; times are UTC as `Date.toISOString` writes them. */
export interface Account extends Reviewer {
  /** As it was written; upper and lower case are one when it is looked up. */
  readonly email: string;
  /** Since when it is known to be theirs: a letter was opened there, a provider says so, or whoever runs the server did. Absent for one that was only typed. */
  readonly emailProvenAt?: string;
  readonly name: string;
  readonly colour: string;
  readonly createdAt: string;
  /** Since when they may not come in. */
  readonly disabledAt?: string;
  /** Of a guest, who sees the one article that `article` names: the hash of the link that they came in by. */
  readonly link?: string;
}

/** The kinds of secret that are shown again and again. */
export const LASTING_SECRETS = ['token', 'session'] as const;

/** The kinds of secret that are good once. */
export const SINGLE_USE_SECRETS = ['invitation', 'setup', 'reset', 'challenge', 'provider'] as const;

/** The kinds of secret that let in one after another, each into a session of their own. */
const SHARED_SECRETS = ['guest'] as const;

/** The kinds of secret of which nothing is kept once they have expired: nobody looks for them any more, and strangers have them made. */
export const PASSING_SECRETS = ['challenge', 'provider', 'reset', 'session'] as const;

/** What a secret opens. */
export type SecretKind = (typeof LASTING_SECRETS | typeof SINGLE_USE_SECRETS | typeof SHARED_SECRETS)[number];

/** By what a session can be opened: `provider` is an OpenID provider, `link` any link that lets somebody in. */
const SESSION_WAYS = ['token', 'password', 'passkey', 'provider', 'link'] as const;

/** One of `SESSION_WAYS`. */
export type SessionWay = (typeof SESSION_WAYS)[number];

/** What is kept of a secret: never the secret itself (T11). */
export interface Secret {
  /** SHA-256 of the secret in lower-case hex. */
  readonly hash: string;
  readonly kind: SecretKind;
  /** Whom a token or session speaks for; whose password a reset sets; to whose account a way to a provider adds an identity. */
  readonly reviewer?: string;
  /** To which article a guest link leads. */
  readonly article?: string;
  /** What an invitation, or a guest link, makes of the one who takes it. */
  readonly role?: Role;
  /** What its owner calls it. */
  readonly label: string;
  /** Where an invitation or a reset was to be sent: whoever takes an invitation has this email. */
  readonly email?: string;
  /** When that letter was handed over; from then on nobody but who reads it has the secret. Absent where nobody took it. */
  readonly mailedAt?: string;
  /** Who made an invitation; absent for one from before this was kept. */
  readonly by?: string;
  /** What a token was made for, as one line (RFC 6749 §3.3); absent: everything. */
  readonly scopes?: string;
  readonly createdAt: string;
  /** From this moment on it opens nothing. */
  readonly expiresAt?: string;
  /** When a lasting secret was last shown; when a single-use one was used up. */
  readonly usedAt?: string;
  /** From which address a session was last shown. */
  readonly address?: string;
  /** The hash of the secret that a session was opened with: it opens nothing once that one does not. */
  readonly openedBy?: string;
  /** By what a session was opened; absent for one from before this was kept. */
  readonly way?: SessionWay;
  /** The ID token that a provider gave when a session was opened by it, which only who has the session can read; absent for one that is too long. */
  readonly idToken?: string;
  readonly revokedAt?: string;
}

/** What is another when an invitation is sent again. */
export type Renewed = Required<Pick<Secret, 'hash' | 'by' | 'createdAt' | 'expiresAt'>>;

/** A reviewer's password, as far as it is kept. */
export interface Password {
  readonly reviewer: string;
  /** In the PHC string format, with its salt and what it cost: never the password itself (T11). */
  readonly hash: string;
  readonly changedAt: string;
}

/** A passkey of a reviewer (WebAuthn Level 3): the key to check with, never the one to sign with. */
export interface Passkey {
  /** The credential's id as its authenticator gave it, base64url. */
  readonly id: string;
  readonly reviewer: string;
  /** What its owner calls it. */
  readonly name: string;
  /** The public key as COSE_Key (RFC 9052 §7), base64url. */
  readonly publicKey: string;
  /** How often it signed, as far as it counts; 0 for one that does not. */
  readonly counter: number;
  /** How a browser reaches it, with spaces between; empty where that is not known. */
  readonly transports: string;
  readonly createdAt: string;
  /** When somebody last signed in with it. */
  readonly usedAt?: string;
}

/** By what a reviewer is known at an OpenID provider (OpenID Connect Core 1.0 §5.7): the pair of issuer and subject, never an email. */
export interface Identity {
  readonly issuer: string;
  readonly subject: string;
  readonly reviewer: string;
  /** What the provider called them when it was linked, for its owner to know it by. */
  readonly name: string;
  readonly createdAt: string;
  /** When somebody last signed in by it. */
  readonly usedAt?: string;
}

/** Something that happened to who may come in. */
export interface AccountEvent {
  readonly id: string;
  readonly at: string;
  readonly what: AccountEventKind;
  /** Whose account it concerns; absent where no account is known. */
  readonly reviewer?: string;
  /** Who did it, where that is another. */
  readonly by?: string;
  /** The article and the format of an export. */
  readonly article?: string;
  readonly format?: string;
  /** Where it was asked from. */
  readonly address: string;
  /** What the browser is that asked. */
  readonly device: string;
}

/** The new account, or the one that has the email already. */
export type AddedReviewer = { readonly added: Account } | { readonly taken: Account };

/** Who may come in, and by what. Ids and times are handed in; everything resolves only when it is durable. */
export interface AccountStore {
  addReviewer(account: Account): Promise<AddedReviewer>;
  reviewerById(id: string): Promise<Account | undefined>;
  reviewerByEmail(email: string): Promise<Account | undefined>;
  /** Everyone, the disabled too, in the order they came. */
  reviewers(): Promise<readonly Account[]>;
  countReviewers(): Promise<number>;
  /** False when there is no such reviewer. */
  setRole(id: string, role: Role): Promise<boolean>;
  /** Shuts a reviewer out from `at` on, or lets them in again; false when there is no such reviewer. */
  setDisabled(id: string, at: string | undefined): Promise<boolean>;

  /** Notes that an email is a reviewer's; false when they have another by now. What was known before stays. */
  proveEmail(id: string, email: string, at: string): Promise<boolean>;
  /** Gives a reviewer another email, which nobody has proven; `taken` when somebody has it, false when there is no such reviewer. */
  setEmail(id: string, email: string): Promise<boolean | 'taken'>;

  passwordOf(reviewer: string): Promise<Password | undefined>;
  /** Puts a password in the place of the one before. */
  putPassword(password: Password): Promise<void>;

  /** False when there is a passkey with this id already. */
  addPasskey(passkey: Passkey): Promise<boolean>;
  passkey(id: string): Promise<Passkey | undefined>;
  /** Those of a reviewer, in the order they were made. */
  passkeysOf(reviewer: string): Promise<readonly Passkey[]>;
  /** Notes that it signed, from one count to another: false when its count is another by now, and then somebody else used it meanwhile. */
  usePasskey(id: string, from: number, to: number, at: string): Promise<boolean>;
  /** False when the reviewer has no such passkey. */
  removePasskey(reviewer: string, id: string): Promise<boolean>;

  /** False when the provider's subject is linked already, or the reviewer has another one of the same issuer. */
  addIdentity(identity: Identity): Promise<boolean>;
  identity(issuer: string, subject: string): Promise<Identity | undefined>;
  /** Those of a reviewer, in the order they were linked. */
  identitiesOf(reviewer: string): Promise<readonly Identity[]>;
  /** Notes that somebody signed in by it. */
  useIdentity(issuer: string, subject: string, at: string): Promise<void>;
  /** False when the reviewer has no such identity. */
  removeIdentity(reviewer: string, issuer: string, subject: string): Promise<boolean>;

  /** Notes what happened, and forgets all from before `since`. */
  note(event: AccountEvent, since: string): Promise<void>;
  /** What happened, the newest first, at most so much; only what was before an event, when its id is given. */
  events(limit: number, before?: string): Promise<readonly AccountEvent[]>;

  putSecret(secret: Secret): Promise<void>;
  /** The secret in whatever state: whether it is expired, used up or revoked is for the caller to see. */
  findSecret(hash: string): Promise<Secret | undefined>;
  /** What a reviewer can come in by, revoked ones too, in the order they were made. */
  secretsOf(reviewer: string): Promise<readonly Secret[]>;
  /** The invitations that are neither taken nor withdrawn, those that have expired too, in the order they were made. */
  invitations(): Promise<readonly Secret[]>;
  /** The links that let guests to an article, revoked ones too, in the order they were made. */
  guestLinks(article: string): Promise<readonly Secret[]>;
  /** Who came in by a guest link, in the order they came. */
  guestsBy(link: string): Promise<readonly Account[]>;
  /** Notes that a lasting secret was shown, and where from if that is known; each call is a commit, so not for every request. */
  touchSecret(hash: string, at: string, address?: string): Promise<void>;
  /** Uses up a single-use secret: true exactly once, and only if it is neither revoked nor expired at that time. */
  useSecret(hash: string, at: string): Promise<boolean>;
  /** True when this call revoked it, false when it was revoked before or is unknown. */
  revokeSecret(hash: string, at: string): Promise<boolean>;
  /** Forgets the secrets of `PASSING_SECRETS` that expired before `at`, whatever became of them. */
  dropExpired(at: string): Promise<void>;
  /** Notes that the letter with a secret was handed over. */
  noteMailed(hash: string, at: string): Promise<void>;
  /** Puts another secret, which is not mailed yet, in the place of an invitation, at once: false, and nothing is changed, when it was taken or withdrawn. */
  renewInvitation(hash: string, renewed: Renewed): Promise<boolean>;
}
