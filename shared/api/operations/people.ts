import type { Role } from '../../roles.ts';
import type { Scope } from '../../scopes.ts';
import type { Invitation, MadeToken, OwnProfile, PendingInvitation, Reviewer, Token } from '../records/people.ts';

/** People, their sessions and their access tokens. */
export interface PeopleOperations {
  /** Who is speaking. */
  readonly showSession: {
    readonly answer: OwnProfile;
  };

  /** Sign in a browser with an email and a password, or with an access token. */
  readonly signIn: {
    readonly json:
      | {
          /** An access token, tst_… */
          readonly token: string;
        }
      | {
          readonly email: string;
          readonly password: string;
        };
    readonly answer: OwnProfile;
  };

  /** Sign a browser out. */
  readonly signOut: {
    readonly answer: undefined;
  };

  /** Sign a browser out, and say where to sign out at the provider too. */
  readonly signOutFully: {
    readonly answer: {
      /**
       * Where its person signs out at the OpenID provider, at which they still are signed in (RP-Initiated Logout 1.0); null where the session was not
       * opened by it, or it has no such page.
       */
      readonly address: string | null;
    };
  };

  /** Become the first person of the desk, its admin. */
  readonly setUp: {
    readonly json: {
      /** The last part of the link. */
      readonly secret: string;
      readonly name: string;
      readonly email: string;
      /** To sign in with later. At least 12 characters; length counts, not which ones. */
      readonly password?: string;
    };
    readonly answer: OwnProfile;
  };

  /** Become the only person of a desk on one’s own machine. */
  readonly setUpAlone: {
    readonly json: {
      /** The last part of the link. */
      readonly secret: string;
      /** In which the admin is called “You”; English where it is not said. */
      readonly language?: 'en' | 'de';
    };
    readonly answer: OwnProfile;
  };

  /** Invite one person. */
  readonly invite: {
    readonly json: {
      readonly role: Role;
      /** Whom it is meant for. */
      readonly name?: string;
      /** Where it is sent, if letters are; whoever takes it has this email. */
      readonly email?: string;
      /** How long it is good; 7 where it is not said. */
      readonly days?: number;
      /** Of the letter. */
      readonly language?: 'en' | 'de';
    };
    readonly answer: Invitation;
  };

  /** The invitations that are pending. */
  readonly listInvitations: {
    readonly answer: {
      readonly invitations: readonly PendingInvitation[];
    };
  };

  /** Withdraw an invitation. */
  readonly withdrawInvitation: {
    readonly answer: undefined;
  };

  /** Send an invitation again. */
  readonly renewInvitation: {
    readonly json: {
      /** Of the letter. */
      readonly language?: 'en' | 'de';
    };
    readonly answer: Invitation;
  };

  /** See whether an invitation is good, without taking it. */
  readonly lookAtInvitation: {
    readonly json: {
      /** The last part of the link. */
      readonly secret: string;
    };
    readonly answer: {
      readonly role: Role;
      /** Whom it is meant for; may be empty. */
      readonly name: string;
      /** Where it was sent: the email of whoever takes it; empty where it was handed over. */
      readonly email: string;
    };
  };

  /** Take an invitation. */
  readonly join: {
    readonly json: {
      /** The last part of the link. */
      readonly secret: string;
      readonly name: string;
      readonly email?: string;
      /** To sign in with later. At least 12 characters; length counts, not which ones. */
      readonly password?: string;
    };
    readonly answer: OwnProfile;
  };

  /** The people of the desk. */
  readonly listReviewers: {
    readonly query: {
      /** How many at most; 200 where it is not said. */
      readonly limit?: number;
      /** The place that the page begins after, as the address of the next page has it. */
      readonly after?: string;
    };
    readonly answer: {
      readonly reviewers: readonly Reviewer[];
    };
  };

  /** Give a reviewer another role, shut them out or let them in again. */
  readonly changeReviewer: {
    readonly json: {
      readonly role?: Role;
      readonly disabled?: boolean;
    };
    readonly answer: Reviewer;
  };

  /** The access tokens of whoever asks. */
  readonly listTokens: {
    readonly query: {
      /** How many at most; 200 where it is not said. */
      readonly limit?: number;
      /** The place that the page begins after, as the address of the next page has it. */
      readonly after?: string;
    };
    readonly answer: {
      readonly tokens: readonly Token[];
    };
  };

  /** Make an access token for oneself. */
  readonly makeToken: {
    readonly json: {
      /** What its owner calls it. */
      readonly label: string;
      /** Without it: everything that whoever asks may do, or the scopes of the token that this is asked with. */
      readonly scopes?: readonly Scope[] | null;
      /** A time to come. Without it: for good, or as long as the token that this is asked with. */
      readonly expiresAt?: string | null;
    };
    readonly answer: MadeToken;
  };

  /** Revoke an access token of one’s own. */
  readonly revokeToken: {
    readonly answer: undefined;
  };
}
