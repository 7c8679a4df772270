import type { ComponentChildren } from 'preact';
import { useEffect, useLayoutEffect, useMemo, useReducer, useRef, useState } from 'preact/hooks';
import { offsetsOf, piecesOf, type View, WHOLE } from '../../virtual-rows.ts';
import { holdPlace, isSeen, PLACED, scrollerOf } from './held-place.ts';

interface Parts {
  /** A feed's rows are articles and say themselves which of how many they are; a list's rows are its items. */
  readonly role: 'feed' | 'list';
  readonly label: string;
  /** The keys of the rows, in order. */
  readonly rows: readonly string[];
  /** About how high a row is that was never on the page, in pixels. */
  readonly height: number;
  /** Rows that stay on the page wherever they are, and of which the first that is seen does not move on screen. */
  readonly kept?: readonly string[];
  /** A row: its key, its index, and how many there are. */
  readonly children: (key: string, index: number, count: number) => ComponentChildren;
}

/** So many pixels above and below what is seen are on the page too, */
const AROUND = 1_200;
/** and are looked at anew when so many have been scrolled. */
const PACE = 400;

/**
 * A list of any length of which only the rows near what is seen are on the page. Nothing that is seen moves when rows above it come,
 * go or change their height; a row that has the focus stays on the page.
 */
export const VirtualList = ({ role, label, rows, height, kept = [], children }: Parts) => {
  const root = useRef<HTMLDivElement>(null);
  const heights = useRef(new Map<string, number>()).current;
  const [view, setView] = useState<View>({ top: 0, bottom: 2 * AROUND });
  const [all, showAll] = useState(false);
  const [measured, remeasured] = useReducer((count: number) => count + 1, 0);
  const isWhole = all || rows.length <= WHOLE;
  const indexes = useMemo(() => new Map(rows.map((key, index) => [key, index])), [rows]);
  const offsets = useMemo(() => offsetsOf(rows.map((key) => heights.get(key) ?? height)), [rows, height, measured]);
  const focused = rowOf(root.current?.contains(document.activeElement) ? document.activeElement : null);
  const staying = [...kept, ...(focused ? [focused] : [])].flatMap((key) => indexes.get(key) ?? []);
  const pieces = isWhole ? rows.map((_, row) => ({ row })) : piecesOf(offsets, view, staying);

  const place = usePlace(root, heights, { kept, setView, remeasured: () => remeasured(undefined) });
  useLayoutEffect(place);
  useWholeInPrint(showAll);

  return (
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: both roles that there can be have a label.
    <div class={`virtual is-${role}`} ref={root} role={role} aria-label={label}>
      {pieces.map((piece) => {
        if ('gap' in piece)
          return <div key={`gap ${piece.after}`} class="virtual-gap" style={{ height: `${piece.gap}px` }} />;
        const key = rows[piece.row] ?? '';
        return (
          <div key={key} class="virtual-row" data-row={key} {...(role === 'list' && itemOf(piece.row, rows.length))}>
            {children(key, piece.row, rows.length)}
          </div>
        );
      })}
    </div>
  );
};

const itemOf = (row: number, count: number) =>
  ({ role: 'listitem', 'aria-posinset': row + 1, 'aria-setsize': count }) as const;

const rowOf = (element: Element | null): string | undefined => element?.closest<HTMLElement>('[data-row]')?.dataset.row;

interface Placing {
  readonly kept: readonly string[];
  readonly setView: (view: View) => void;
  readonly remeasured: () => void;
}

/** Measures rows and holds what is seen in its place; gives what is to be done whenever rows were drawn. */
const usePlace = (root: { readonly current: HTMLDivElement | null }, heights: Map<string, number>, now: Placing) => {
  const latest = useRef(now);
  latest.current = now;
  const drawn = useRef<() => void>(() => undefined);
  useLayoutEffect(() => {
    const list = root.current;
    if (!list) return;
    const scroller = scrollerOf(list);
    const anchoring = scroller.style.overflowAnchor;
    scroller.style.overflowAnchor = 'none'; // the browser would hold what is seen in its place as well
    const held = holdPlace(scroller);
    const shown = new Set<Element>();
    let looked = Number.NaN;

    const rowsOnPage = (): readonly HTMLElement[] => [...list.querySelectorAll<HTMLElement>(':scope > .virtual-row')];
    const hold = (): void => {
      if (list.offsetParent === null) return;
      held.hold();
      const onPage = rowsOnPage();
      const { kept } = latest.current;
      const focused = rowOf(document.activeElement);
      const first = (row: (key: string) => boolean): HTMLElement | undefined =>
        onPage.find((each) => row(each.dataset.row ?? '') && isSeen(scroller, each));
      const seen =
        first((key) => key === focused) ??
        first((key) => kept.includes(key)) ??
        (scroller.scrollTop > 0 ? first(() => true) : undefined);
      held.take(seen);
    };
    const look = (): void => {
      if (list.offsetParent === null) return;
      const top = scroller.getBoundingClientRect().top - list.getBoundingClientRect().top;
      if (Math.abs(top - looked) < PACE) return;
      looked = top;
      latest.current.setView({ top: top - AROUND, bottom: top + scroller.clientHeight + AROUND });
    };
    const sizes = new ResizeObserver((entries) => {
      let isNew = false;
      for (const { target, borderBoxSize } of entries) {
        const [key, size] = [(target as HTMLElement).dataset.row, borderBoxSize[0]?.blockSize ?? 0];
        if (key === undefined || size === 0 || heights.get(key) === size) continue;
        isNew = true;
        heights.set(key, size);
      }
      if (isNew) latest.current.remeasured();
      hold();
    });
    drawn.current = () => {
      const onPage = new Set<Element>(rowsOnPage());
      for (const gone of shown) {
        if (onPage.has(gone)) continue;
        sizes.unobserve(gone);
        shown.delete(gone);
      }
      for (const row of onPage) {
        if (shown.has(row)) continue;
        sizes.observe(row);
        shown.add(row);
      }
      hold();
    };
    const scrolled = (): void => {
      look();
      hold();
    };
    const resized = new ResizeObserver(() => {
      looked = Number.NaN;
      look();
    });
    resized.observe(scroller);
    scroller.addEventListener('scroll', scrolled, { passive: true });
    scroller.addEventListener(PLACED, held.retake);
    list.addEventListener('focusin', hold);
    look();
    drawn.current();
    return () => {
      scroller.style.overflowAnchor = anchoring;
      scroller.removeEventListener('scroll', scrolled);
      scroller.removeEventListener(PLACED, held.retake);
      list.removeEventListener('focusin', hold);
      resized.disconnect();
      sizes.disconnect();
    };
  }, []);
  return () => drawn.current();
};

/** On paper there is no scrolling: all rows are on the page while it is printed. */
const useWholeInPrint = (showAll: (all: boolean) => void): void => {
  useEffect(() => {
    const before = (): void => showAll(true);
    const after = (): void => showAll(false);
    addEventListener('beforeprint', before);
    addEventListener('afterprint', after);
    return () => {
      removeEventListener('beforeprint', before);
      removeEventListener('afterprint', after);
    };
  }, []);
};
