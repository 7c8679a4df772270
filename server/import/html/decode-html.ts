const decoderOf = (label: string): TextDecoder | undefined => {
  try {
    return new TextDecoder(label);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
};

/** How far into its bytes a page may name its character set; browsers look as far and a little farther. */
const PRESCAN = 4_096;

/** The character set that a page itself names near its beginning (HTML, "prescan a byte stream to determine its encoding"). */
const namedIn = (bytes: Uint8Array): string => {
  const beginning = Buffer.from(bytes.subarray(0, PRESCAN)).toString('latin1');
  const named =
    /<meta[^>]+charset\s*=\s*["']?\s*([\w:-]+)/i.exec(beginning)?.[1] ??
    /^<\?xml[^>]+encoding\s*=\s*["']([\w:-]+)/i.exec(beginning)?.[1] ??
    '';
  // Whoever could name UTF-16 in ASCII letters does not write it.
  return /^utf-?16/i.test(named) ? 'utf-8' : named;
};

const byMark = ([first, second, third]: Uint8Array): string => {
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : '';
};

/** Bytes as UTF-8 where they are that, and more than ASCII. Nothing that is in another character set is that by chance. */
const asUtf8 = (bytes: Uint8Array): string | undefined => {
  if (bytes.every((byte) => byte < 0x80)) return undefined;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
};

/** A page as text: in the character set of its mark, in UTF-8 where it is that, else in what whoever sent it or the page itself names, else in that of Windows. */
export const decodeHtml = (bytes: Uint8Array, charset: string): string => {
  const marked = decoderOf(byMark(bytes) || 'none');
  if (marked) return marked.decode(bytes);
  const utf8 = asUtf8(bytes);
  if (utf8 !== undefined) return utf8;
  for (const label of [charset, namedIn(bytes)]) {
    const decoder = label === '' ? undefined : decoderOf(label);
    if (decoder) return decoder.decode(bytes);
  }
  return new TextDecoder('windows-1252').decode(bytes);
};
