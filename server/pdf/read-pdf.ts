import { runInWorker, WorkerFailed, type WorkerLimits } from '../worker-run.ts';
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

/** What the thread that reads a PDF answers. */
export type PdfAnswer = { readonly read: PdfRead } | { readonly why: PdfProblem };

const LIMITS: WorkerLimits = { patience: 30_000, memory: 400 };

const WORKER = new URL('./pdf-worker.ts', import.meta.url);

/** The words of a PDF, page by page, read in a thread that may take so much and no more. Rejects with `UnreadablePdf`. */
export const readPdf = async (bytes: Uint8Array, limits: WorkerLimits = LIMITS): Promise<PdfRead> => {
  const answer = await runInWorker<PdfAnswer>(WORKER, bytes, limits).catch((error) => {
    if (!(error instanceof WorkerFailed)) throw error;
    throw new UnreadablePdf(error.why === 'threw' ? 'broken' : error.why, { cause: error });
  });
  if ('why' in answer) throw new UnreadablePdf(answer.why);
  return answer.read;
};
