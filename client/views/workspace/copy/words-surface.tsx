import { useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import { PAGE_BREAK } from '../../../../shared/copy-pages.ts';
import type { Stretch } from '../../../copy/stretch.ts';
import type { Surface } from '../../../copy/surface.ts';
import { type Run, textNodesIn, textOnScreen } from '../../../copy/text-on-screen.ts';
import { t } from '../../../strings/index.ts';

/** Some lines of a copy; so few that the browser lays out no more than it shows. */
interface Chunk extends Stretch {
  /** The page that begins with it; absent where none does. */
  readonly page?: number;
}

const CHUNK = 4_000;

const MOST = 40_000;

/** The lines of a text by chunks; the form feed between pages is in none. */
const chunksOf = (text: string): readonly Chunk[] => {
  const chunks: Chunk[] = [];
  const pages = text.split(PAGE_BREAK);
  let start = 0;
  for (const [index, words] of pages.entries()) {
    const last = start + words.length;
    let page = pages.length > 1 ? index + 1 : undefined;
    do {
      const lineEnd = text.indexOf('\n', start + CHUNK);
      const end = Math.min(lineEnd < 0 ? last : lineEnd + 1, start + MOST, last);
      chunks.push({ start, end, ...(page !== undefined && { page }) });
      page = undefined;
      start = end;
    } while (start < last);
    start = last + 1;
  }
  return chunks;
};

const runsIn = (root: Element): readonly Run[] =>
  [...root.children].flatMap((chunk) => {
    let at = Number((chunk as HTMLElement).dataset.start);
    return textNodesIn(chunk).map((node) => {
      const run = { node, from: 0, at, length: node.data.length };
      at += node.data.length;
      return run;
    });
  });

interface Parts {
  readonly text: string;
  readonly pinned: Stretch | undefined;
  readonly onSurface: (surface: Surface) => void;
}

/** A copy as its words. */
export const WordsSurface = ({ text, pinned, onSurface }: Parts) => {
  const root = useRef<HTMLDivElement>(null);
  const chunks = useMemo(() => chunksOf(text), [text]);
  const drawn = useMemo(
    () => chunks.map((chunk) => <Lines key={chunk.start} chunk={chunk} text={text} pinned={pinned} />),
    [chunks, pinned?.start, pinned?.end],
  );
  useLayoutEffect(() => {
    const element = root.current;
    if (!element) return;
    onSurface({ root: element, scroller: element, words: textOnScreen(runsIn(element)), prepare: async () => {} });
  }, [drawn]);
  return (
    <div
      ref={root}
      class="capture-text"
      dir="auto"
      role="document"
      aria-label={t('passage.words')}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls, and has a caret, has to be reached by keyboard.
      tabIndex={0}
    >
      {drawn}
    </div>
  );
};

interface LinesParts {
  readonly chunk: Chunk;
  readonly text: string;
  readonly pinned: Stretch | undefined;
}

const Lines = ({ chunk, text, pinned }: LinesParts) => {
  const { start, end, page } = chunk;
  const isHere = pinned && pinned.start < end && pinned.end > start;
  const [from, to] = isHere ? [Math.max(start, pinned.start), Math.min(end, pinned.end)] : [end, end];
  return (
    <div class="capture-lines" data-start={start} data-page={page && t('place.page', { page })}>
      {text.slice(start, from)}
      {isHere && <mark>{text.slice(from, to)}</mark>}
      {text.slice(to, end)}
    </div>
  );
};
