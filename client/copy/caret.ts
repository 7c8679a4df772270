import { sentencesOfText } from '../../shared/sentences.ts';
import type { Stretch } from './stretch.ts';

/** What is chosen with keys: from where it was begun to where the caret is. */
export interface Caret {
  readonly anchor: number;
  readonly focus: number;
}

/** How far a key goes. A line is one of the screen, so the screen has to be asked for it. */
export type Unit = 'character' | 'word' | 'sentence' | 'paragraph' | 'text' | 'line';

/** What a key asks of the caret. */
export interface Move {
  readonly unit: Unit;
  readonly way: 1 | -1;
  /** What is chosen grows or shrinks, instead of the caret being moved. */
  readonly extends: boolean;
}

/** A key as the browser tells of it. */
export interface Key {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly metaKey: boolean;
}

const ARROWS: Readonly<Record<string, readonly [way: 1 | -1, bare: Unit, far: Unit]>> = {
  ArrowRight: [1, 'character', 'word'],
  ArrowLeft: [-1, 'character', 'word'],
  ArrowDown: [1, 'line', 'sentence'],
  ArrowUp: [-1, 'line', 'sentence'],
  End: [1, 'paragraph', 'text'],
  Home: [-1, 'paragraph', 'text'],
};

/** What a key asks of the caret in a text that runs to the right, or to the left; nothing when it is none of its keys. */
export const moveOf = ({ key, shiftKey, ctrlKey, altKey, metaKey }: Key, fromRight = false): Move | undefined => {
  const arrow = Object.hasOwn(ARROWS, key) ? ARROWS[key] : undefined;
  if (!arrow) return undefined;
  const [way, bare, far] = arrow;
  const isAcross = key === 'ArrowRight' || key === 'ArrowLeft';
  const turned = fromRight && isAcross ? (way === 1 ? -1 : 1) : way;
  return { unit: ctrlKey || altKey || metaKey ? far : bare, way: turned, extends: shiftKey };
};

/** What is chosen, in the order of the text. */
export const stretchOfCaret = ({ anchor, focus }: Caret): Stretch => ({
  start: Math.min(anchor, focus),
  end: Math.max(anchor, focus),
});

/** So much of a text on each side is looked at for where a word ends. */
const WINDOW = 400;

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
const words = new Intl.Segmenter(undefined, { granularity: 'word' });

const byCharacter = (text: string, at: number, way: 1 | -1): number => {
  if (way === 1) {
    const [next] = graphemes.segment(text.slice(at, at + WINDOW));
    return at + (next?.segment.length ?? 0);
  }
  const from = Math.max(0, at - 64);
  const last = [...graphemes.segment(text.slice(from, at))].at(-1);
  return last ? from + last.index : at;
};

const byWord = (text: string, at: number, way: 1 | -1): number => {
  const from = Math.max(0, at - WINDOW);
  const to = Math.min(text.length, at + WINDOW);
  const all = [...words.segment(text.slice(from, to))].filter(({ isWordLike }) => isWordLike);
  const edges = all.map(({ index, segment }) => from + index + (way === 1 ? segment.length : 0));
  const found = way === 1 ? edges.find((edge) => edge > at) : edges.findLast((edge) => edge < at);
  return found ?? (way === 1 ? to : from);
};

const paragraphAt = (text: string, at: number): Stretch => {
  const before = Math.max(text.lastIndexOf('\n', at - 1), text.lastIndexOf('\f', at - 1));
  const after = text.slice(at).search(/[\n\f]/);
  return { start: at === 0 ? 0 : before + 1, end: after < 0 ? text.length : at + after };
};

const bySentence = (text: string, at: number, way: 1 | -1): number => {
  const { start, end } = paragraphAt(text, at);
  const begins = sentencesOfText(text.slice(start, end)).map(({ from }) => start + from);
  if (way === 1) return begins.find((begin) => begin > at) ?? nextLetter(text, end, 1);
  const last = begins.findLast((begin) => begin < at);
  if (last !== undefined) return last;
  const before = nextLetter(text, start, -1);
  return before === start ? 0 : bySentence(text, before, -1);
};

/** The next place that is no white space, or the end. */
const nextLetter = (text: string, at: number, way: 1 | -1): number => {
  let place = at;
  if (way === 1) while (place < text.length && /\s/.test(text[place] ?? '')) place += 1;
  else while (place > 0 && /\s/.test(text[place - 1] ?? '')) place -= 1;
  return place;
};

const byParagraph = (text: string, at: number, way: 1 | -1): number => {
  const { start, end } = paragraphAt(text, at);
  return way === 1 ? end : start;
};

const MOVES: Readonly<Record<Exclude<Unit, 'line'>, (text: string, at: number, way: 1 | -1) => number>> = {
  character: byCharacter,
  word: byWord,
  sentence: bySentence,
  paragraph: byParagraph,
  text: (text, _, way) => (way === 1 ? text.length : 0),
};

/** The caret after a key; `line` says where the line below or above has its place, as the screen shows it. */
export const movedCaret = (
  text: string,
  { anchor, focus }: Caret,
  { unit, way, extends: grows }: Move,
  line: (at: number, way: 1 | -1) => number,
): Caret => {
  const hasChosen = anchor !== focus;
  if (!grows && hasChosen && unit === 'character') {
    const edge = way === 1 ? Math.max(anchor, focus) : Math.min(anchor, focus);
    return { anchor: edge, focus: edge };
  }
  const to = unit === 'line' ? line(focus, way) : MOVES[unit](text, focus, way);
  return { anchor: grows ? anchor : to, focus: to };
};

/** The sentence in which a place stands; the paragraph where there is none. */
export const sentenceAt = (text: string, at: number): Stretch => {
  const { start, end } = paragraphAt(text, at);
  const found = sentencesOfText(text.slice(start, end)).find(({ to }) => start + to >= at);
  return found ? { start: start + found.from, end: start + found.to } : { start, end };
};
