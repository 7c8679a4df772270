/** One line of a text with its outward traits; lengths are in `width`, where an ideograph counts twice. */
export interface Line {
  readonly text: string;
  /** A blank line stood before it. */
  readonly gap: boolean;
  readonly width: number;
  readonly words: number;
  /** It ends as a sentence does. */
  readonly ends: boolean;
  /** Long enough and punctuated enough to be a paragraph of its own. */
  readonly prose: boolean;
  /** The text in lower case without the signs around it, for looking up phrases. */
  readonly folded: string;
}

const BREAK = /\r\n?|[\n\v\f\u2028\u2029]/;
// White space that is not one plain space between words.
const NOT_SINGLE = /[^\S ]\s*| \s+/gu;
const SENTENCE_END = /[.!?…。！？।؟۔](?:[\s"'”’“»«›)\]』」*]|\[\d+\])*$/u;
const INNER_STOP = /[\p{L}\p{N}"”’»)][.!?…]\s|[。！？]/u;
const WIDE = /[\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uff60]/g;
const SIGNS_AROUND = /^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu;
const LONGEST_LABEL = 400;

const wideIn = (text: string): number => text.slice(0, LONGEST_LABEL).match(WIDE)?.length ?? 0;

/** A line of text, its white space single, with what can be seen of it without reading. */
export const lineOf = (text: string, gap: boolean): Line => {
  const wide = wideIn(text);
  const width = text.length + wide;
  const short = text.length <= LONGEST_LABEL;
  const ends = SENTENCE_END.test(text.slice(-12));
  const words = short ? text.split(' ').length + Math.floor(wide / 2) : Math.ceil(text.length / 6);
  return {
    text,
    gap,
    width,
    words,
    ends,
    prose: width >= 80 && (ends || (width >= 140 && INNER_STOP.test(text.slice(0, 2000)))),
    folded: short ? text.normalize('NFC').toLowerCase().replaceAll('’', "'").replace(SIGNS_AROUND, '') : '',
  };
};

/** The lines of a text that hold more than white space, in order. */
export const linesOf = (text: string): Line[] => {
  const lines: Line[] = [];
  let gap = false;
  for (const raw of text.split(BREAK)) {
    const line = raw.replace(NOT_SINGLE, ' ').trim();
    if (line === '') gap = lines.length > 0;
    else {
      lines.push(lineOf(line, gap));
      gap = false;
    }
  }
  return lines;
};
