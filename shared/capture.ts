import type { PageDetails } from './page-details.ts';

/** Why there is no copy of a source, each as what is told of it. */
export const CAPTURE_PROBLEMS = {
  address: 'The address is not one of a page on the web.',
  private: 'The address leads into a private network, from where nothing is fetched.',
  unreachable: 'The site could not be reached.',
  gone: 'There is no page at this address.',
  refused: 'The site refused to give the page.',
  redirects: 'The address leads on too many times.',
  'too-large': 'The page is too large to be kept.',
  'too-slow': 'The page took too long to come.',
  type: 'This kind of file is not kept.',
  cancelled: 'Copying was stopped.',
  interrupted: 'The server stopped before it was done.',
} as const;

/** A key of `CAPTURE_PROBLEMS`. */
export type CaptureProblem = keyof typeof CAPTURE_PROBLEMS;

/** Why the words of a copy that is kept cannot be read, each as what is told of it. */
export const UNREAD = {
  protected: 'It asks for a password, so its words cannot be read here.',
  broken: 'It is broken, or no PDF at all, so its words cannot be read here.',
  'too-slow': 'Its words took too long to be read.',
  'too-large': 'It is too large to be read.',
  'no-words': 'Its pages are pictures: they have no words in them that could be selected.',
} as const;

/** A key of `UNREAD`. */
export type Unread = keyof typeof UNREAD;

/** How a copy comes: from the source's address, from a file, or from words that were pasted. */
export type CaptureWay = 'address' | 'file' | 'pasted';

/** A frozen copy of a source, or one that is on its way or did not come about. */
export interface Capture {
  readonly id: string;
  readonly source: string;
  readonly way: CaptureWay;
  /** Where it was asked for; empty unless it came from an address. */
  readonly address: string;
  /** Who attached the source, or had it copied. */
  readonly reviewer: string;
  /** When it was begun; ISO 8601, UTC. */
  readonly at: string;
  readonly state: 'fetching' | 'kept' | 'failed';
  /** How many bytes are there so far, while it is on its way. */
  readonly arrived?: number;
  /** Why it failed. */
  readonly problem?: CaptureProblem;
  /** What is kept. */
  readonly kept?: Kept;
}

/** What is kept of a source. */
export interface Kept {
  /** When its last byte was there; ISO 8601, UTC. */
  readonly at: string;
  /** Where the address led in the end; empty unless it came from an address. */
  readonly address: string;
  /** Without parameters, such as `text/html`. */
  readonly mediaType: string;
  /** In bytes. */
  readonly size: number;
  /** Of the bytes, in hex. */
  readonly sha256: string;
  /** The character set that its site named; absent where it named none. */
  readonly charset?: string;
  /** Of the readable text as UTF-8, in hex; absent where no text can be read from the bytes. */
  readonly text?: string;
  /** Why there are no words to read; absent where there are. */
  readonly unread?: Unread;
  /** What a page says of itself; absent for what is no page, and for what was kept before that was read. */
  readonly details?: PageDetails;
  /** The address that a page gives as its own, on the same site; absent where it gives none. */
  readonly canonical?: string;
}

/** The most bytes of one copy. */
export const CAPTURE_LIMIT = 20_000_000;

/** What is kept; images and films are not evidence in words. */
export const CAPTURE_TYPES: readonly string[] = [
  ...['text/html', 'application/xhtml+xml', 'text/plain', 'text/csv', 'text/markdown', 'application/json'],
  ...['application/pdf', 'application/xml', 'text/xml'],
];
