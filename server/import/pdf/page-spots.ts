import { type Reading, wordsOfBlock } from '../reading.ts';
import type { Spot } from '../remarks.ts';
import type { Paragraph } from './paragraphs.ts';

const plain = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();

/** Texts that are looked for among so many paragraphs on: between two that were kept, others may have been taken away. */
const AHEAD = 400;

/**
 * Where the pages of a PDF begin in its reading: the first words of each that were kept. The texts of a reading come in the order of the
 * paragraphs that they were made of, whole or without what marks them as an item.
 */
export const pageSpots = (
  { title, blocks }: Pick<Reading, 'title' | 'blocks'>,
  paragraphs: readonly Paragraph[],
): NonNullable<Reading['pages']> => {
  const texts = [title, ...blocks.flatMap(wordsOfBlock)];
  const known = paragraphs.map(({ text }) => plain(text));
  const found: { readonly page: number; readonly at: Spot }[] = [];
  let next = 0;
  for (const [text, words] of texts.entries()) {
    if (words === '') continue;
    const wanted = plain(words);
    const from = text === 1 ? 0 : next; // the title may stand further down than what is read first
    const at = known.slice(from, from + AHEAD).findIndex((each) => each === wanted || each.endsWith(wanted));
    const paragraph = at < 0 ? undefined : paragraphs[from + at];
    if (!paragraph) continue;
    next = from + at + 1;
    const begins = plain(paragraph.text).length - wanted.length;
    found.push({ page: paragraph.page + 1, at: { text, at: 0 } });
    for (const { page, at: turn } of paragraph.turns ?? []) {
      const inside = plain(paragraph.text.slice(0, turn)).length - begins;
      if (inside > 0) found.push({ page: page + 1, at: { text, at: inside } });
    }
  }
  return found.filter(({ page }, index) => index === 0 || page !== found[index - 1]?.page);
};
