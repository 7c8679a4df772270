/** What is to become an article, or a later version of one, as text or by its address: exactly one of the four. */
export interface TextSent {
  /** The title; what the text itself had as its title then stays as its first line. */
  readonly title?: string;
  /** Plain text, at most 2,000,000 characters. */
  readonly text?: string;
  /** A page, or what was copied from one, at most 10,000,000 characters. */
  readonly html?: string;
  /** CommonMark with tables, at most 2,000,000 characters. */
  readonly markdown?: string;
  /** The address of a page. It is fetched from the public internet only. */
  readonly url?: string;
  /** False: nothing is cleaned away; the first line is the title, every other line a paragraph. */
  readonly clean?: boolean;
}

/** The same as a file. */
export interface FileSent {
  /** A file; one of a kind that is not read is answered with 415, which names those that are. */
  readonly file: File;
  readonly title?: string;
  readonly clean?: 'true' | 'false';
}
