import type { Node } from 'prosemirror-model';
import type { AnyPart } from '../../shared/operations/index.ts';
import { quoteAt } from '../../shared/quote.ts';
import {
  all,
  at,
  backspace,
  cut,
  drag,
  type Edit,
  heading,
  insert,
  join,
  lift,
  put,
  replaceAll,
  split,
  wrapInList,
  wrapInQuote,
} from './notation.ts';

/** What somebody does, in the article as they know it: `knows` is how many deeds they have seen, all unless said. */
export interface Deed {
  readonly by: 'A' | 'B';
  readonly knows?: number;
  readonly does:
    | { readonly edit: Edit }
    | { readonly undoes: number }
    | { readonly parts: (doc: Node) => readonly AnyPart[] };
}

/** A case: the article before, what is done, the article after, all in the notation. */
export interface AnchorCase {
  readonly name: string;
  readonly before: string;
  readonly deeds: readonly Deed[];
  readonly after: string;
}

const a = (edit: Edit, knows?: number): Deed => ({ by: 'A', does: { edit }, ...(knows !== undefined && { knows }) });
const b = (edit: Edit, knows?: number): Deed => ({ by: 'B', does: { edit }, ...(knows !== undefined && { knows }) });
/** Undoes the deed of that index; by A unless said. */
const undo = (undoes: number, by: 'A' | 'B' = 'A'): Deed => ({ by, does: { undoes } });
/** Marks the characters between two offsets as claim `n`. */
const mark = (from: number, to: number, knows?: number): Deed => ({
  by: 'A',
  ...(knows !== undefined && { knows }),
  does: {
    parts: (doc) => {
      const place = { from: at(doc, from), to: at(doc, to - 1) + 1 };
      return [{ kind: 'claim.mark', claim: 'n', place, quote: quoteAt(doc, place.from, place.to), fields: {} }];
    },
  },
});
/** Puts an orphaned claim on the characters between two offsets, as pasting with the clipboard's id does. */
const reanchor = (from: number, to: number): Deed => ({
  by: 'A',
  does: {
    parts: (doc) => {
      const place = { from: at(doc, from), to: at(doc, to - 1) + 1 };
      return [{ kind: 'claim.reanchor', claim: 'c', place, quote: quoteAt(doc, place.from, place.to) }];
    },
  },
});

const CATS = 'I say [c:cats can fly] high';
const row = (name: string, before: string, deeds: readonly Deed[], after: string): AnchorCase => ({
  name,
  before,
  deeds,
  after,
});

