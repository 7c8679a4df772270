import { answerApart } from '../run-apart.ts';
import { pdfPages } from './pdf-pages.ts';
import type { PdfAnswer } from './read-pdf.ts';

const answered = async (bytes: Uint8Array): Promise<PdfAnswer> => {
  try {
    return { read: await pdfPages(bytes) };
  } catch (error) {
    const isProtected = error instanceof Error && error.name === 'PasswordException';
    return { why: isProtected ? 'protected' : 'broken' };
  }
};

answerApart(answered);
