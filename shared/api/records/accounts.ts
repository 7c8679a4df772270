import type { AccountEventKind } from '../../account-events.ts';

/** A browser in which somebody is signed in. */
export interface Session {
  /** Names it; leads nobody to it. */
  readonly id: string;
  /** What the browser is, such as "Firefox, Windows"; empty where that is not known. */
  readonly device: string;
  /** Where it was last seen; empty where that is not known. */
  readonly address: string;
  readonly createdAt: string;
  /** When it was last seen, to the minute. */
  readonly usedAt: string;
  /** It ends then, or when it was not seen for 7 days. */
  readonly expiresAt: string | null;
  /** Whether this is asked in it. */
  readonly current: boolean;
  /** By what it was opened; null for one from before this was kept. */
  readonly way: 'token' | 'password' | 'passkey' | 'provider' | 'link' | null;
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
  /** The article that was exported, and in which format. */
  readonly article?: string;
  readonly format?: string;
  /** Where it was asked from. */
  readonly address: string;
  /** What the browser is, such as "Firefox, Windows". */
  readonly device: string;
}

/** A passkey as its owner sees it. */
export interface Passkey {
  readonly id: string;
  /** What its owner calls it. */
  readonly name: string;
  readonly createdAt: string;
  /** When it was last signed in with; null: not yet. */
  readonly usedAt: string | null;
}

/** By what an account is known at an OpenID provider. */
export interface Identity {
  readonly id: string;
  /** The provider, as it names itself. */
  readonly issuer: string;
  /** What the provider called them when it was linked, such as their email. */
  readonly name: string;
  readonly createdAt: string;
  /** When it was last signed in by; null: not yet. */
  readonly usedAt: string | null;
}

/** A link by which guests come to one article, without itself. */
export interface GuestLink {
  /** Names it; leads nobody to it. */
  readonly id: string;
  /** Whom it is meant for. */
  readonly label: string;
  readonly role: 'viewer' | 'annotator';
  readonly createdAt: string;
  /** Then everyone who came in by it is out. */
  readonly expiresAt: string;
  /** The names of those who came in by it. */
  readonly guests: readonly string[];
}

/** What stays of an article that was deleted. */
export interface Tombstone {
  readonly article: string;
  /** How many entries its log had. */
  readonly entries: number;
  /** The hash of the first of them. */
  readonly first: string;
  /** The hash of the last of them: what ends with another is not this log. */
  readonly last: string;
  /** When it was deleted. */
  readonly at: string;
  /** The reviewer who deleted it. */
  readonly by: string;
  /** SHA-256 of the canonical JSON of the rest; empty for one from before tombstones were sealed. */
  readonly seal: string;
}

/** What stays of a person who was deleted. */
export interface FormerReviewer {
  /** It stands in what they did. */
  readonly id: string;
  /** When they were deleted. */
  readonly at: string;
  /** The reviewer who deleted them; empty for whoever runs the server. */
  readonly by: string;
}

/** A guest link as it is made: it is shown this once. */
export interface MadeGuestLink {
  /** Names it; leads nobody to it. */
  readonly id: string;
  /** Whom it is meant for. */
  readonly label: string;
  readonly role: 'viewer' | 'annotator';
  readonly createdAt: string;
  /** Then everyone who came in by it is out. */
  readonly expiresAt: string;
  /** The names of those who came in by it. */
  readonly guests: readonly string[];
  /** This is the only time it is seen. */
  readonly link: string;
}
