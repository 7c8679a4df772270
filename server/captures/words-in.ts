import type { Unread } from '../../shared/capture.ts';
import { PAGE_BREAK } from '../../shared/copy-pages.ts';
import { readPdf, UnreadablePdf } from '../pdf/read-pdf.ts';
import { ApartFailed, type ApartLimits, runApart } from '../run-apart.ts';
import { bytesOf, type SentBytes, sizeOf } from '../uploads.ts';
import type { Page } from './fetch-page.ts';
import type { pageDetails } from './page-details.ts';
import { readPage } from './read-page.ts';
import { isHtml, readableText } from './readable-text.ts';

/** A page that was fetched, or a file that was sent: that has no address. */
export type Given = Omit<Page, 'bytes'> & { readonly bytes: SentBytes };

/** The words that can be read in a file, and why none can; of a page, also what it says of itself. */
export interface WordsIn extends Partial<ReturnType<typeof pageDetails>> {
  /** The pages of a PDF have a form feed between them. */
  readonly text?: string;
  readonly unread?: Unread;
}

const wordsInPdf = async (bytes: SentBytes): Promise<WordsIn> => {
  try {
    const { pages } = await readPdf(bytes);
    const text = pages.map((page) => page.text).join(PAGE_BREAK);
    return { text, ...(text.trim() === '' && { unread: 'no-words' }) };
  } catch (error) {
    if (error instanceof UnreadablePdf) return { unread: error.why };
    throw error;
  }
};

/** Pages of more bytes are read in a process of their own: a few megabytes of elements take seconds, and a hundred times as much memory. */
const LARGE = 300_000;

const LIMITS: ApartLimits = { patience: 20_000, memory: 400 };

const APART = new URL('./read-page-apart.ts', import.meta.url);

const wordsInPage = async (page: Given): Promise<WordsIn> => {
  if (sizeOf(page.bytes) <= LARGE) return readPage({ ...page, bytes: await bytesOf(page.bytes) });
  try {
    return await runApart<WordsIn>(APART, page, LIMITS);
  } catch (error) {
    if (!(error instanceof ApartFailed)) throw error;
    return { unread: error.why === 'threw' ? 'broken' : error.why };
  }
};

/** What can be read in a file, by its media type; the character set is what its site names, if it does. */
export const wordsIn = async (given: Given): Promise<WordsIn> => {
  if (given.mediaType === 'application/pdf') return wordsInPdf(given.bytes);
  if (isHtml(given.mediaType)) return wordsInPage(given);
  return { text: readableText(given.mediaType, given.charset, await bytesOf(given.bytes)) };
};
