import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { getDocument, PDFWorker, TextLayer, VerbosityLevel, version } from 'pdfjs-dist/legacy/build/pdf.mjs';
import worker from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url';
import type { TextPage } from '../../shared/copy-pages.ts';
import type { PdfItem } from '../../shared/pdf/boxes.ts';
import { pageText } from '../../shared/pdf/page-text.ts';
import { ownWorker } from '../trusted.ts';
import { alignedByLetters } from './letters.ts';
import type { Run } from './text-on-screen.ts';

/** A PDF that is open. Close it. */
export type PdfFile = PDFDocumentProxy;

/** A page of it. */
export type PdfFilePage = PDFPageProxy;

const threads = new WeakMap<PdfFile, Worker>();

/** Closes a PDF, and ends its thread. */
export const closePdf = async (file: PdfFile): Promise<void> => {
  await file.loadingTask.destroy();
  threads.get(file)?.terminate();
};

/** Opens a PDF in a thread of the browser's: nothing in it is run, and what it lacks comes from our own server. Rejects when it cannot be read. */
export const openPdf = (bytes: ArrayBuffer): Promise<PdfFile> => {
  const ours = `/assets/pdf-${version}`;
  const thread = ownWorker(worker);
  const task = getDocument({
    data: bytes,
    worker: PDFWorker.create({ port: thread }),
    verbosity: VerbosityLevel.ERRORS,
    cMapUrl: `${ours}/cmaps/`,
    standardFontDataUrl: `${ours}/standard_fonts/`,
    wasmUrl: `${ours}/wasm/`,
    // Our policy lets no page compile what it has not fetched as a script: the slower decoders are plain scripts.
    useWasm: false,
    enableXfa: false,
    useSystemFonts: false,
  });
  return task.promise.then(
    (file) => {
      threads.set(file, thread);
      return file;
    },
    (error) => {
      thread.terminate();
      throw error;
    },
  );
};

/** Draws a page so large that it is sharp on this screen. Resolves when it is drawn, or called off. */
export const drawPage = async (
  page: PdfFilePage,
  canvas: HTMLCanvasElement,
  scale: number,
  signal: AbortSignal,
): Promise<void> => {
  const viewport = page.getViewport({ scale: scale * Math.min(2, devicePixelRatio || 1) });
  canvas.width = Math.floor(viewport.width);
  canvas.height = Math.floor(viewport.height);
  const task = page.render({ canvas, viewport });
  signal.addEventListener('abort', () => task.cancel());
  await task.promise.catch((error: unknown) => {
    if (!(error instanceof Error && error.name === 'RenderingCancelledException')) throw error;
  });
};

/** Lays the words of a page over it, to be selected, and says where each is in the readable text. */
export const layWords = async (
  page: PdfFilePage,
  layer: HTMLElement,
  scale: number,
  text: string,
  { start, end }: TextPage,
): Promise<readonly Run[]> => {
  const content = await page.getTextContent({ includeMarkedContent: false });
  const words = new TextLayer({ textContentSource: content, container: layer, viewport: page.getViewport({ scale }) });
  await words.render();
  const items = content.items.filter((item): item is typeof item & PdfItem => 'str' in item);
  const nodes = words.textDivs.map(({ firstChild }) => firstChild);
  const read = pageText(items, page.getViewport({ scale: 1 }).transform);
  const here = text.slice(start, end);
  // A copy that another reader has read before is matched by its letters.
  const pieces =
    read.text === here
      ? read.pieces
      : (alignedByLetters(
          items.map(({ str }) => str),
          here,
        )?.map(({ index, ...rest }) => ({ ...rest, item: index })) ?? []);
  return pieces
    .toSorted((one, other) => one.item - other.item)
    .flatMap(({ item, from, at, length }) => {
      const node = nodes[item];
      return node instanceof Text ? [{ node, from, at: start + at, length }] : [];
    });
};
