import { ApartFailed, type ApartLimits, runApart } from '../run-apart.ts';
import type { SentBytes } from '../uploads.ts';
import type { PdfRead } from './pdf-pages.ts';

/** Why the words of a PDF cannot be read: it asks for a password, it is none or broken, or it takes more than one may. */
export type PdfProblem = 'protected' | 'broken' | 'too-slow' | 'too-large';

/** A PDF whose words cannot be read. */
export class UnreadablePdf extends Error {
  readonly why: PdfProblem;

  constructor(why: PdfProblem, options?: ErrorOptions) {
    super(`the PDF cannot be read: ${why}`, options);
    this.why = why;
  }
}

/** What the process that reads a PDF answers. */
export type PdfAnswer = { readonly read: PdfRead } | { readonly why: PdfProblem };

const LIMITS: ApartLimits = { patience: 30_000, memory: 400 };

const APART = new URL('./pdf-apart.ts', import.meta.url);

/** The words of a PDF, page by page, read in a process that may take so much and no more. Rejects with `UnreadablePdf`. */
export const readPdf = async (bytes: SentBytes, limits: ApartLimits = LIMITS): Promise<PdfRead> => {
  const answer = await runApart<PdfAnswer>(APART, bytes, limits).catch((error) => {
    if (!(error instanceof ApartFailed)) throw error;
    throw new UnreadablePdf(error.why === 'threw' ? 'broken' : error.why, { cause: error });
  });
  if ('why' in answer) throw new UnreadablePdf(answer.why);
  return answer.read;
};
