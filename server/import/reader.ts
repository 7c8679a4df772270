import { Invalid } from '../../shared/parsing.ts';
import { readPlainText } from './plain-text.ts';
import type { Block, Reading } from './reading.ts';

/** Door 4: all there is to know about one way that an article comes in. A new one is its file and one row in `READERS`. */
export interface Reader {
  /** What a person calls it. */
  readonly label: string;
  /** The media types of its files. */
  readonly mediaTypes: readonly string[];
  /** How its files' names end, without the dot. */
  readonly extensions: readonly string[];
  /** The article in a file; throws `Invalid` when the file is not of this format. */
  readonly read: (file: Uint8Array) => Promise<Reading> | Reading;
  /** The same with nothing cleaned away. */
  readonly readAsItIs: (file: Uint8Array) => Promise<Reading> | Reading;
}

/** A file of text as text: Unicode as its first bytes or its well-formedness say, else the old encoding of Windows. */
export const decodeText = (file: Uint8Array): string => {
  const [first, second] = file;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(file);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(file);
  if (file.includes(0)) throw new Invalid('', 'This is not a file of plain text.');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(file);
  } catch {
    return new TextDecoder('windows-1252').decode(file);
  }
};

/** A text with its first line as the title and every other line as a paragraph; only blank lines and outer white space go. */
const readLines = (text: string): Reading => {
  const lines = text.split(/\r\n?|[\n\v\f\u2028\u2029]/).map((line) => line.trim());
  const [title = '', ...rest] = lines.filter((line) => line !== '');
  return { title, blocks: rest.map((line): Block => ({ kind: 'paragraph', text: line })), removed: [] };
};

/** The register of readers, by the name that a request to create an article gives the text under. */
export const READERS = {
  text: {
    label: 'plain text',
    mediaTypes: ['text/plain'],
    extensions: ['txt', 'text'],
    read: (file) => readPlainText(decodeText(file)),
    readAsItIs: (file) => readLines(decodeText(file)),
  },
} as const satisfies Readonly<Record<string, Reader>>;

/** A key of `READERS`. */
export type ReaderName = keyof typeof READERS;

/** The reader of a file, by the ending of its name and then by its media type; nothing when no reader reads it. */
export const readerOfFile = (name: string, mediaType: string): ReaderName | undefined => {
  const ending = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase();
  const type = mediaType.split(';')[0]?.trim().toLowerCase() ?? '';
  const names = Object.keys(READERS) as ReaderName[];
  const has = (list: readonly string[], value: string | undefined): boolean =>
    value !== undefined && list.includes(value);
  if (ending !== undefined) return names.find((each) => has(READERS[each].extensions, ending));
  return names.find((each) => has(READERS[each].mediaTypes, type));
};
