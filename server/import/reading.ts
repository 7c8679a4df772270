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
} as const;

/** A key of the table of reasons. */
export type RemovalReason = keyof typeof REMOVAL_REASONS;

/** One block of an article as read: a caption belongs to a figure, a credit names an agency or a source. */
export type Block =
  | { readonly kind: 'paragraph' | 'heading' | 'caption' | 'credit' | 'quote'; readonly text: string }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly string[] };

/** Something that reading took away; `before` is the index of the block it preceded: -1 before the title, blocks.length at the end. */
export interface Removal {
  readonly text: string;
  readonly reason: RemovalReason;
  readonly before: number;
}

/** What a reader makes of one file or paste: nothing but white space is lost between its input and these fields (T10). */
export interface Reading {
  readonly title: string;
  readonly blocks: readonly Block[];
  readonly removed: readonly Removal[];
  /** BCP 47, when the source says it. */
  readonly language?: string;
}
