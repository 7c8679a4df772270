import { sha256 } from '../../server/digest.ts';
import { readAnnotationFile } from '../../server/import/annotations/annotation-file.ts';
import { bringing } from '../../server/import/annotations/bringing.ts';
import type { Brought } from '../../server/import/annotations/brought.ts';
import type { Article } from '../../shared/article.ts';
import { perform } from '../../shared/rebase.ts';

/** The context of the W3C's model. */
export const ANNO = 'http://www.w3.org/ns/anno.jsonld';

let count = 0;

/** An annotation that keeps every MUST, with something else about it. */
export const anno = (more: Readonly<Record<string, unknown>> = {}): Readonly<Record<string, unknown>> => {
  count += 1;
  return {
    '@context': ANNO,
    id: `http://example.org/anno${count}`,
    type: 'Annotation',
    target: 'http://example.org/page1',
    ...more,
  };
};

/** An annotation of words, with something else about it. */
export const onWords = (
  selector: object | readonly object[],
  more: Readonly<Record<string, unknown>> = {},
): Readonly<Record<string, unknown>> => anno({ target: { source: 'http://example.org/page1', selector }, ...more });

export const quote = (exact: string, prefix?: string, suffix?: string): object => ({
  type: 'TextQuoteSelector',
  exact,
  ...(prefix !== undefined && { prefix }),
  ...(suffix !== undefined && { suffix }),
});

export const position = (start: number, end: number): object => ({ type: 'TextPositionSelector', start, end });

/** What is wrong with a file, a line each; nothing when it is taken. */
export const faultsIn = (file: unknown): readonly string[] => {
  const read = readAnnotationFile(typeof file === 'string' ? file : JSON.stringify(file), sha256);
  return 'faults' in read ? read.faults.map(({ where, what, section }) => `${where}: ${what} (§${section})`) : [];
};

/** What a file comes to in an article, and the article after it. */
export const broughtTo = (
  article: Article,
  file: unknown,
  address = 'https://touchstone.example/articles/moon',
): Brought & { readonly after: Article } => {
  const read = readAnnotationFile(typeof file === 'string' ? file : JSON.stringify(file), sha256);
  if ('faults' in read) throw new Error(JSON.stringify(read.faults));
  let ids = 0;
  const newId = (): string => {
    ids += 1;
    return `new${article.version}-${ids}`;
  };
  const brought = bringing(article, read, { address, newId });
  const act = { reviewer: 'una', at: '2026-04-01T00:00:00.000Z' };
  const { article: after, dropped } = perform(article, brought.parts.flat(), act);
  if (dropped.length > 0) throw new Error(JSON.stringify(dropped));
  return { ...brought, after };
};
