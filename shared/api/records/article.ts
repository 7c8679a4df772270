import type { Claim, Verdict } from './claim.ts';
import type { Settings } from './desk.ts';
import type { Contact, Evidence, Source } from './evidence.ts';
import type { Profile } from './people.ts';
import type { Signature } from './signed.ts';
import type { Aside, Correction, Thread } from './talk.ts';

/** An article in the list of all. */
export interface ArticleRow {
  readonly id: string;
  /** The head of its log. */
  readonly version: number;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly title: string;
  /** Those that are not withdrawn. Left out for those who do not see all of them, since work is blind. */
  readonly claims?: number;
  readonly locked: boolean;
  /** Where it stands, as it says itself, or where it was fetched from; absent where neither is known. */
  readonly address?: string;
  readonly words?: number;
  /** Present while work is blind: what reviewers below the role of a lead do not see of each other. */
  readonly blind?: 'verdicts' | 'all';
  /** For editors, while another text or none stands at its address and nobody has said what is to become of it. */
  readonly there?: {
    readonly gone: boolean;
    /** How many blocks differ. */
    readonly changes: number;
  };
}

/** An article that was just made. */
export interface Created {
  readonly id: string;
  readonly version: number;
  readonly title: string;
  readonly removed: readonly {
    readonly id: string;
    readonly text: string;
    readonly reason: string;
  }[];
}

/** The bytes that an article was read from, kept as they came. */
export interface Original {
  readonly sha256: string;
  readonly mediaType: string;
  readonly size: number;
  /** What the file was called; empty when it was none. */
  readonly name: string;
}

/** Where a text is from. */
export interface Origin {
  readonly format: string;
  readonly url: string;
  readonly language: string;
  readonly byline?: string;
  readonly outlet?: string;
  readonly published?: string;
  readonly changed?: string;
  readonly direction?: 'ltr' | 'rtl';
  /** The address that it names as its own. */
  readonly canonical?: string;
  readonly original?: Original;
}

/** A version of the article as it was published, or handed in. */
export interface Version {
  /** Of what was taken over; empty for the text that the article began with. */
  readonly id: string;
  readonly origin: Origin;
  readonly by?: Signature | null;
  /** The version of the article from which on its text is this. */
  readonly version: number;
  readonly why: string;
  /** When it was fetched from its address, ISO 8601, UTC. */
  readonly fetchedAt?: string;
  /** Present when it was taken back: it does not stand. */
  readonly undone?: {
    readonly reviewer: string;
    readonly at: string;
    /** The version of the article from which on its text is no longer this. */
    readonly version?: number;
  };
}

/** What import cleaned away. */
export interface Removal {
  readonly id: string;
  readonly text: string;
  readonly reason: string;
  /** Position of `doc`. */
  readonly at: number;
  readonly restored?: Signature;
  /** The later version that it was cleaned out of; absent for the first. */
  readonly received?: string;
}

/** An article as it stands. */
export interface Article {
  readonly id: string;
  readonly version: number;
  readonly hash: string;
  readonly title: string;
  /** The article as plain text, title first, one block a line. */
  readonly text: string;
  /** The text as ProseMirror writes it. */
  readonly doc: object;
  readonly origin: Origin;
  /**
   * Every version as it was published or handed in, oldest first: the text that it began with, and those
   * that were taken over and stand.
   */
  readonly versions: readonly Version[];
  readonly created: Signature | null;
  readonly locked: boolean;
  readonly lock: Signature | null;
  /** In the order of the text. */
  readonly claims: readonly Claim[];
  readonly sources: readonly Source[];
  readonly evidence: readonly Evidence[];
  readonly contacts: readonly Contact[];
  readonly verdicts: readonly Verdict[];
  readonly threads: readonly Thread[];
  readonly corrections: readonly Correction[];
  readonly removed: readonly Removal[];
  /** By reviewer. */
  readonly people: Readonly<Record<string, Profile>>;
  readonly settings: Settings;
  /** In the order of the text. */
  readonly asides: readonly Aside[];
  readonly coverage: {
    /**
     * Together all the words of the article, sentence by sentence: with a claim in it, set aside, or not
     * looked at.
     */
    readonly words: {
      readonly claim: number;
      readonly aside: number;
      readonly open: number;
    };
    /** The share of the words that was looked at; 100 only when nothing is left. */
    readonly percent: number;
  };
  /** What was seen at its own address and not taken over, the oldest first. */
  readonly declined?: readonly {
    readonly address: string;
    /** Names the text; empty for a page that is gone. */
    readonly text: string;
    readonly why: string;
    readonly reviewer: string;
    readonly at: string;
  }[];
  /** Where it was published, as somebody said; absent where nobody did. */
  readonly publishedAt?: {
    readonly address: string;
    readonly reviewer: string;
    readonly at: string;
  };
  /** What leads decided; each has what a verdict has. */
  readonly decisions: readonly Verdict[];
  /**
   * False when not all of the article is here: what is closed to the one who asks is left out, and while
   * work is blind outcomes and work are null, rationales empty.
   */
  readonly whole: boolean;
}
