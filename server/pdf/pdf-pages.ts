import { fileURLToPath } from 'node:url';
import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { PdfItem } from '../../shared/pdf/boxes.ts';
import { type PdfPage, pageText } from '../../shared/pdf/page-text.ts';

const folder = (name: string): string =>
  fileURLToPath(new URL(`${name}/`, import.meta.resolve('pdfjs-dist/package.json')));

/** A page with its size, in points. */
export interface SizedPage extends PdfPage {
  readonly width: number;
  readonly height: number;
}

/** What was read of a PDF. */
export interface PdfRead {
  /** What the PDF calls itself; empty when it does not. */
  readonly title: string;
  readonly pages: readonly SizedPage[];
}

/** No more pages are read of one PDF. */
const PAGES = 2_000;

const titleIn = (info: object): string => ('Title' in info && typeof info.Title === 'string' ? info.Title.trim() : '');

/**
 * The words of a PDF, page by page. Runs nothing that is in it, draws nothing and asks nobody. Rejects with the error of pdf.js when
 * it cannot be read. To be called in a thread of its own: a PDF can be made to take as long as it likes.
 */
export const pdfPages = async (bytes: Uint8Array): Promise<PdfRead> => {
  const task = getDocument({
    data: bytes,
    verbosity: VerbosityLevel.ERRORS,
    cMapUrl: folder('cmaps'),
    standardFontDataUrl: folder('standard_fonts'),
    ...{ useWasm: false, useSystemFonts: false, disableFontFace: true, stopAtErrors: false, enableXfa: false },
  });
  const document = await task.promise;
  const { info } = await document.getMetadata();
  const pages: SizedPage[] = [];
  for (let number = 1; number <= Math.min(document.numPages, PAGES); number += 1) {
    const page = await document.getPage(number);
    const { width, height, transform } = page.getViewport({ scale: 1 });
    const { items } = await page.getTextContent({ includeMarkedContent: false });
    const words = items.filter((item): item is typeof item & PdfItem => 'str' in item);
    pages.push({ ...pageText(words, transform), width, height });
    page.cleanup();
  }
  await task.destroy();
  return { title: titleIn(info), pages };
};
