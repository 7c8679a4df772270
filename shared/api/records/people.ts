import type { Role } from '../../roles.ts';
import type { Scope } from '../../scopes.ts';

/** Somebody as others see them. */
export interface Profile {
  readonly name: string;
  readonly role: Role;
  readonly colour: string;
}

/** Who asks. */
export interface OwnProfile {
  readonly reviewer: {
    readonly id: string;
    readonly name: string;
    /** Empty for a guest who gave none. */
    readonly email: string;
    readonly role: Role;
    readonly colour: string;
    /** Of a guest: the one article that they see. */
    readonly article?: string;
  };
}

/** A person of the desk. */
export interface Reviewer {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  readonly colour: string;
  readonly disabled: boolean;
  readonly email?: string;
}

/** An invitation as it is made. */
export interface Invitation {
  /** Names it; leads nobody to it. */
  readonly id: string;
  /** Good once. Null where it was mailed: then it is seen by nobody else. */
  readonly link: string | null;
  readonly role: Role;
  readonly expiresAt: string;
  /** Whether it was sent to the email that was given. */
  readonly mailed: boolean;
}

/** An invitation that was neither taken nor withdrawn. */
export interface PendingInvitation {
  /** Names it; leads nobody to it. */
  readonly id: string;
  /** Whom it is meant for; may be empty. */
  readonly name: string;
  /** Where it was sent; empty where it is handed over. */
  readonly email: string;
  readonly role: Role;
  readonly createdAt: string;
  readonly expiresAt: string;
  /** The name of who invited; empty where that is not known. */
  readonly by: string;
  readonly expired: boolean;
}

/** An access token, without its secret. */
export interface Token {
  readonly id: string;
  /** What its owner calls it. */
  readonly label: string;
  /** Null: everything that its person may do. */
  readonly scopes: readonly Scope[] | null;
  readonly createdAt: string;
  /** When it was last shown, to the minute. */
  readonly usedAt: string | null;
  /** From then on it opens nothing. Null: for good. */
  readonly expiresAt: string | null;
  /** Whether it is the one that this was asked with. */
  readonly shown: boolean;
}

/** An access token as it is made: its secret is shown this once. */
export interface MadeToken extends Omit<Token, 'shown'> {
  readonly token: string;
}
