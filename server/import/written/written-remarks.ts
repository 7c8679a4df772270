import type { Author, Remark, Spot } from '../remarks.ts';
import { sentenceBefore } from '../sentence-before.ts';
import { claimInComment } from './claim-in-comment.ts';
import { type Line, offsetOf, textAfter, wordsOf } from './line.ts';
import type { Comment, CommentThread, Range, Walked, Written } from './written.ts';

/** A remark that stands on no words, as words, with the line nearest to where it stood. */
export interface Placeless {
  readonly text: string;
  readonly near?: Line;
}

/** Where the texts of a reading come from. */
export interface Texts {
  /** The number of a line among the texts of the reading; nothing when it is none of them. */
  readonly numberOf: (line: Line) => number | undefined;
  /** Every line of the file in order, and the place of each there. */
  readonly lines: readonly Line[];
  readonly placeOf: ReadonlyMap<Line, number>;
}

const linesOf = ({ lines, placeOf }: Pick<Texts, 'lines' | 'placeOf'>, { from, to }: Range): readonly Line[] =>
  lines.slice(placeOf.get(from.line) ?? 0, (placeOf.get(to.line) ?? -1) + 1);

/** The words that a range covers if every change were accepted, its lines a line each: what its author saw. */
export const wordsInRange = (texts: Pick<Texts, 'lines' | 'placeOf'>, { from, to }: Range): string => {
  return linesOf(texts, { from, to })
    .map((line) => {
      const start = line === from.line ? from.run : 0;
      return textAfter(line.runs.slice(start, line === to.line ? to.run : undefined));
    })
    .join('\n');
};

/** A range on the texts of a reading, without the ends that cover nothing there; nothing when it covers no words. */
const spotsOf = (texts: Texts, { from, to }: Range): { from: Spot; to: Spot } | undefined => {
  const within = linesOf(texts, { from, to }).flatMap((line) => {
    const text = texts.numberOf(line);
    const words = wordsOf(line);
    const [start, end] = [line === from.line ? offsetOf(from) : 0, line === to.line ? offsetOf(to) : words.length];
    return text === undefined || words.slice(start, end).trim() === '' ? [] : [{ text, start, end }];
  });
  const [top, bottom] = [within[0], within.at(-1)];
  return top && bottom && { from: { text: top.text, at: top.start }, to: { text: bottom.text, at: bottom.end } };
};

const signed = ({ author }: Author, text: string): string => (author === '' ? text : `${author}: ${text || '–'}`);

const isEmpty = (thread: CommentThread): boolean => thread.every(({ text }) => text.trim() === '');

/** Comments as remarks, and those that stand on no words of the text. */
export const remarksOfComments = (
  threads: readonly CommentThread[],
  walked: Walked,
  texts: Texts,
): { readonly remarks: readonly Remark[]; readonly placeless: readonly Placeless[] } => {
  const remarks: Remark[] = [];
  const placeless: Placeless[] = [];
  for (const thread of threads) {
    const range = rangeOf(thread, walked);
    const spots = range && spotsOf(texts, range);
    if (spots) {
      const messages = thread.map(({ author, at, text }) => ({ author, ...(at && { at }), text }));
      const claim = claimInComment(thread);
      const said = { messages: claim ? messages.slice(0, 1) : messages, ...(claim && { claim }) };
      remarks.push({ kind: 'comment', ...spots, ...said, resolved: thread[0].resolved ?? false });
    } else if (range || !isEmpty(thread)) {
      const about = range ? wordsInRange(texts, range).trim() : '';
      const lines = [...(about === '' ? [] : [`“${about}”`]), ...thread.map((each) => signed(each, each.text.trim()))];
      placeless.push({ text: lines.join('\n'), ...(range && { near: range.from.line }) });
    }
  }
  return { remarks, placeless };
};

const rangeOf = (thread: CommentThread, { ranges }: Walked): Range | undefined =>
  thread.map(({ id }: Comment) => ranges.get(id)).find((range) => range !== undefined);

/** The notes of the writer as remarks on the sentences that bear their marks, and those that stand on no words. */
export const remarksOfNotes = (
  written: Written,
  texts: Texts,
): { readonly remarks: readonly Remark[]; readonly placeless: readonly Placeless[] } => {
  const remarks: Remark[] = [];
  const placeless: Placeless[] = [];
  written.notes.forEach((note, index) => {
    const { kind, at } = note;
    const text = written.textOfNote(note)?.trim() ?? '';
    if (text === '') return;
    const { line } = at;
    const number = texts.numberOf(line);
    const earlier = written.notes[index - 1]?.at;
    const end = offsetOf(at);
    const since = earlier?.line === line ? offsetOf(earlier) : 0;
    const from = Math.max(since === end ? 0 : since, sentenceBefore(wordsOf(line), end));
    if (number === undefined || wordsOf(line).slice(from, end).trim() === '') placeless.push({ text, near: line });
    else
      remarks.push({
        ...{ kind, from: { text: number, at: from }, to: { text: number, at: end } },
        ...{ messages: [{ author: '', text }], resolved: false },
      });
  });
  return { remarks, placeless };
};
