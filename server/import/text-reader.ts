import { decodeText } from './decode-text.ts';
import { readPlainText } from './plain-text.ts';
import type { Read } from './reader.ts';
import type { Block, Reading } from './reading.ts';

/** A text with its first line as the title and every other line as a paragraph; only blank lines and outer white space go. */
const readLines = (text: string): Reading => {
  const lines = text.split(/\r\n?|[\n\v\f\u2028\u2029]/).map((line) => line.trim());
  const [title = '', ...rest] = lines.filter((line) => line !== '');
  return { title, blocks: rest.map((line): Block => ({ kind: 'paragraph', text: line })), removed: [] };
};

export const read: Read = ({ file, clean, charset }) => {
  const text = decodeText(file, charset);
  return clean ? readPlainText(text) : readLines(text);
};
