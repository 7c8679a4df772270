import { Invalid } from '../../shared/parsing.ts';
import { readPlainText } from './plain-text.ts';
import type { Read } from './reader.ts';
import type { Block, Reading } from './reading.ts';

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

export const read: Read = ({ file, clean }) => {
  const text = decodeText(file);
  return clean ? readPlainText(text) : readLines(text);
};
