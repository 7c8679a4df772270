import type { Unread } from '../../shared/capture.ts';
import { PAGE_BREAK } from '../../shared/copy-pages.ts';
import { readPdf, UnreadablePdf } from '../pdf/read-pdf.ts';
import { readableText } from './readable-text.ts';

/** The words that can be read in a file, and why none can. */
export interface WordsIn {
  /** The pages of a PDF have a form feed between them. */
  readonly text?: string;
  readonly unread?: Unread;
}

const wordsInPdf = async (bytes: Uint8Array): Promise<WordsIn> => {
  try {
    const { pages } = await readPdf(bytes);
    const text = pages.map((page) => page.text).join(PAGE_BREAK);
    return { text, ...(text.trim() === '' && { unread: 'no-words' }) };
  } catch (error) {
    if (error instanceof UnreadablePdf) return { unread: error.why };
    throw error;
  }
};

/** What can be read in a file of a media type; the character set is what its site names, if it does. */
export const wordsIn = async (mediaType: string, charset: string, bytes: Uint8Array): Promise<WordsIn> =>
  mediaType === 'application/pdf' ? wordsInPdf(bytes) : { text: readableText(mediaType, charset, bytes) };
