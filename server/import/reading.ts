import type { Remark, Suggestion } from './remarks.ts';

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
  inserted: 'A paragraph that somebody suggests to add, as a tracked change',
  rearranged: 'A tracked change that is no correction of words',
} as const;

/** A key of the table of reasons. */
export type RemovalReason = keyof typeof REMOVAL_REASONS;

/** Characters `from` up to, not including, `to` of a text, in UTF-16 units, and how they are marked. */
export type Span =
  | { readonly from: number; readonly to: number; readonly mark: 'em' | 'strong' | 'code' }
  | { readonly from: number; readonly to: number; readonly mark: 'link'; readonly href: string };

/** Words with what is marked in them; a line end is a break within the block. */
export interface Words {
  readonly text: string;
  readonly spans?: readonly Span[];
}

/** Words with what else stands in the same list item or quotation, below them. */
export interface Holding extends Words {
  readonly rest?: readonly Block[];
}

/** A cell of a table. */
export interface Cell extends Words {
  readonly heads?: true;
  readonly colspan?: number;
  readonly rowspan?: number;
}

/** One block of an article as read: a caption belongs to a figure, a credit names an agency or a source. */
export type Block =
  | (Words & { readonly kind: 'paragraph' | 'credit' })
  | (Words & { readonly kind: 'heading'; readonly level?: number })
  | (Words & { readonly kind: 'caption'; readonly image?: { readonly src: string; readonly alt: string } })
  | (Holding & { readonly kind: 'quote' })
  | {
      readonly kind: 'list';
      readonly ordered: boolean;
      readonly start?: number;
      readonly items: readonly (string | Holding)[];
    }
  | { readonly kind: 'table'; readonly rows: readonly (readonly Cell[])[] }
  | { readonly kind: 'rule' };

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
