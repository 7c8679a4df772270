import type { Node } from 'prosemirror-model';
import type { Article } from '../../shared/article.ts';
import type { PageStart } from '../../shared/pages.ts';
import type { Removal } from '../../shared/removal.ts';
import { create } from '../../shared/schema.ts';
import { articleOfReading } from '../import/article-of-reading.ts';
import type { ReaderName } from '../import/reader.ts';
import { type Block, REMOVAL_REASONS, type Reading } from '../import/reading.ts';

/** What a later version of an article comes to beside it. */
export interface LaterVersion {
  readonly doc: Node;
  /** Where the pages of its file begin; absent where it has none. */
  readonly pages?: readonly PageStart[];
  /** What was cleaned out of it and not out of the versions before. */
  readonly removals: readonly Omit<Removal, 'restored'>[];
  /** Whether its format knows words alone. */
  readonly isBare: boolean;
}

/** Formats that say nothing of links, emphasis and pictures. */
const BARE: readonly ReaderName[] = ['text', 'pdf'];

const keyOf = ({ text, reason }: Pick<Removal, 'text' | 'reason'>): string => JSON.stringify([reason, text]);

const asParagraphs = (text: string): readonly Block[] =>
  text
    .split(/\n+/)
    .filter((line) => line.trim() !== '')
    .map((line) => ({ kind: 'paragraph', text: line }));

/** The same reading with those lines in it that were cleaned away before and put back by somebody: they belong to the article. */
const withRestored = (reading: Reading, article: Article): Reading => {
  const restored = new Set([...article.removals.values()].filter((each) => each.restored).map(keyOf));
  const isWanted = ({ text, reason }: Reading['removed'][number]): boolean =>
    restored.has(keyOf({ text, reason: REMOVAL_REASONS[reason] }));
  const hasPlaces = reading.remarks !== undefined || reading.suggestions !== undefined;
  if (hasPlaces || !reading.removed.some(isWanted)) return reading;
  const { length } = reading.blocks;
  const blocks = Array.from({ length: length + 1 }, (_, at): readonly Block[] => [
    ...reading.removed
      .filter((each) => isWanted(each) && Math.min(Math.max(0, each.before), length) === at)
      .flatMap(({ text }) => asParagraphs(text)),
    ...reading.blocks.slice(at, at + 1),
  ]);
  const starts = [0];
  for (const each of blocks) starts.push(starts.at(-1)! + each.length);
  return {
    ...reading,
    blocks: blocks.flat(),
    removed: reading.removed
      .filter((each) => !isWanted(each))
      .map((each) => ({ ...each, before: each.before < 0 ? -1 : (starts[Math.min(each.before, length)] ?? 0) })),
  };
};

/**
 * A later version of an article from what a reader made of it. A version without a title keeps the one there is; what was cleaned out of the
 * versions before in the same words stays listed once, and what of that was put back stays in the text.
 */
export const laterVersion = (
  reading: Reading,
  format: ReaderName,
  article: Article,
  newId: () => string,
): LaterVersion => {
  const { doc, removals, pages } = articleOfReading(withRestored(reading, article), newId);
  const title = article.doc.child(0);
  const titled = doc.child(0).content.size > 0 ? doc : create('doc', null, [title, ...doc.children.slice(1)]);
  const shift = titled.child(0).nodeSize - doc.child(0).nodeSize;
  const known = new Set([...article.removals.values()].map(keyOf));
  return {
    doc: titled,
    removals: removals.filter((each) => !known.has(keyOf(each))).map((each) => ({ ...each, at: each.at + shift })),
    isBare: BARE.includes(format),
    ...(pages && { pages: pages.map((each) => ({ ...each, at: each.at + shift })) }),
  };
};
