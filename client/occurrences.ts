import type { Node } from 'prosemirror-model';
import { type Article, anchorOf, wordsOf } from '../shared/article.ts';
import { isOtherNumber, quoteAt } from '../shared/quote.ts';
import { mainOf, occurrencesOf } from '../shared/relations.ts';
import { BOUNDARY, tokens } from '../shared/text.ts';
import type { Words } from './words-selected.ts';

/** Words that say the same as a claim, elsewhere. */
export interface Elsewhere extends Words {
  /** The claim that stands on exactly these words already. */
  readonly claim?: string;
}

/** A text with each run of blanks as one and without case, and where each of its characters stands in what it was made of. */
interface Folded {
  readonly text: string;
  readonly offsets: readonly number[];
}

const fold = (words: string): Folded => {
  let text = '';
  const offsets: number[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const each = words[at] ?? '';
    const [isEnd, isBlank] = [each === BOUNDARY || each === '\n', /\s/.test(each)];
    if ((isEnd && text.endsWith('\n')) || (isBlank && !isEnd && text.endsWith(' '))) continue;
    const lower = each.toLowerCase();
    text += isEnd ? '\n' : isBlank ? ' ' : lower.length === 1 ? lower : each;
    offsets.push(at);
  }
  return { text, offsets };
};

/** The blocks that were folded, each once: a key changes one of them. */
const FOLDED = new WeakMap<Node, Folded>();

const foldedBlock = (block: Node): Folded => {
  const known = FOLDED.get(block) ?? fold(tokens(block, 0, block.content.size));
  FOLDED.set(block, known);
  return known;
};

/** The folded words of a doc, a block a line, and the position at which a character of them stands. */
const foldedDoc = (doc: Node): { readonly text: string; readonly positionOf: (at: number) => number } => {
  const lines: { readonly at: number; readonly start: number; readonly offsets: readonly number[] }[] = [];
  let text = '';
  doc.descendants((block, position) => {
    if (!block.isTextblock) return true;
    if (block.content.size === 0) return false;
    const folded = foldedBlock(block);
    if (text !== '') text += '\n';
    lines.push({ at: text.length, start: position + 1, offsets: folded.offsets });
    text += folded.text;
    return false;
  });
  return {
    text,
    positionOf: (at) => {
      const line = lines.findLast((each) => each.at <= at);
      return line ? line.start + (line.offsets[at - line.at] ?? 0) : 0;
    },
  };
};

const isWord = (character: string | undefined): boolean =>
  character !== undefined && /[\p{L}\p{M}\p{N}]/u.test(character);

/** The places where the words of a claim stand once more, whatever their case and blanks, in the order of the text; not those that are its own. */
export const elsewhere = (article: Article, claim: string): readonly Elsewhere[] => {
  const main = mainOf(article.claims, claim);
  const words = wordsOf(article, main).trim();
  if (words === '') return [];
  const [all, wanted] = [foldedDoc(article.doc), fold(words).text];
  if (all.text.indexOf(wanted) === all.text.lastIndexOf(wanted)) return [];
  const known = [main, ...occurrencesOf(article.claims, main).map(({ id }) => id)].map((id) => anchorOf(article, id));
  const quote = quoteAt(article.doc, anchorOf(article, main).from, anchorOf(article, main).to);
  const claims = [...article.claims.values()].filter((each) => !each.withdrawn);
  const found: Elsewhere[] = [];
  for (let at = all.text.indexOf(wanted); at !== -1; at = all.text.indexOf(wanted, at + 1)) {
    const [from, to] = [all.positionOf(at), all.positionOf(at + wanted.length - 1) + 1];
    const cuts =
      (isWord(words[0]) && isWord(all.text[at - 1])) || (isWord(words.at(-1)) && isWord(all.text[at + wanted.length]));
    const taken = known.some((anchor) => anchor.from < to && anchor.to > from);
    if (cuts || taken || isOtherNumber(quote, quoteAt(article.doc, from, to))) continue;
    const same = claims.find(({ id }) => anchorOf(article, id).from === from && anchorOf(article, id).to === to);
    found.push({ from, to, ...(same && { claim: same.id }) });
  }
  return found;
};
