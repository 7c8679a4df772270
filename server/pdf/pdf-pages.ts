import { fileURLToPath } from 'node:url';
import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { PdfItem } from '../../shared/pdf/boxes.ts';
import { type PdfPage, pageText } from '../../shared/pdf/page-text.ts';

const folder = (name: string): string =>
  fileURLToPath(new URL(`${name}/`, import.meta.resolve('pdfjs-dist/package.json')));

/** A part of a page, in points from its top left corner. */
export interface Area {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** A page with its size, in points. */
export interface SizedPage extends PdfPage {
  readonly width: number;
  readonly height: number;
  /** Where words lead elsewhere; absent when nobody asked. */
  readonly links?: readonly Area[];
}

/** What was read of a PDF. */
export interface PdfRead {
  /** What the PDF calls itself; empty when it does not. */
  readonly title: string;
  /** BCP 47, as it says it; empty when it does not. */
  readonly language: string;
  readonly pages: readonly SizedPage[];
}

/** No more pages are read of one PDF, unless fewer are asked for. */
const PAGES = 2_000;

/** What is asked of a PDF beside its words. */
export interface PdfWish {
  /** So many pages are read at most. */
  readonly pages?: number;
  /** Where its links are. */
  readonly links?: boolean;
  /** Told of each page before it is read, counted from 1, and of how many there are; false when no more is wanted. */
  readonly begun?: (page: number, of: number) => boolean;
}

const isNumbers = (value: unknown): value is readonly number[] =>
  Array.isArray(value) && value.length === 4 && value.every((each) => Number.isFinite(each));

/** Where the links of a page are; `onPage` makes a place of it one of what is seen. */
const linksOn = (annotations: readonly object[], onPage: (x: number, y: number) => readonly number[]): Area[] =>
  annotations.flatMap((each) => {
    if (!('subtype' in each && each.subtype === 'Link' && 'rect' in each && isNumbers(each.rect))) return [];
    const [x = 0, y = 0, otherX = 0, otherY = 0] = each.rect;
    const [[a = 0, b = 0], [c = 0, d = 0]] = [onPage(x, y), onPage(otherX, otherY)];
    return [{ left: Math.min(a, c), right: Math.max(a, c), top: Math.min(b, d), bottom: Math.max(b, d) }];
  });

const titleIn = (info: object): string => ('Title' in info && typeof info.Title === 'string' ? info.Title.trim() : '');

const languageIn = (info: object): string =>
  'Language' in info && typeof info.Language === 'string' ? info.Language.trim() : '';

/**
 * The words of a PDF, page by page. Runs nothing that is in it, draws nothing and asks nobody. Rejects with the error of pdf.js when
 * it cannot be read. To be called in a thread of its own: a PDF can be made to take as long as it likes.
 */
export const pdfPages = async (bytes: Uint8Array, wish: PdfWish = {}): Promise<PdfRead> => {
  const task = getDocument({
    data: bytes,
    verbosity: VerbosityLevel.ERRORS,
    cMapUrl: folder('cmaps'),
    standardFontDataUrl: folder('standard_fonts'),
    ...{ useWasm: false, useSystemFonts: false, disableFontFace: true, stopAtErrors: false, enableXfa: false },
  });
  try {
    const document = await task.promise;
    const { info } = await document.getMetadata();
    const pages: SizedPage[] = [];
    for (let number = 1; number <= Math.min(document.numPages, wish.pages ?? PAGES); number += 1) {
      if (wish.begun?.(number, document.numPages) === false) break;
      const page = await document.getPage(number);
      const view = page.getViewport({ scale: 1 });
      const { width, height, transform } = view;
      const { items } = await page.getTextContent({ includeMarkedContent: false });
      const words = items.filter((item): item is typeof item & PdfItem => 'str' in item);
      const links = wish.links && linksOn(await page.getAnnotations(), (x, y) => view.convertToViewportPoint(x, y));
      pages.push({ ...pageText(words, transform), width, height, ...(links && { links }) });
      page.cleanup();
    }
    return { title: titleIn(info), language: languageIn(info), pages };
  } finally {
    await task.destroy();
  }
};
