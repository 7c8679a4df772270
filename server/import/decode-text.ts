import { analyse } from 'chardet';
import { Invalid } from '../../shared/parsing.ts';

/** So many bytes from the first that is not ASCII on are enough to tell an encoding by. */
const SAMPLE = 60_000;

/** So many times more of the bytes at every second place must be zero than of the others for a text to be UTF-16. */
const MUCH_MORE = 20;

const marked = ([first, second, third]: Uint8Array): string | undefined => {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return first === 0xef && second === 0xbb && third === 0xbf ? 'utf-8' : undefined;
};

/** UTF-16 without a mark: spaces, line ends and Latin letters have a zero in every second byte. */
const unmarked16 = (file: Uint8Array): string | undefined => {
  const zeros: [even: number, odd: number] = [0, 0];
  const sample = file.subarray(0, SAMPLE);
  sample.forEach((byte, at) => {
    if (byte === 0) zeros[at % 2 === 0 ? 0 : 1] += 1;
  });
  const [even, odd] = zeros;
  if (odd > even * MUCH_MORE) return 'utf-16le';
  return even > odd * MUCH_MORE ? 'utf-16be' : undefined;
};

const decoded = (file: Uint8Array, encoding: string): string | undefined => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(file);
  } catch {
    return undefined; // it is not this, or no encoding that is known
  }
};

/** Japanese in seven bits says where it begins. */
const isJapaneseInSeven = (file: Uint8Array): boolean =>
  file.some((byte, at) => byte === 0x1b && file[at + 1] === 0x24 && (file[at + 2] === 0x42 || file[at + 2] === 0x40));

const guessed = (file: Uint8Array): string | undefined => {
  const from = Math.max(0, file.findIndex((byte) => byte > 127) - 1_000);
  for (const { name } of analyse(file.subarray(from, from + SAMPLE))) {
    const text = decoded(file, name);
    if (text !== undefined) return text;
  }
  return undefined;
};

/** Signs that no text has, but files of other kinds do. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for.
const NO_TEXT = /[\0-\x08\x0e-\x1a\x1c-\x1f]/g;

const isText = (text: string): boolean => (text.slice(0, SAMPLE).match(NO_TEXT)?.length ?? 0) <= text.length / 1_000;

/**
 * A file of text as text. Its encoding is what its first bytes say; else UTF-8 where it is well formed; else what whoever sent it
 * says, where that holds; else it is guessed from how often which bytes follow which. Throws `Invalid` when it is no text.
 */
export const decodeText = (file: Uint8Array, charset = ''): string => {
  const mark = marked(file);
  if (mark) return new TextDecoder(mark).decode(file);
  if (isJapaneseInSeven(file)) return new TextDecoder('iso-2022-jp').decode(file);
  const wide = file.includes(0) ? unmarked16(file) : undefined;
  const text = wide ? decoded(file, wide) : (decoded(file, 'utf-8') ?? decoded(file, charset) ?? guessed(file));
  if (text === undefined ? file.includes(0) : !isText(text)) throw new Invalid('', 'This is not a file of plain text.');
  if (text !== undefined) return text;
  return new TextDecoder('windows-1252').decode(file);
};
