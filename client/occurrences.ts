import { type Article, anchorOf, wordsOf } from '../shared/article.ts';
import { numberGrew, quoteAt } from '../shared/quote.ts';
import { mainOf, occurrencesOf } from '../shared/relations.ts';
import { plainText } from '../shared/text.ts';
import type { Words } from './words-selected.ts';

/** Words that say the same as a claim, elsewhere. */
export interface Elsewhere extends Words {
  /** The claim that stands on exactly these words already. */
  readonly claim?: string;
}

/** A text with each run of blanks as one and without case, and where each of its characters stands in the text. */
const folded = (text: string): { readonly text: string; readonly offsets: readonly number[] } => {
  let out = '';
  const offsets: number[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const each = text[at] ?? '';
    const blank = /[^\S\n]/.test(each);
    if (blank && out.endsWith(' ')) continue;
    const lower = each.toLowerCase();
    out += blank ? ' ' : lower.length === 1 ? lower : each;
    offsets.push(at);
  }
  return { text: out, offsets };
};

const isWord = (character: string | undefined): boolean =>
  character !== undefined && /[\p{L}\p{M}\p{N}]/u.test(character);

/** The places where the words of a claim stand once more, whatever their case and blanks, in the order of the text; not those that are its own. */
export const elsewhere = (article: Article, claim: string): readonly Elsewhere[] => {
  const main = mainOf(article.claims, claim);
  const words = wordsOf(article, main).trim();
  if (words === '') return [];
  const plain = plainText(article.doc);
  const [all, wanted] = [folded(plain.text), folded(words).text];
  const known = [main, ...occurrencesOf(article.claims, main).map(({ id }) => id)].map((id) => anchorOf(article, id));
  const quote = quoteAt(article.doc, anchorOf(article, main).from, anchorOf(article, main).to);
  const claims = [...article.claims.values()].filter((each) => !each.withdrawn);
  const found: Elsewhere[] = [];
  for (let at = all.text.indexOf(wanted); at !== -1; at = all.text.indexOf(wanted, at + 1)) {
    const [first, last] = [all.offsets[at] ?? 0, all.offsets[at + wanted.length - 1] ?? 0];
    const [from, to] = [plain.positionOf(first), plain.positionOf(last) + 1];
    const cuts =
      (isWord(words[0]) && isWord(all.text[at - 1])) || (isWord(words.at(-1)) && isWord(all.text[at + wanted.length]));
    const taken = known.some((anchor) => anchor.from < to && anchor.to > from);
    if (cuts || taken || numberGrew(quote, quoteAt(article.doc, from, to))) continue;
    const same = claims.find(({ id }) => anchorOf(article, id).from === from && anchorOf(article, id).to === to);
    found.push({ from, to, ...(same && { claim: same.id }) });
  }
  return found;
};
