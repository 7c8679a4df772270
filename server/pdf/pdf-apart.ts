import { answerApart } from '../run-apart.ts';
import { bytesOf, type SentBytes } from '../uploads.ts';
import { pdfPages } from './pdf-pages.ts';
import type { PdfAnswer } from './read-pdf.ts';

const answered = async (given: SentBytes): Promise<PdfAnswer> => {
  try {
    // What was a buffer arrives as one, which pdf.js does not take.
    return { read: await pdfPages(new Uint8Array(await bytesOf(given))) };
  } catch (error) {
    const isProtected = error instanceof Error && error.name === 'PasswordException';
    return { why: isProtected ? 'protected' : 'broken' };
  }
};

answerApart(answered);
