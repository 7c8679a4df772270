import type { Pin } from './pin.ts';
import type { Quote } from './quote.ts';
import { isWebAddress } from './source.ts';
import { collapsed } from './text.ts';
import { mediaFragment } from './time-code.ts';

/** A quote of more words than these is told by its first and last ones: an address has an end. */
const WHOLE = 20;

const ENDS = 6;

/** A dash, a comma and an ampersand mean something in a text fragment. */
const encoded = (words: string): string => encodeURIComponent(words).replaceAll('-', '%2D');

/** So many words of the surroundings are said. */
const AROUND = 3;

/** The last whole words of the line before a quote. Where the line begins further off than is known, its first word is not whole. */
const wordsBefore = (prefix: string): string => {
  const lines = prefix.split('\n');
  const words = (lines.at(-1) ?? '').split(/\s+/).slice(lines.length > 1 ? 0 : 1);
  return words
    .filter((word) => word !== '')
    .slice(-AROUND)
    .join(' ');
};

/** The first whole words of the line after a quote. */
const wordsAfter = (suffix: string): string => {
  const lines = suffix.split('\n');
  const words = (lines[0] ?? '').split(/\s+/).slice(0, lines.length > 1 ? undefined : -1);
  return words
    .filter((word) => word !== '')
    .slice(0, AROUND)
    .join(' ');
};

/**
 * The address of a page at words of it (URL Fragment Text Directives, WICG): browsers scroll there and mark them. The address as it is
 * when it is none of a page on the web.
 */
export const addressAtWords = (address: string, { exact, prefix, suffix }: Quote): string => {
  const words = collapsed(exact).split(' ');
  if (!isWebAddress(address) || words[0] === '') return address;
  const isLong = words.length > WHOLE || /\n/.test(exact.trim());
  const ends = Math.min(ENDS, Math.floor(words.length / 2));
  const said =
    isLong && ends > 0
      ? [words.slice(0, ends).join(' '), words.slice(-ends).join(' ')].map(encoded).join(',')
      : encoded(words.join(' '));
  const [last, next] = [wordsBefore(prefix), wordsAfter(suffix)];
  const before = last && `${encoded(last)}-,`;
  const after = next && `,-${encoded(next)}`;
  const [page = '', fragment = ''] = address.split('#');
  return `${page}#${fragment.split(':~:')[0]}:~:text=${before}${said}${after}`;
};

/**
 * The address of a source at the place of evidence: at the page of a PDF (RFC 3778), at the time of a recording (Media Fragments URI), else at
 * its words. The address as it is when nothing says where.
 */
export const addressAtPlace = (address: string, pin: Pin | '', time: string): string => {
  const [bare = ''] = address.split('#');
  if (isWebAddress(address) && time !== '') return `${bare}#${mediaFragment(time)}`;
  if (pin === '') return address;
  return isWebAddress(address) && pin.page !== undefined
    ? `${bare}#page=${pin.page}`
    : addressAtWords(address, pin.quote);
};
