import type { Article } from '../../../shared/article.ts';
import type { Digest } from '../../../shared/log.ts';
import { type FaultyFile, readAnnotationFile } from './annotation-file.ts';
import { type BringingParts, bringing } from './bringing.ts';
import type { BroughtFile } from './brought.ts';

/** Reads a file of annotations and says what it comes to in an article; or why nothing of it is brought. */
export const broughtFrom = (
  text: string,
  article: Article,
  parts: BringingParts & { readonly digest: Digest },
): BroughtFile | FaultyFile => {
  const file = readAnnotationFile(text, parts.digest);
  return 'faults' in file ? file : { format: file.format, ...bringing(article, file, parts) };
};
