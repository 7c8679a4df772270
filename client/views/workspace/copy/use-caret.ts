import { useEffect, useRef, useState } from 'preact/hooks';
import { type Caret, movedCaret, moveOf, sentenceAt, stretchOfCaret } from '../../../copy/caret.ts';
import { type Stretch, trimmed } from '../../../copy/stretch.ts';
import { onNextLine, reveal, type Surface, selectedOn, selectOn } from '../../../copy/surface.ts';

interface Parts {
  readonly surface: Surface | undefined;
  readonly text: string;
  /** Where the caret begins when a key first asks for it. */
  readonly begin: number;
  /** What other keys do; true when a key was one of theirs. */
  readonly onKey: (event: KeyboardEvent) => boolean;
}

const isSame = (one: Caret | undefined, other: Caret | undefined): boolean =>
  one?.anchor === other?.anchor && one?.focus === other?.focus;

const isFromRight = ({ root, words }: Surface, at: number): boolean => {
  const node = words.pointAt(at, 'start')?.node.parentElement ?? root;
  return root.ownerDocument.defaultView?.getComputedStyle(node).direction === 'rtl';
};

/** What is chosen in a copy, with the mouse or with keys. */
export const useCaret = ({ surface, text, begin, onKey }: Parts) => {
  const [caret, draw] = useState<Caret>();
  const now = useRef<Caret | undefined>(undefined); // keys come faster than it is drawn
  const setCaret = (next: Caret | undefined): void => {
    if (isSame(now.current, next)) return;
    now.current = next;
    draw(next);
  };

  const put = (next: Caret): void => {
    setCaret(next);
    if (!surface) return;
    selectOn(surface, next);
    void reveal(surface, { start: next.focus }).then(() => selectOn(surface, next));
  };
  const choose = ({ start, end }: Stretch): void => put({ anchor: start, focus: end });

  useEffect(() => {
    if (!surface) return;
    const { root } = surface;
    const page = root.ownerDocument;
    const on: EventTarget = page === document ? root : page;
    const selected = (): void => {
      const selection = selectedOn(surface);
      if (selection) setCaret(selection);
    };
    const pressed = (event: Event): void => {
      if (!(event instanceof page.defaultView!.KeyboardEvent)) return;
      const move = moveOf(event, isFromRight(surface, now.current?.focus ?? begin));
      if (move) {
        const from = now.current ?? { anchor: begin, focus: begin };
        put(movedCaret(text, from, move, (at, way) => onNextLine(surface, text.length, at, way)));
      } else if (event.key === 's' && !event.ctrlKey && !event.metaKey && !event.altKey)
        choose(sentenceAt(text, now.current ? stretchOfCaret(now.current).start : begin));
      else if (!onKey(event)) return;
      event.preventDefault();
      event.stopPropagation();
    };
    page.addEventListener('selectionchange', selected);
    on.addEventListener('keydown', pressed);
    return () => {
      page.removeEventListener('selectionchange', selected);
      on.removeEventListener('keydown', pressed);
    };
  });

  /** What is chosen at this moment, drawn or not. */
  const chosenNow = (): Stretch | undefined => now.current && trimmed(text, stretchOfCaret(now.current));

  return { caret, choose, chosenNow, drop: () => setCaret(undefined) };
};
