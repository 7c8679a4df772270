import type { Reading } from './reading.ts';
import { beginsWith, isZipWith } from './zip-signs.ts';

/** What is given to a reader. */
export interface Given {
  readonly file: Uint8Array;
  /** False to have nothing cleaned away. */
  readonly clean: boolean;
  /** The character set that whoever sent it names. */
  readonly charset?: string;
  /** Where it was fetched from. */
  readonly address?: string;
}

/**
 * The article in a file; throws `Invalid` when the file is not of this format. May tell how much is done, from 0 to 1. It runs in a
 * thread of its own with a limit of time and memory, so it need not hurry, and may not reach for anything but what it is given.
 */
export type Read = (given: Given, told: (done: number) => void) => Promise<Reading> | Reading;

/** Door 4: all there is to know about one way that an article comes in. A new one is its file and one row in `READERS`. */
export interface Reader {
  /** What a person calls it. */
  readonly label: string;
  /** The media types of its files. */
  readonly mediaTypes: readonly string[];
  /** How its files' names end, without the dot. */
  readonly extensions: readonly string[];
  /** Whether the first bytes say so beyond doubt, whatever the file is called; absent where no format can be so sure. */
  readonly isSurely?: (file: Uint8Array) => boolean;
  /** Whether a file that nothing else is known of looks like one. */
  readonly looksLike?: (file: Uint8Array) => boolean;
  /** The most bytes of a file that it reads; absent where it reads all that are sent. */
  readonly most?: number;
  /** It runs in a process of its own, and not in a thread: a file can be made to end the process that it is read in, or to take much more than its size. */
  readonly isApart?: boolean;
  /** So many milliseconds it may read; absent where `READING_LIMITS.time` will do. */
  readonly patience?: number;
  /** Its code, fetched where it runs. */
  readonly load: () => Promise<{ readonly read: Read }>;
}

/** Whether the first of a file's bytes are those of a page. */
const isHtml = (file: Uint8Array): boolean => {
  const beginning = new TextDecoder('latin1').decode(file.subarray(0, 1_024));
  return /^\s*(?:<!--[\s\S]*?-->\s*)*<(?:!doctype html|html|head|body|meta|title)\b/i.test(
    beginning.replace(/^(?:\u00ef\u00bb\u00bf)?(?:<\?xml[^>]*>)?/, ''),
  );
};

const startsWith = (file: Uint8Array, signs: string): boolean =>
  [...signs].every((sign, at) => file[at] === sign.charCodeAt(0));

/** The register of readers, by the name that a request to create an article gives the text under. */
export const READERS = {
  text: {
    label: 'plain text',
    mediaTypes: ['text/plain'],
    extensions: ['txt', 'text'],
    most: 8_000_000,
    load: () => import('./text-reader.ts'),
  },
  html: {
    label: 'web pages',
    mediaTypes: ['text/html', 'application/xhtml+xml'],
    extensions: ['html', 'htm', 'xhtml', 'shtml'],
    looksLike: isHtml,
    most: 10_000_000,
    load: () => import('./html/html-reader.ts'),
  },
  markdown: {
    label: 'Markdown',
    mediaTypes: ['text/markdown', 'text/x-markdown'],
    extensions: ['md', 'markdown', 'mdown'],
    most: 8_000_000,
    load: () => import('./markdown-reader.ts'),
  },
  docx: {
    label: 'Word (.docx)',
    mediaTypes: [
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      'application/vnd.ms-word.document.macroenabled.12',
    ],
    extensions: ['docx', 'docm', 'dotx'],
    isSurely: (file) => isZipWith(file, 'word/document.xml'),
    isApart: true,
    load: () => import('./docx/docx-reader.ts'),
  },
  odt: {
    label: 'OpenDocument (.odt)',
    mediaTypes: ['application/vnd.oasis.opendocument.text'],
    extensions: ['odt', 'ott'],
    isSurely: (file) => isZipWith(file, 'content.xml') && beginsWith(file, 'application/vnd.oasis.opendocument.text'),
    isApart: true,
    load: () => import('./odt/odt-reader.ts'),
  },
  pdf: {
    label: 'PDF',
    mediaTypes: ['application/pdf'],
    extensions: ['pdf'],
    isSurely: (file) => startsWith(file, '%PDF-'),
    isApart: true,
    load: () => import('./pdf/pdf-reader.ts'),
  },
} as const satisfies Readonly<Record<string, Reader>>;

/** The formats that are read, as a person calls them. */
export const readFormats = (): string =>
  Object.values(READERS)
    .map((reader) => reader.label)
    .join(', ');

/** A key of `READERS`. */
export type ReaderName = keyof typeof READERS;

/** Whether a reader has this name. */
export const isReader = (name: string): name is ReaderName => Object.hasOwn(READERS, name);

/** All there is to know about a reader, by its name. */
export const readerNamed = (name: ReaderName): Reader => READERS[name];

/** What is known of a file. */
export interface FileKnown {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

/**
 * The reader of a file: the one that its bytes name beyond doubt, else by the ending of its name, else by its media type, else the one
 * that it looks like; nothing when no reader reads it.
 */
export const readerOfFile = ({ name, mediaType, bytes }: FileKnown): ReaderName | undefined => {
  const ending = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase();
  const type = mediaType.split(';')[0]?.trim().toLowerCase() ?? '';
  const first = (holds: (reader: Reader) => boolean | undefined): ReaderName | undefined =>
    (Object.keys(READERS) as ReaderName[]).find((each) => holds(readerNamed(each)));
  const sure = first((reader) => reader.isSurely?.(bytes));
  if (sure) return sure;
  if (ending !== undefined) return first(({ extensions }) => extensions.includes(ending));
  return first(({ mediaTypes }) => mediaTypes.includes(type)) ?? first((reader) => reader.looksLike?.(bytes));
};
