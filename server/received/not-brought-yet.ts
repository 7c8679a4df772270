import type { Article } from '../../shared/article.ts';
import type { Imported } from '../../shared/imported.ts';
import type { AnyPart } from '../../shared/operations/index.ts';

/** What somebody wrote in a file, as it can be told from what others did. */
const keyOf = ({ as, author, at }: Imported, words: string): string => JSON.stringify([as, author, at ?? '', words]);

const keyOfPart = (part: AnyPart): string | undefined => {
  if (part.kind === 'correction.suggest') return part.imported && keyOf(part.imported, part.to);
  if (part.kind === 'thread.open' || part.kind === 'thread.reply')
    return part.imported && keyOf(part.imported, part.text);
  return undefined;
};

/** Of what a later file brings along that which no earlier one has brought: a comment that is in both is there once. */
export const notBroughtYet = (
  article: Article,
  parts: readonly (readonly AnyPart[])[],
): readonly (readonly AnyPart[])[] => {
  const messages = [...article.threads.values()].flatMap((thread) => thread.messages);
  const known = new Set([
    ...messages.flatMap(({ imported, text }) => (imported ? keyOf(imported, text) : [])),
    ...[...article.corrections.values()].flatMap(({ imported, to }) => (imported ? keyOf(imported, to) : [])),
  ]);
  return parts.filter(([first]) => {
    const key = first && keyOfPart(first);
    return key === undefined || !known.has(key);
  });
};
