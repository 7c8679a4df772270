/** The largest text that is edited here before it is read, and the largest file that the server reads, in bytes. */
export const LARGEST = { text: 2_000_000, file: 20_000_000 } as const;

/** How the names of files end that the server reads; other files are looked into for text. */
const READ_THERE = [
  'docx',
  'docm',
  'dotx',
  'odt',
  'ott',
  'pdf',
  'md',
  'markdown',
  'mdown',
  'html',
  'htm',
  'xhtml',
  'shtml',
] as const;

/** The endings of the files that can be chosen. */
export const CHOSEN_FILES = ['.txt', '.text', 'text/plain', ...READ_THERE.map((ending) => `.${ending}`)].join(',');

/** Whether the server reads a file of this name as it is. */
export const isReadThere = (name: string): boolean =>
  READ_THERE.some((ending) => name.toLowerCase().endsWith(`.${ending}`));

/** Whether a file of this name is one of text, in whatever encoding. */
export const isText = (name: string): boolean => /\.te?xt$/i.test(name);

/** The text of a file's bytes when they are Unicode; which old encoding others are in is left to the server. */
export const decodeText = (bytes: Uint8Array): string | undefined => {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  if (bytes.includes(0)) return undefined;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
};

/** The size of a file as people read it. */
export const fileSize = (bytes: number): string =>
  bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1_000))} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
