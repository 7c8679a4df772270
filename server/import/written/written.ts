import { BOUNDS } from '../bounds.ts';
import type { Author } from '../remarks.ts';
import type { Line, Point } from './line.ts';

/** More lines than this are more than any article has, even where many are empty, or make one list or one table. */
export const MOST_LINES = 3 * BOUNDS.blocks;

/** A cell with how far it reaches. */
export interface WalkedCell {
  readonly line: Line;
  readonly colspan: number;
  readonly heads: boolean;
}

/** What stands in a text from top to bottom. */
export type Item = { readonly line: Line } | { readonly rows: readonly (readonly WalkedCell[])[] };

/** From where to where something stands in the text. */
export interface Range {
  readonly from: Point;
  readonly to: Point;
}

/** The mark of a note in the text. */
export interface NoteMark {
  readonly kind: 'footnote' | 'endnote';
  readonly id: string;
  readonly at: Point;
}

/** A text with what stands on its words. */
export interface Walked {
  readonly items: readonly Item[];
  /** Of every line in order, those of cells too. */
  readonly lines: readonly Line[];
  /** Of comments, by their ids. */
  readonly ranges: ReadonlyMap<string, Range>;
  readonly notes: readonly NoteMark[];
  /** What an export of ours tells at the end, beside the article; absent where there is nothing. */
  readonly told?: readonly string[];
  /** Words that are hidden, with the line that they stand in. */
  readonly hidden: readonly { readonly line: Line; readonly text: string }[];
}

/** A comment as the file holds it. */
export interface Comment extends Author {
  readonly id: string;
  readonly text: string;
  /** The comment that it answers. */
  readonly parent?: string;
  /** Absent where the file does not say. */
  readonly resolved?: boolean;
}

/** A file that was written in a word processor, as its reader has it. */
export interface Written extends Walked {
  readonly comments: readonly Comment[];
  /** The words of a note; nothing where the file has none for its mark. */
  readonly textOfNote: (note: NoteMark) => string | undefined;
  /** BCP 47; absent where the file does not say it. */
  readonly language?: string | undefined;
}

/** A thread of comments: the one that opened it, and all that answer it or its answers, in the order of the file. */
export type CommentThread = readonly [Comment, ...Comment[]];

/** The comments of a file as threads; a comment that answers nothing that is there opens one. */
export const threadsIn = (comments: readonly Comment[]): readonly CommentThread[] => {
  const known = new Map(comments.map((each) => [each.id, each]));
  const rootOf = (comment: Comment): Comment => {
    let root = comment;
    const seen = new Set([root.id]);
    while (root.parent !== undefined) {
      const parent = known.get(root.parent);
      if (!parent || seen.has(parent.id)) break;
      seen.add(parent.id);
      root = parent;
    }
    return root;
  };
  const threads = new Map<string, [Comment, ...Comment[]]>();
  for (const comment of comments) if (rootOf(comment) === comment) threads.set(comment.id, [comment]);
  for (const comment of comments) {
    const root = rootOf(comment);
    const thread = threads.get(root.id);
    if (root === comment) continue;
    if (thread) thread.push(comment);
    else threads.set(comment.id, [comment]);
  }
  return [...threads.values()];
};
