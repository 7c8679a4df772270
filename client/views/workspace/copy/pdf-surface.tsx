import '../../../styles/pdf.css';
import { useEffect, useRef, useState } from 'preact/hooks';
import { pageAt, pagesIn } from '../../../../shared/copy-pages.ts';
import { closePdf, openPdf, type PdfFile } from '../../../copy/pdf-file.ts';
import type { Surface } from '../../../copy/surface.ts';
import { type Run, textOnScreen } from '../../../copy/text-on-screen.ts';
import { t } from '../../../strings/index.ts';
import { PdfPage } from './pdf-page.tsx';
import { useOnline } from './use-online.ts';

interface Parts {
  readonly load: () => Promise<ArrayBuffer | undefined>;
  readonly text: string;
  /** The page that is pinned as a whole, if one is. */
  readonly pinnedPage: number | undefined;
  readonly onSurface: (surface: Surface) => void;
  /** Told which page is in sight. */
  readonly onPage: (page: number) => void;
}

interface Open {
  readonly file: PdfFile;
  readonly size: { readonly width: number; readonly height: number };
}

/** So long a page that was scrolled to is waited for, in milliseconds. */
const PATIENCE = 4_000;

/** A copy as the pages of a PDF, as they were set. */
export const PdfSurface = ({ load, text, pinnedPage, onSurface, onPage }: Parts) => {
  const root = useRef<HTMLDivElement>(null);
  const runs = useRef(new Map<number, readonly Run[]>());
  const waiting = useRef(new Map<number, () => void>());
  const [open, setOpen] = useState<Open | 'failed'>();
  const [room, setRoom] = useState(0);
  const pages = pagesIn(text);
  const [tries, setTries] = useState(0);
  useOnline(open === 'failed', () => {
    setOpen(undefined);
    setTries(tries + 1);
  });

  useEffect(() => {
    let file: PdfFile | undefined;
    let isGone = false;
    const begin = async (): Promise<void> => {
      const bytes = await load();
      if (!bytes) throw new Error('the copy cannot be had');
      file = await openPdf(bytes);
      const { width, height } = (await file.getPage(1)).getViewport({ scale: 1 });
      if (isGone) await closePdf(file);
      else setOpen({ file, size: { width, height } });
    };
    begin().catch(() => !isGone && setOpen('failed'));
    return () => {
      isGone = true;
      if (file) void closePdf(file);
    };
  }, [tries]);

  useEffect(() => {
    const element = root.current;
    if (!element) return;
    const watch = new ResizeObserver(() => setRoom(Math.max(200, Math.min(900, element.clientWidth - 24))));
    watch.observe(element);
    return () => watch.disconnect();
  }, []);

  const sheet = (page: number): Element | null | undefined => root.current?.querySelector(`[data-page="${page}"]`);

  const prepare = async (offset: number): Promise<void> => {
    const { page } = pageAt(pages, offset);
    const element = sheet(page);
    if (!element || runs.current.has(page)) return;
    const laid = new Promise<void>((resolve) => {
      waiting.current.set(page, resolve);
      setTimeout(resolve, PATIENCE);
    });
    element.scrollIntoView({ block: 'start' });
    await laid;
  };

  const tell = (): void => {
    const element = root.current;
    if (!element) return;
    const inOrder = [...runs.current].toSorted(([one], [other]) => one - other).flatMap(([, each]) => each);
    onSurface({ root: element, scroller: element, words: textOnScreen(inOrder), prepare });
  };

  useEffect(tell, [open]);

  const scrolled = (): void => {
    const element = root.current;
    if (!element) return;
    const middle = element.getBoundingClientRect().top + element.clientHeight / 2;
    const seen = [...element.querySelectorAll('.pdf-page')].findLast(
      (each) => each.getBoundingClientRect().top <= middle,
    );
    onPage(Number(seen?.getAttribute('data-page') ?? 1));
  };

  return (
    <div
      ref={root}
      class="pdf-pages"
      role="document"
      aria-label={t('passage.pages')}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls, and has a caret, has to be reached by keyboard.
      tabIndex={0}
      onScroll={scrolled}
    >
      {open === undefined && <p role="status">{t('passage.loading')}</p>}
      {open === 'failed' && <p role="alert">{t('passage.pdfFailed')}</p>}
      {open !== undefined &&
        open !== 'failed' &&
        room > 0 &&
        pages.slice(0, open.file.numPages).map((page) => (
          <PdfPage
            key={page.page}
            {...{ page, text, room, file: open.file, size: open.size, count: pages.length }}
            isPinned={pinnedPage === page.page}
            onWords={(number, laid) => {
              runs.current.set(number, laid);
              tell();
              waiting.current.get(number)?.();
            }}
          />
        ))}
    </div>
  );
};
