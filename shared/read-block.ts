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