/** Every row of the design's table of anchor cases, by its own words (T4, T5). */
export const ANCHOR_CASES: readonly AnchorCase[] = [
  row('text typed at its start stays outside', CATS, [a(insert(6, 'my '))], 'I say my [c:cats can fly] high'),
  row('text typed at its end stays outside', CATS, [a(insert(18, ' very'))], 'I say [c:cats can fly] very high'),
  row(
    'text typed inside is covered, and it says changed',
    CATS,
    [a(insert(10, ' surely'))],
    'I say [c~:cats surely can fly] high',
  ),
  row('words deleted inside: what is left, changed', CATS, [a(cut(10, 14))], 'I say [c~:cats fly] high'),
  row('words deleted inside, then undone', CATS, [a(cut(10, 14)), undo(0)], CATS),
  row('deleted over its left edge', CATS, [a(cut(2, 11))], 'I [c~:can fly] high'),
  row('deleted over its left edge, then undone by the other', CATS, [a(cut(2, 11)), undo(0, 'B')], CATS),
  row('deleted over its right edge', CATS, [a(cut(14, 20))], 'I say [c~:cats can]igh'),
  row('deleted over its right edge, then undone by the other', CATS, [a(cut(14, 20)), undo(0, 'B')], CATS),
  row('deleted exactly', CATS, [a(cut(6, 18))], 'I say  high {c}'),
  row('deleted exactly, then undone', CATS, [a(cut(6, 18)), undo(0)], CATS),
  row('deleted exactly, then undone by the other', CATS, [a(cut(6, 18)), undo(0, 'B')], CATS),
  row('backspaced twelve times', CATS, [a(backspace(18, 12))], 'I say  high {c}'),
  row('backspaced twelve times, then undone', CATS, [a(backspace(18, 12)), undo(0)], CATS),
  row(
    'backspaced key by key, then undone key by key',
    CATS,
    [
      ...Array.from({ length: 12 }, (_, key) => a(backspace(18 - key, 1))),
      ...Array.from({ length: 12 }, (_, key) => undo(11 - key)),
    ],
    CATS,
  ),
  row(
    'backspaced key by key, then undone key by key by the other',
    CATS,
    [
      ...Array.from({ length: 12 }, (_, key) => a(backspace(18 - key, 1))),
      ...Array.from({ length: 12 }, (_, key) => undo(11 - key, 'B')),
    ],
    CATS,
  ),
  row(
    'the sentence around it deleted, edits elsewhere, undone',
    'Yes. He says [c:cats can fly] high. No.',
    [a(cut(5, 31)), b(insert(0, 'Oh, ')), b(insert(13, ' Never.')), undo(0)],
    'Oh, Yes. He says [c:cats can fly] high. No. Never.',
  ),
  row('deleted and typed again by hand', CATS, [a(cut(6, 18)), a(insert(6, 'cats can fly'))], CATS),
  row(
    'deleted and typed again key by key',
    CATS,
    [a(cut(6, 18)), ...[...'cats can fly'].map((letter, index) => a(insert(6 + index, letter)))],
    CATS,
  ),
  row(
    'backspaced and typed again key by key by the other',
    CATS,
    [a(backspace(18, 12)), ...[...'cats can fly'].map((letter, index) => b(insert(6 + index, letter)))],
    CATS,
  ),
  row('split inside: it spans the paragraphs', CATS, [a(split(10))], 'I say [c:cats\n can fly] high'),
  row('split inside a word: it spans the paragraphs, changed', CATS, [a(split(8))], 'I say [c~:ca\nts can fly] high'),
  row('split before it', CATS, [a(split(5))], 'I say\n [c:cats can fly] high'),
  row(
    'the paragraph joined to the one before',
    'One.\nI say [c:cats can fly] high',
    [a(join(5))],
    'One.I say [c:cats can fly] high',
  ),
  row('split inside and undone', CATS, [a(split(8)), undo(0)], CATS),
  row('made a heading', CATS, [a(heading(2))], CATS),
  row('made a heading and back', CATS, [a(heading(2)), undo(0, 'B')], CATS),
  row('wrapped in a quotation', CATS, [a(wrapInQuote(2))], CATS),
  row('wrapped in a quotation and lifted out', CATS, [a(wrapInQuote(2)), b(lift(2))], CATS),
  row('wrapped in a list', CATS, [a(wrapInList(2))], CATS),
  row(
    'replaced exactly by new words: covers them, changed',
    CATS,
    [a(put(6, 18, 'dogs may swim'))],
    'I say [c~:dogs may swim] high',
  ),
  row(
    'replaced exactly by new words, typed key by key',
    CATS,
    [a(put(6, 18, 'd')), ...[...'ogs swim'].map((letter, index) => a(insert(7 + index, letter)))],
    'I say [c~:dogs swim] high',
  ),
  row('replaced exactly, then undone', CATS, [a(put(6, 18, 'dogs')), undo(0)], CATS),
  row('its first words replaced', CATS, [a(put(6, 10, 'dogs'))], 'I say [c~:dogs can fly] high'),
  row('its last words replaced', CATS, [a(put(15, 18, 'swim'))], 'I say [c~:cats can swim] high'),
  row(
    'its last words replaced, deleted, and the old typed again',
    CATS,
    [a(put(15, 18, 'swim')), a(cut(15, 19)), a(insert(15, 'fly'))],
    CATS,
  ),
  row(
    'the paragraph replaced by an edited copy that has the words once',
    CATS,
    [a(replaceAll('We do say cats can fly so high'))],
    'We do say [c:cats can fly] so high',
  ),
  row(
    'the paragraph replaced by a copy that has the words twice',
    CATS,
    [a(replaceAll('cats can fly and cats can fly'))],
    'cats can fly and cats can fly {c}',
  ),
  row(
    'the whole text replaced by the identical text',
    `Before.\n${CATS}\nAfter.`,
    [a(replaceAll('Before.\nI say cats can fly high\nAfter.'))],
    `Before.\n${CATS}\nAfter.`,
  ),
  row(
    'the paragraph dragged elsewhere',
    `First.\n${CATS}\nLast.`,
    [a(drag(9, 0))],
    'I say [c>:cats can fly] high\nFirst.\nLast.',
  ),
  row(
    'the paragraph dragged elsewhere and back',
    `First.\n${CATS}\nLast.`,
    [a(drag(9, 0)), undo(0, 'B')],
    `First.\n${CATS}\nLast.`,
  ),
  row(
    'carried elsewhere, cut there and mended again, in one entry',
    `${CATS}\nEnd. `,
    [a(all(cut(6, 18), insert(17, 'cats can fly'), cut(21, 29), insert(21, ' can fly')))],
    'I say  high\nEnd. [c>:cats can fly]',
  ),
  row(
    'begun at a paragraph’s end, all of it brought anew and that paragraph carried away, in one entry',
    'First.[c:\ncats can fly] high\nLast.',
    [a(all(replaceAll('First.\ncats can fly high\nLast.'), drag(0, 25)))],
    '[c>:cats can fly] high\nFirst.\nLast.',
  ),
  row(
    'cut, then pasted elsewhere by the clipboard’s id',
    `${CATS}\nEnd. `,
    [a(cut(6, 18)), a(insert(17, 'cats can fly')), reanchor(17, 29)],
    'I say  high\nEnd. [c>:cats can fly]',
  ),
  row(
    'cut and pasted elsewhere, and both undone by the other',
    `${CATS}\nEnd. `,
    [a(cut(6, 18)), a(insert(17, 'cats can fly')), reanchor(17, 29), undo(1, 'B'), undo(0, 'B')],
    `${CATS}\nEnd. `,
  ),
  row(
    'copied and pasted: the original keeps it',
    `${CATS}\nEnd. `,
    [a(insert(29, 'cats can fly'))],
    `${CATS}\nEnd. cats can fly`,
  ),
  row(
    'a digit changed: 80 to 18',
    'found [c:almost 80 percent] there',
    [a(put(13, 15, '18'))],
    'found [c~:almost 18 percent] there',
  ),
  row(
    'a digit changed key by key',
    'found [c:almost 80 percent] there',
    [a(cut(14, 15)), a(cut(13, 14)), a(insert(13, '1')), a(insert(14, '8'))],
    'found [c~:almost 18 percent] there',
  ),
  row(
    'a number at its start grows: 80 inside 180',
    'found [c:80 percent] there',
    [a(insert(6, '1'))],
    'found 1[c~:80 percent] there',
  ),
  row(
    'a number at its end grows: 80 to 80.5',
    'found [c:about 80] there',
    [a(insert(14, '.5'))],
    'found [c~:about 80].5 there',
  ),
  row(
    'a number gets a sign: 80 to −80',
    'found [c:80 percent] there',
    [a(insert(6, '−'))],
    'found −[c~:80 percent] there',
  ),
  row(
    'a hyphen that joins a number to a word before it is no sign',
    'on page [c:80 of it] there',
    [a(insert(8, 'A-'))],
    'on page A-[c:80 of it] there',
  ),
  row(
    'a negation changed: not held to held',
    'in areas [c:not held by them] now',
    [a(cut(9, 13))],
    'in areas [c~:held by them] now',
  ),
  row('a name replaced', 'so [c:Power said] then', [a(put(3, 8, 'Rice'))], 'so [c~:Rice said] then'),
  row(
    'the words go and a look-alike stands elsewhere',
    'It was [c:almost 80 percent held].\nIt was almost 18 percent held.',
    [a(cut(7, 29))],
    'It was .\nIt was almost 18 percent held. {c}',
  ),
  row(
    'B deletes the words while A, not having seen that, marks them: born orphaned',
    'I say cats can fly high',
    [b(cut(6, 18)), mark(6, 18, 0)],
    'I say  high {n}',
  ),
  row(
    'B deletes the words while A marks them; B undoes',
    'I say cats can fly high',
    [b(cut(6, 18)), mark(6, 18, 0), undo(0, 'B')],
    'I say [n:cats can fly] high',
  ),
  row(
    'B deletes the sentence while A marks in it; B undoes',
    'Yes. I say cats can fly high. No.',
    [b(cut(4, 29)), mark(11, 23, 0), undo(0, 'B')],
    'Yes. I say [n:cats can fly] high. No.',
  ),
  row(
    'B deletes the right half while A marks',
    'I say cats can fly high',
    [b(cut(11, 23)), mark(6, 18, 0)],
    'I say [n~:cats ]',
  ),
  row(
    'B deletes the right half while A marks; B undoes',
    'I say cats can fly high',
    [b(cut(11, 23)), mark(6, 18, 0), undo(0, 'B')],
    'I say [n:cats can fly] high',
  ),
  row(
    'B inserts inside while A marks',
    'I say cats can fly high',
    [b(insert(10, ' surely')), mark(6, 18, 0)],
    'I say [n~:cats surely can fly] high',
  ),
  row(
    'B inserts before while A marks',
    'I say cats can fly high',
    [b(insert(0, 'Now ')), mark(6, 18, 0)],
    'Now I say [n:cats can fly] high',
  ),
  row(
    'B splits inside while A marks',
    'I say cats can fly high',
    [b(split(8)), mark(6, 18, 0)],
    'I say [n~:ca\nts can fly] high',
  ),
  row(
    'B replaces the words while A marks',
    'I say cats can fly high',
    [b(put(6, 18, 'dogs swim')), mark(6, 18, 0)],
    'I say [n~:dogs swim] high',
  ),
  row(
    'overlapping claims are independent',
    'I [x:say [y:cats can] fly] high',
    [a(cut(2, 6))],
    'I [x~:[y:cats can] fly] high',
  ),
  row(
    'nested claims: a change in the inner one changes both',
    'I [x:say [y:cats can] fly] high',
    [a(put(6, 10, 'dogs'))],
    'I [x~:say [y~:dogs can] fly] high',
  ),
  row(
    'the same words marked twice',
    'I say [x:[y:cats can fly]] high',
    [a(cut(6, 18)), undo(0, 'B')],
    'I say [x:[y:cats can fly]] high',
  ),
  row('a mark never ends inside an emoji', 'go 👩‍👩‍👧‍👦 home', [mark(0, 5)], '[n~:go 👩‍👩‍👧‍👦] home'),
  row('a mark never ends inside a flag', 'in 🇫🇷 today', [mark(0, 5)], '[n~:in 🇫🇷] today'),
  row(
    'a combining mark typed at its end stays with its letter',
    'the [c:cafe] here',
    [a(insert(8, '\u0301'))],
    'the [c~:cafe\u0301] here',
  ),
  row('Arabic words stay', 'قال [c:إن القطط تطير] اليوم', [a(insert(0, 'لقد '))], 'لقد قال [c:إن القطط تطير] اليوم'),
];
