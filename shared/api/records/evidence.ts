import type { Signature, Visibility } from './signed.ts';

/** With the fields of its record beside these. */
export interface Source {
  readonly id: string;
  readonly reviewer: string;
  readonly addedAt: string;
  readonly revised?: Signature;
  /** Present while it is retracted: by whom, when and why. */
  readonly retracted?: {
    readonly reviewer: string;
    readonly at: string;
    readonly reason: string;
  };
  /**
   * Of an own calculation: how often that was revised, and what it was before, the oldest first; the
   * last 20.
   */
  readonly worked?: {
    readonly revision: number;
    readonly before: readonly object[];
  };
  readonly visibility: Visibility;
  /** What its visibility was before, oldest first; absent while it never changed. */
  readonly visibilities?: readonly Visibility[];
}

/** With the fields of its record beside these. */
export interface Evidence {
  readonly id: string;
  readonly claim: string;
  readonly source: string;
  readonly reviewer: string;
  readonly attachedAt: string;
  readonly revision: number;
  readonly revised?: Signature;
  readonly withdrawn?: Signature;
  /** Somebody's word that what stands at the source's address by now makes no difference. */
  readonly upheld?: {
    readonly reviewer: string;
    readonly at: string;
    readonly state: 'changed' | 'lost' | 'gone' | 'page';
    readonly words: string;
    readonly capture: string;
    readonly sha256: string;
  };
  readonly visibility: Visibility;
  /** What its visibility was before, oldest first; absent while it never changed. */
  readonly visibilities?: readonly Visibility[];
}

/** Somebody who is asked about claims, with the log of it, and the fields of the record beside these. */
export interface Contact {
  readonly id: string;
  readonly reviewer: string;
  readonly addedAt: string;
  readonly attempts: readonly {
    readonly id: string;
    readonly reviewer: string;
    readonly at: string;
    readonly withdrawn?: Signature;
  }[];
  readonly questions: readonly {
    readonly id: string;
    readonly reviewer: string;
    readonly at: string;
    readonly withdrawn?: Signature;
    readonly claim: string;
    readonly revised?: Signature;
    readonly answers: readonly {
      readonly id: string;
      readonly reviewer: string;
      readonly at: string;
      readonly withdrawn?: Signature;
    }[];
  }[];
  readonly revised?: Signature;
  readonly withdrawn?: Signature;
}
