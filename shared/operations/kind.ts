import type { Article } from '../article.ts';
import type { Change } from '../change.ts';
import type { Parse } from '../parsing.ts';
import type { Reviewer } from '../roles.ts';

/** Why a part of an operation takes no effect; each with the sentence that its author reads. */
export const REFUSALS = {
  'not-allowed': 'Your role does not allow this.',
  locked: 'The text is locked.',
  conflict: 'This could not be merged: the text it was made in is gone.',
  unknown: 'This is no longer here.',
  exists: 'There is one with this id already.',
  withdrawn: 'The claim has been withdrawn.',
  'not-found': 'These words are not in the article, or more than once.',
  'not-orphaned': 'The claim still stands on its words.',
  orphaned: 'The words of the claim are gone: put it on others first.',
  elsewhere: 'These words are not where the claim is: mark them as a claim of their own.',
  'no-change': 'It is so already.',
  'other-scale': 'The desk rates this article on another scale now.',
  'no-rating': 'The scale has no such rating.',
  retired: 'This rating is not offered any more.',
  'no-type': 'The desk has no such type of claim.',
  'no-target': 'The claim that it is to belong to is not here, or is withdrawn.',
  circle: 'A claim cannot belong to itself, nor to one that belongs to it.',
  'source-circle': 'A source cannot come from itself, nor from one that comes from it.',
  'too-deep': 'Parts of parts go only so deep: make it a part of a claim further up.',
  occurrence: 'The same claim stands elsewhere too, and has its record there: open that one.',
  'too-large': 'The text would become too large.',
  answered: 'This has been answered already.',
  'words-changed': 'The words are no longer those that it was suggested for.',
  newer: 'There is a newer one that it would stand against.',
  'moved-on': 'The work on this claim has moved on meanwhile.',
  unjudged: 'It needs a verdict that holds for the words and the evidence as they are now.',
  unsettled: 'Its outcome is not decided yet.',
  'changed-since': 'The words, the evidence or the outcome changed meanwhile. Look at it again.',
  'not-asked': 'The desk asks for no such check.',
  unchecked: 'It has to be checked before it is signed.',
  'own-work': 'Somebody else has to check this: it rests on your own work.',
  'no-reason': 'Say why.',
  blind: 'Work on this article is blind: this waits until the lead reveals it.',
  'all-or-nothing': 'Another part of the same operation took no effect.',
} as const;

/** A key of `REFUSALS`. */
export type RefusalReason = keyof typeof REFUSALS;

/** A part that takes no effect: ordinary life, so a value and never an exception. */
export interface Refusal {
  readonly refused: RefusalReason;
}

/** A refusal for a reason. */
export const refuse = (refused: RefusalReason): Refusal => ({ refused });

/** Whether something was refused. */
export const isRefusal = (value: object): value is Refusal => Object.hasOwn(value, 'refused');

/** Who acts, and when (ISO 8601, UTC); handed in, never looked up. */
export interface Act {
  readonly reviewer: string;
  readonly at: string;
}

/** A part of an operation: one thing that is done, as data. */
export interface Part {
  readonly kind: string;
}

/** A signed piece of work: whose, and a name for it that is another when it is done anew. */
export interface Trace {
  readonly what: string;
  readonly reviewer: string;
}

/**
 * Door 1: all there is to know about one kind of thing that can happen to an article. A new kind is one object in its family's
 * file and one row in `index.ts`.
 */
export interface Kind<P extends Part> {
  /** Reads the part's own fields from outside; throws `Invalid`. */
  readonly parse: Parse<Omit<P, 'kind'>>;
  /**
   * Why this reviewer may not do it to the article as it stands at the head of the log (T7), though their role allows it: what
   * `shared/permission.ts` names as its limits. Asked by `whyNot` alone.
   */
  readonly may?: (article: Article, part: P, reviewer: Reviewer) => Refusal | undefined;
  /** The article after it, or why it has no effect. Pure: the same article, part and act give the same. */
  readonly apply: (article: Article, part: P, act: Act) => Article | Refusal;
  /**
   * What must be so of the whole operation, given the article before and after it; where it is not, nothing of the operation takes
   * effect. For a part that vouches for what others beside it do.
   */
  readonly holds?: (before: Article, after: Article, part: P) => Refusal | undefined;
  /** For a part that holds positions of the article's text: the same part after changes of it that it did not know of. */
  readonly map?: (part: P, changes: readonly Change[], act: Act) => P;
  /** The server does it for a request of its own, and takes it from no session: only it knows whether what is said in it is so. */
  readonly isServers?: true;
  /** For what its author may take back: the parts that do so, of any kind, given the article before it. */
  readonly invert?: (before: Article, part: P, act: Act) => readonly Part[];
  /** The work that the part would set aside were it done now: where some of it is another's, undo does not do it unasked. */
  readonly traces?: (article: Article, part: P) => readonly Trace[];
}
