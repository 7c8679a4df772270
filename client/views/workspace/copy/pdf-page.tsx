import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { TextPage } from '../../../../shared/copy-pages.ts';
import { drawPage, layWords, type PdfFile } from '../../../copy/pdf-file.ts';
import type { Run } from '../../../copy/text-on-screen.ts';
import { t } from '../../../strings/index.ts';

interface Size {
  readonly width: number;
  readonly height: number;
}

interface Parts {
  readonly file: PdfFile;
  readonly text: string;
  readonly page: TextPage;
  readonly count: number;
  /** The size of pages that are not known yet, in points, and how wide one may be on the screen. */
  readonly size: Size;
  readonly room: number;
  readonly isPinned: boolean;
  /** Told where its words are as soon as they are laid over it. */
  readonly onWords: (page: number, runs: readonly Run[]) => void;
}

/** A page of a PDF: drawn while it is near what is seen, with its words over it from then on. */
export const PdfPage = ({ file, text, page, count, size: usual, room, isPinned, onWords }: Parts) => {
  const sheet = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const layer = useRef<HTMLDivElement>(null);
  const [isNear, setNear] = useState(false);
  const [isLost, setLost] = useState(false);
  const [size, setSize] = useState(usual);
  const scale = room / size.width;
  useEffect(() => {
    const watch = new IntersectionObserver((seen) => setNear(seen.some(({ isIntersecting }) => isIntersecting)), {
      root: sheet.current?.parentElement ?? null,
      rootMargin: '60% 0px',
    });
    if (sheet.current) watch.observe(sheet.current);
    return () => watch.disconnect();
  }, []);
  useLayoutEffect(() => {
    sheet.current?.style.setProperty('--total-scale-factor', String(scale));
    sheet.current?.style.setProperty('width', `${room}px`);
    sheet.current?.style.setProperty('height', `${size.height * scale}px`);
  }, [scale, room, size]);
  useEffect(() => {
    if (!isNear) return;
    const over = new AbortController();
    const show = async (): Promise<void> => {
      const drawn = await file.getPage(page.page);
      if (over.signal.aborted) return;
      const { width, height } = drawn.getViewport({ scale: 1 });
      if (width !== size.width || height !== size.height) {
        setSize({ width, height });
        return; // it is drawn once it has its size
      }
      if (layer.current) {
        layer.current.replaceChildren();
        const runs = await layWords(drawn, layer.current, scale, text, page);
        if (!over.signal.aborted) onWords(page.page, runs);
      }
      if (canvas.current && !over.signal.aborted) await drawPage(drawn, canvas.current, scale, over.signal);
    };
    show().catch(() => !over.signal.aborted && setLost(true));
    return () => {
      over.abort();
      if (canvas.current) canvas.current.width = 0; // a page out of sight holds no picture
    };
  }, [isNear, scale, size, file]);
  const label = t('passage.pageOf', { page: page.page, count });
  return (
    <section ref={sheet} class={`pdf-page${isPinned ? ' is-pinned' : ''}`} aria-label={label} data-page={page.page}>
      <canvas ref={canvas} />
      <div ref={layer} class="textLayer" />
      {isLost && <p role="status">{t('passage.pdfPageFailed')}</p>}
    </section>
  );
};
