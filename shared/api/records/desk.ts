/** A desk's ordered set of ratings; a change makes a new version. */
export interface Scale {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  readonly ratings: readonly {
    readonly id: string;
    readonly label: string;
    readonly tone: 'absurd' | 'false' | 'mostly-false' | 'mixed' | 'mostly-true' | 'true' | 'unproven';
    /** Its place, for what has one in an order. */
    readonly number?: number;
    /** Kept for the verdicts that give it, and not offered. */
    readonly retired?: true;
  }[];
}

/** What a desk decides for an article. */
export interface Settings {
  readonly scale: Scale;
  /** How verdicts come to an outcome. */
  readonly rule: 'agree' | 'majority' | 'mean' | 'lead';
  /** How many people check a claim before it is signed. */
  readonly checks: 0 | 1 | 2;
  readonly types: readonly {
    readonly id: string;
    readonly label: string;
    readonly checkable: boolean;
    readonly retired?: true;
  }[];
  readonly suggestions: boolean;
  /**
   * How far a figure may be off under words such as almost, about and more than: in percent of the
   * figure, or of percentages in points.
   */
  readonly hedges: {
    readonly below: number;
    readonly near: number;
    readonly above: number;
    readonly points?: object;
  };
  /**
   * What is hidden of each other's work from reviewers below the role of a lead: nothing; verdicts,
   * rationales and the state of the work; or everything but the text.
   */
  readonly blind: 'no' | 'verdicts' | 'all';
  /** How often the addresses of sources are looked at again while an article is worked on. */
  readonly looks: 'daily' | 'weekly' | 'no';
  /** How often the article’s own address is looked at again while an article is worked on. */
  readonly ownLooks: 'daily' | 'weekly' | 'no';
}

/** What the desk decides for the articles that are made from now on. */
export interface Desk {
  /** 0 while the desk has decided nothing. A change names the version that it was made in. */
  readonly version: number;
  readonly settings: Settings;
  /** Those that the desk chooses from, each in its newest version. */
  readonly scales: readonly Scale[];
}

/** Something that a reviewer is told of what others did. */
export interface Notice {
  readonly id: string;
  readonly article: string;
  /** The article's title. */
  readonly title: string;
  readonly at: string;
  readonly read: boolean;
  readonly kind:
    | 'mention'
    | 'reply'
    | 'answered'
    | 'assigned'
    | 'checked'
    | 'reopened'
    | 'stale'
    | 'elsewhere'
    | 'gone'
    | 'drifted'
    | 'retracted'
    | 'accepted'
    | 'declined';
  /** Who did it; absent where it was nobody's one act. */
  readonly by?: string;
  /** The id of what it is about; of a move of the work the claim and the move: `c1 first`, `c1 sign`. */
  readonly about: string;
  readonly claim?: string;
  /** A few words of it, at most 160. */
  readonly words: string;
}

/** Work on one claim. */
export interface Task {
  readonly article: string;
  readonly claim: string;
  readonly title: string;
  /** What the claim says, at most 200 characters. */
  readonly words: string;
  /** A reviewer's id; empty while it is nobody's. */
  readonly assignee: string;
  readonly state: 'open' | 'working' | 'ready' | 'first' | 'second' | 'reopened';
  /** What it waits for once it is ready: that somebody else checks it, that a lead decides what it comes to, or that a lead signs it; empty before. */
  readonly awaits: 'check' | 'decide' | 'sign' | '';
  readonly due: string;
  /** The first day until which somebody who was asked is to reply; absent where nobody is waited for. */
  readonly replyBy?: string;
  readonly priority: string;
  /** Who may not check it next. */
  readonly doneBy: readonly string[];
  /** Present while work is blind: what reviewers below the role of a lead do not see of each other. */
  readonly blind?: 'verdicts' | 'all';
}

/** An address that is told what happens. */
export interface Webhook {
  readonly id: string;
  readonly url: string;
  readonly createdAt: string;
  readonly createdBy: string;
}

/** A message to such an address. */
export interface Delivery {
  readonly id: string;
  readonly webhook: string;
  readonly type: string;
  readonly createdAt: string;
  readonly attempts: number;
  /** What came of the last attempt; empty before the first. */
  readonly outcome: string;
  readonly nextAt: string | null;
  readonly takenAt: string | null;
}

/** A webhook as it is made: the secret of its signatures is shown this once. */
export interface MadeWebhook extends Webhook {
  readonly secret: string;
}
