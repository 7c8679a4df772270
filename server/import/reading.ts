import type { Block, Holding } from '../../shared/read-block.ts';
import type { Remark, Spot, Suggestion } from './remarks.ts';

/** Why reading took something away, in words for the person who may want it back. */
export const REMOVAL_REASONS = {
  navigation: 'Menus and links of the page',
  sharing: 'Buttons for sharing and following',
  repeated: 'Stands in the text twice',
  advertisement: 'Advertising',
  notice: 'Legal or site notice',
  cookie: 'Cookie notice',
  subscription: 'Invitation to subscribe or sign in',
  related: 'Links to other articles',
  comments: 'Readers’ comments',
  byline: 'Author, date or reading time',
  widget: 'Counters, labels and controls of the page',
  aside: 'Text that stands outside the article',
  marks: 'List and quotation marks, drawn by the layout instead',
  invisible: 'Invisible characters alone on a line',
  hidden: 'Hidden in the file',
  running: 'Running head, foot or number of a page',
  placeless: 'A comment or note that stands on no words of the text',
  told: 'What an export of Touchstone tells at the end of its file',
  inserted: 'A paragraph that somebody suggests to add, as a tracked change',
  rearranged: 'A tracked change that is no correction of words',
} as const;

/** A key of the table of reasons. */
export type RemovalReason = keyof typeof REMOVAL_REASONS;

export type { Block, Cell, Holding, Span, Words } from '../../shared/read-block.ts';

/** Something that reading took away; `before` is the index of the block it preceded: -1 before the title, blocks.length at the end. */
export interface Removal {
  readonly text: string;
  readonly reason: RemovalReason;
  readonly before: number;
}

/** What a source says of itself; what it does not say is absent. Days are ISO 8601. */
export interface About {
  readonly byline?: string;
  readonly outlet?: string;
  readonly published?: string;
  readonly changed?: string;
  readonly direction?: 'ltr' | 'rtl';
  /** Where it says that it stands. */
  readonly address?: string;
}

/** What a reader makes of one file or paste: nothing but white space is lost between its input and these fields (T10). */
export interface Reading {
  readonly title: string;
  readonly blocks: readonly Block[];
  readonly removed: readonly Removal[];
  /** BCP 47, when the source says it. */
  readonly language?: string;
  readonly about?: About;
  /** Comments and notes of the file; those that stand on no words are among what was removed. */
  readonly remarks?: readonly Remark[];
  /** Where the pages of the file begin, counted from 1; the first of each that is in the text. */
  readonly pages?: readonly { readonly page: number; readonly at: Spot }[];
  /** Tracked changes of the file; the text is the one before them. */
  readonly suggestions?: readonly Suggestion[];
}

const wordsOfHolding = (holding: string | Holding): readonly string[] =>
  typeof holding === 'string' ? [holding] : [holding.text, ...(holding.rest ?? []).flatMap(wordsOfBlock)];

/** The texts of a block from top to bottom, each of its items and cells one. */
export const wordsOfBlock = (block: Block): readonly string[] => {
  switch (block.kind) {
    case 'list':
      return block.items.flatMap(wordsOfHolding);
    case 'table':
      return block.rows.flatMap((row) => row.map(({ text }) => text));
    case 'quote':
      return wordsOfHolding(block);
    case 'rule':
      return [];
    default:
      return [block.text];
  }
};
