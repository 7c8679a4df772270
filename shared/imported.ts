import { choice, filledText, optional, own, type Parse, record, text } from './parsing.ts';

/** As what something stood in the file that it came in with. */
const IMPORTED_AS = {
  comment: 'a comment',
  footnote: 'a footnote of the writer',
  endnote: 'an endnote of the writer',
  change: 'a tracked change',
  annotation: 'an annotation',
} as const;

/**
 * Whose words a record holds when they came in with a file. That is what the file says, and nobody here vouches for it: the
 * reviewer of the record is who brought the file in (T6).
 */
export interface Imported {
  readonly as: keyof typeof IMPORTED_AS;
  /** The name as it is written in the file; empty where it says none. */
  readonly author: string;
  /** When it was written, as the file says: ISO 8601, with or without a zone; absent where it does not. */
  readonly at?: string;
  /** Of an annotation, the id that it has where it is from: by it the same one is not brought twice. */
  readonly id?: string;
}

/** The longest name, in UTF-16 units. */
export const AUTHOR_LIMIT = 300;

/** The longest id of an annotation, in UTF-16 units. */
export const ID_LIMIT = 2_000;

export const parseImported: Parse<Imported> = (value, where) => {
  const fields = record(value, where);
  const at = own(fields, 'at');
  const id = optional(filledText(ID_LIMIT))(own(fields, 'id'), `${where}.id`);
  return {
    as: choice(IMPORTED_AS)(fields.as, `${where}.as`),
    author: text(AUTHOR_LIMIT)(own(fields, 'author') ?? '', `${where}.author`),
    ...(at !== undefined && { at: text(40)(at, `${where}.at`) }),
    ...(id !== undefined && { id }),
  };
};
