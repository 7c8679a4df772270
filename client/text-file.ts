/** The largest file that is read, in bytes: the server takes no longer article. */
export const LARGEST_FILE = 2_000_000;

/** The endings of the files that can be chosen. */
export const TEXT_FILES = '.txt,.text,.md,text/plain';

/** The text of a file's bytes, or nothing when they are no text: Unicode, or else the old encoding of Windows. */
export const decodeText = (bytes: Uint8Array): string | undefined => {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  if (bytes.includes(0)) return undefined;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
};
