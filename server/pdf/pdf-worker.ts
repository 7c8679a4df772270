import { parentPort, workerData } from 'node:worker_threads';
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

parentPort?.postMessage(await answered(workerData));
