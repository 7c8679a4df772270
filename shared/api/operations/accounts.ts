import type {
  AccountEvent,
  FormerReviewer,
  GuestLink,
  Identity,
  MadeGuestLink,
  Passkey,
  Session,
  Tombstone,
} from '../records/accounts.ts';
import type { OwnProfile } from '../records/people.ts';

/** How one comes in: sessions, passwords, links, and what happened to accounts. */
export interface AccountOperations {
  /** The browsers in which whoever asks is signed in. */
  readonly listSessions: {
    readonly query: {
      /** How many at most; 200 where it is not said. */
      readonly limit?: number;
      /** The place that the page begins after, as the address of the next page has it. */
      readonly after?: string;
    };
    readonly answer: {
      readonly sessions: readonly Session[];
    };
  };

  /** Sign out of all other browsers. */
  readonly endOtherSessions: {
    readonly answer: {
      readonly ended: number;
    };
  };

  /** Sign out of a browser. */
  readonly endSession: {
    readonly answer: undefined;
  };

  /** One’s passkeys. */
  readonly listPasskeys: {
    readonly answer: {
      readonly passkeys: readonly Passkey[];
    };
  };

  /** Add a passkey. */
  readonly addPasskey: {
    readonly json: {
      /** What its owner calls it. */
      readonly name: string;
      /** What the browser made, as `PublicKeyCredential.toJSON` writes it (WebAuthn Level 3). */
      readonly response: object;
    };
    readonly answer: Passkey;
  };

  /** What a browser makes a passkey by. */
  readonly offerPasskey: {
    readonly answer: {
      /** For `PublicKeyCredential.parseCreationOptionsFromJSON` (WebAuthn Level 3). */
      readonly options: object;
    };
  };

  /** Remove a passkey. */
  readonly removePasskey: {
    readonly answer: undefined;
  };

  /** What a browser shows a passkey by. */
  readonly askForPasskey: {
    readonly answer: {
      /** For `PublicKeyCredential.parseRequestOptionsFromJSON` (WebAuthn Level 3). */
      readonly options: object;
    };
  };

  /** Sign a browser in with a passkey. */
  readonly signInByPasskey: {
    readonly json: {
      /** What the browser showed, as `PublicKeyCredential.toJSON` writes it (WebAuthn Level 3). */
      readonly response: object;
    };
    readonly answer: OwnProfile;
  };

  /** Set out to sign in by the OpenID provider. */
  readonly beginProvider: {
    readonly json: {
      /** Where to go on when signed in: a path of this site; `/` for anything else. */
      readonly next?: string;
      /** The last part of the link of an invitation, which is taken by it. */
      readonly invitation?: string;
      /** What they are called who take it, if not as the provider says. */
      readonly name?: string;
    };
    readonly answer: {
      /** Where the browser goes on. */
      readonly address: string;
    };
  };

  /** Come back from the OpenID provider. */
  readonly returnFromProvider: {
    readonly query: {
      /** As it was sent. */
      readonly state?: string;
      /** What the provider is asked with. */
      readonly code?: string;
      /** Why there is no code. */
      readonly error?: string;
    };
    readonly answer: undefined;
  };

  /** By what one’s account is known at a provider. */
  readonly listIdentities: {
    readonly answer: {
      readonly identities: readonly Identity[];
    };
  };

  /** Set out to link one’s account with the OpenID provider. */
  readonly linkIdentity: {
    readonly answer: {
      /** Where the browser goes on. */
      readonly address: string;
    };
  };

  /** Unlink one’s account from a provider. */
  readonly unlinkIdentity: {
    readonly answer: undefined;
  };

  /** How one comes in here. */
  readonly showEntrance: {
    readonly answer: {
      /** The desk’s name. */
      readonly desk: string;
      readonly mail: boolean;
      /** Whether nobody is here yet and a browser on the server’s machine asks: with the set-up link it needs to say no name to start. */
      readonly alone: boolean;
      /** What the OpenID provider is called by which one may sign in; null: there is none. */
      readonly provider: string | null;
    };
  };

