/** What begins something of CommonMark wherever it stands, of its tables and formulas, and of the addresses that GitHub finds in a text. */
const ANYWHERE = /[\\`*_{[\]<>#&~|$@]|:(?=\/\/)|(?<=\bwww)\./gi;

/** What does so at the beginning of a line alone: lists and the underlines of headings. */
const AT_START = /^(\d{1,9})(?=[.)])|^(?=[-+=:])/;

/** Words as they stand, within a line: nothing in them becomes a link, HTML or structure (CommonMark §2.4). */
export const escaped = (text: string): string =>
  // No text of CommonMark can hold U+0000 (§2.3): its picture stands for it.
  text.replaceAll('\0', '\u2400').replaceAll(ANYWHERE, (sign) => `\\${sign}`);

/** The same at the beginning of a line; there is no white space there (§4.8). */
export const escapedAtStart = (text: string): string =>
  escaped(text.replace(/^[ \t]+/, '')).replace(AT_START, (digits: string) => `${digits}\\`);

/** The lines of a text that are not empty, each as one of Markdown. */
export const escapedLines = (text: string): readonly string[] =>
  text
    .split(/\r\n?|\n/)
    .map((line) => escapedAtStart(line).replace(/(?<!\\)[ \t]+$/, ''))
    .filter((line) => line !== '');

/** A text of any number of lines within one. */
export const escapedInOne = (text: string): string => escaped(text.replaceAll(/[\r\n\t ]+/g, ' ').trim());

/** A link on words of Markdown, to an address in the characters of RFC 3986; the words alone where there is none (§6.3). */
export const linked = (words: string, address: string): string =>
  address === '' ? words : `[${words}](<${address.replaceAll('&', '&amp;')}>)`;
