import { choice, own, type Parse, record, text } from './parsing.ts';

/** As what something stood in the file that an article was read from. */
export const IMPORTED_AS = {
  comment: 'a comment',
  footnote: 'a footnote of the writer',
  endnote: 'an endnote of the writer',
  change: 'a tracked change',
} as const;

/**
 * Whose words a record holds when they came in with the article's file. That is what the file says, and nobody here vouches for it: the
 * reviewer of the record is who brought the file in (T6).
 */
export interface Imported {
  readonly as: keyof typeof IMPORTED_AS;
  /** The name as it is written in the file; empty where it says none. */
  readonly author: string;
  /** When it was written, as the file says: ISO 8601, with or without a zone; absent where it does not. */
  readonly at?: string;
}

/** The longest name, in UTF-16 units. */
export const AUTHOR_LIMIT = 300;

export const parseImported: Parse<Imported> = (value, where) => {
  const fields = record(value, where);
  const at = own(fields, 'at');
  return {
    as: choice(IMPORTED_AS)(fields.as, `${where}.as`),
    author: text(AUTHOR_LIMIT)(own(fields, 'author') ?? '', `${where}.author`),
    ...(at !== undefined && { at: text(40)(at, `${where}.at`) }),
  };
};
