import type { Author, Suggestion } from '../remarks.ts';
import { type Line, textOf } from './line.ts';

/** A tracked change of a line: other words from where up to where in it, as it was before. */
export interface Change {
  readonly from: number;
  readonly to: number;
  readonly instead: string;
  readonly by: Author;
}

const sameAuthor = (one: Author, other: Author): boolean => one.author === other.author;

/** The changes of a line, each the words that one author suggests at one place. */
export const changesIn = (line: Line): readonly Change[] => {
  const changes: Change[] = [];
  let at = 0;
  for (const { text, change } of line.runs) {
    const length = change?.kind === 'in' ? 0 : text.length;
    const last = changes.at(-1);
    if (change) {
      const instead = change.kind === 'in' ? text : '';
      if (last?.to === at && sameAuthor(last.by, change.by))
        changes[changes.length - 1] = { ...last, to: at + length, instead: last.instead + instead };
      else changes.push({ from: at, to: at + length, instead, by: change.by });
    }
    at += length;
  }
  return changes;
};

const isSpace = (sign: string | undefined): boolean => sign !== undefined && /\s/.test(sign);

const isWord = (sign: string | undefined): boolean => sign !== undefined && /[\p{L}\p{N}]/u.test(sign);

const isInk = (sign: string | undefined): boolean => sign !== undefined && !/\s/.test(sign);

const wordStart = (text: string, from: number): number => {
  let at = from;
  while (at > 0 && isSpace(text[at - 1])) at -= 1;
  while (at > 0 && isInk(text[at - 1])) at -= 1;
  return at;
};

const wordEnd = (text: string, from: number): number => {
  let at = from;
  while (at < text.length && isSpace(text[at])) at += 1;
  while (at < text.length && isInk(text[at])) at += 1;
  return at;
};

/**
 * A change as a correction can be: of words, of which it takes in so many beside it that the new ones neither begin nor end with white
 * space. Nothing where there are no such words, or where it breaks or joins lines.
 */
export const asCorrection = (text: string, { from, to, instead, by }: Change): Omit<Suggestion, 'text'> | undefined => {
  let [start, end] = [from, to];
  const now = (): string => text.slice(start, from) + instead + text.slice(to, end);
  const goLeft = (): number => (start > 0 ? wordStart(text, start) : start);
  const goRight = (): number => (end < text.length ? wordEnd(text, end) : end);
  if (isWord(text[from - 1]) && (isWord(instead[0]) || isWord(text[from]))) start = goLeft();
  if (isWord(text[to]) && (isWord(instead.at(-1)) || isWord(text[to - 1]))) end = goRight();
  const isBlank = (): boolean => text.slice(start, end).trim() === '';
  if (isBlank() && isSpace(instead.at(-1))) end = goRight();
  if (isBlank()) start = goLeft();
  if (isBlank()) end = goRight();
  if (isSpace(now()[0])) start = goLeft();
  if (isSpace(now().at(-1))) end = goRight();
  while (isSpace(text[start]) && isSpace(now()[0]) && start < from) start += 1;
  const [exact, suggested] = [text.slice(start, end), now().trim()];
  if (exact.trim() === '' || exact.trim() === suggested || /[\n\r\u2028\u2029]/.test(exact + suggested))
    return undefined;
  return { from: start, to: end, instead: suggested, ...by };
};

/** Whether a change is of words, and not of the white space between them or of nothing. */
export const changesWords = (text: string, { from, to, instead }: Change): boolean =>
  text.slice(from, to).trim() !== instead.trim();

/** A change as words for those who are told of it. */
export const changeInWords = (line: Line, { from, to, instead, by }: Change): string => {
  const out = textOf(line.runs).slice(from, to).trim();
  const said = [out && `- ${out}`, instead.trim() && `+ ${instead.trim()}`].filter(Boolean).join('\n');
  return `${by.author === '' ? '' : `${by.author}: `}${said}`;
};
