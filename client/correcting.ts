import type { Mark, Node } from 'prosemirror-model';
import { type Step, Transform } from 'prosemirror-transform';
import { type Article, anchorOf, wordsOf } from '../shared/article.ts';
import type { Correction } from '../shared/correction.ts';
import { schema } from '../shared/schema.ts';
import { wordDiff } from './word-diff.ts';

/** Offsets in the old words, and what comes in their place. */
interface Replacement {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

const replacementsOf = (before: string, after: string): readonly Replacement[] => {
  const found: Replacement[] = [];
  let at = 0;
  for (const { kind, text } of wordDiff(before, after)) {
    const last = found.at(-1);
    if (kind === 'out') found.push({ from: at, to: at + text.length, text: '' });
    else if (kind === 'in' && last?.to === at && last.text === '') found[found.length - 1] = { ...last, text };
    else if (kind === 'in') found.push({ from: at, to: at, text });
    if (kind !== 'in') at += text.length;
  }
  return found;
};

const marksOf = (doc: Node, from: number, to: number): readonly Mark[] =>
  doc.resolve(from < to ? from + 1 : from).marks();

/** The space that is left over when words are taken out: one of the two around them. */
const withSpace = (doc: Node, from: number, to: number): readonly [number, number] => {
  const before = doc.resolve(from).nodeBefore?.text?.at(-1) ?? '';
  const after = doc.resolve(to).nodeAfter?.text?.[0] ?? '';
  if (/\s/.test(before) && !/[\p{L}\p{N}]/u.test(after)) return [from - 1, to];
  return before === '' && /\s/.test(after) ? [from, to + 1] : [from, to];
};

/** The steps that put a correction's words where those stand that it was suggested for, word by word: all else keeps its marks and claims. */
export const correctingSteps = (article: Article, { id, to: after }: Correction): readonly Step[] => {
  const { doc } = article;
  const { from, to } = anchorOf(article, id);
  const words = wordsOf(article, id);
  const transform = new Transform(doc);
  if (after === '') return transform.delete(...withSpace(doc, from, to)).steps;
  for (const { from: start, to: end, text } of replacementsOf(words, after).toReversed()) {
    const marks = marksOf(doc, from + start, from + end);
    if (text === '') transform.delete(from + start, from + end);
    else transform.replaceWith(from + start, from + end, schema.text(text, marks));
  }
  return transform.steps;
};