  /** What one’s account has to sign in with. */
  readonly showAccount: {
    readonly answer: {
      /** Empty for who gave none. */
      readonly email: string;
      /** Null: there is no password. */
      readonly passwordSetAt: string | null;
    };
  };

  /** Set or change one’s password. */
  readonly setPassword: {
    readonly json: {
      /** At least 12 characters; length counts, not which ones. */
      readonly password: string;
      /** The password until now, where there is one. */
      readonly current?: string;
      /** For who gave none until now. */
      readonly email?: string;
    };
    readonly answer: undefined;
  };

  /** Be mailed a link to set a new password. */
  readonly forgotPassword: {
    readonly json: {
      readonly email: string;
      /** Of the letter. */
      readonly language?: 'en' | 'de';
    };
    readonly answer: undefined;
  };

  /** See whether a link to set a new password is good, without using it. */
  readonly lookAtReset: {
    readonly json: {
      /** The last part of the link. */
      readonly secret: string;
    };
    readonly answer: {
      readonly name: string;
      readonly email: string;
    };
  };

  /** Set a new password by a link, once. */
  readonly resetPassword: {
    readonly json: {
      /** The last part of the link. */
      readonly secret: string;
      /** At least 12 characters; length counts, not which ones. */
      readonly password: string;
    };
    readonly answer: undefined;
  };

  /** Make a link by which a reviewer sets a new password. */
  readonly makeReset: {
    readonly answer: {
      readonly link: string;
      readonly expiresAt: string;
    };
  };

  /** What happened to who may come in. */
  readonly listAccountEvents: {
    readonly query: {
      /** How many at most; 100 where it is not said. */
      readonly limit?: number;
      /** The id of an event: only what was before it. */
      readonly before?: string;
    };
    readonly answer: {
      readonly events: readonly AccountEvent[];
      /** What to ask `before` with for more; null at the end. */
      readonly next: string | null;
    };
  };

  /** What goes when an article is deleted. */
  readonly lookAtDeletion: {
    readonly answer: {
      /** What is to be given to delete the article: its title, or its id where it has none. */
      readonly confirm: string;
      /** How many entries its log has. */
      readonly entries: number;
      /** How many frozen copies its sources have. */
      readonly copies: number;
      /** How many publications of its report there are. */
      readonly reports: number;
      /** How many links let guests to it. */
      readonly guestLinks: number;
    };
  };

  /** Delete a person for good. */
  readonly deleteReviewer: {
    readonly json: {
      /** The name of the person. */
      readonly confirm: string;
    };
    readonly answer: FormerReviewer;
  };

  /** Delete an article for good. */
  readonly deleteArticle: {
    readonly json: {
      /** The title of the article, or its id where it has none. */
      readonly confirm: string;
    };
    readonly answer: Tombstone;
  };

  /** The links by which guests come to an article. */
  readonly listGuestLinks: {
    readonly answer: {
      readonly links: readonly GuestLink[];
    };
  };

  /** Make a link that lets guests to one article. */
  readonly makeGuestLink: {
    readonly json: {
      readonly role: 'viewer' | 'annotator';
      /** How long it is good. */
      readonly days: number;
      /** Whom it is meant for. */
      readonly label?: string;
    };
    readonly answer: MadeGuestLink;
  };

  /** Revoke a guest link. */
  readonly revokeGuestLink: {
    readonly answer: undefined;
  };

  /** See where a guest link leads, without coming in. */
  readonly lookAtGuestLink: {
    readonly json: {
      /** The last part of the link. */
      readonly secret: string;
    };
    readonly answer: {
      /** The id of the article. */
      readonly article: string;
      readonly title: string;
      readonly role: 'viewer' | 'annotator';
      readonly expiresAt: string;
    };
  };

  /** Come in by a guest link. */
  readonly enterAsGuest: {
    readonly json: {
      /** The last part of the link. */
      readonly secret: string;
      readonly name: string;
    };
    readonly answer: OwnProfile;
  };
}
