import type { Caret } from './caret.ts';
import type { Stretch } from './stretch.ts';
import type { TextOnScreen } from './text-on-screen.ts';

/** What is lit up in a copy: the pinned passage, those of other evidence, what was found, the one of it that is shown, and the caret. */
const LIGHTS = ['pinned', 'others', 'found', 'now', 'caret'] as const;

/** What is to be lit up, by kind. */
export type Lights = Readonly<Record<(typeof LIGHTS)[number], readonly Stretch[]>>;

/** A copy as it stands on the screen: as words, as a page, or as the pages of a PDF. */
export interface Surface {
  /** What has the words in it, and is scrolled by `scroller`. */
  readonly root: HTMLElement;
  readonly scroller: Element;
  readonly words: TextOnScreen;
  /** Brings a place that is not drawn yet onto the screen; resolves when it may be looked at. */
  readonly prepare: (offset: number) => Promise<void>;
}

const windowOf = (surface: Surface): (Window & typeof globalThis) | null => surface.root.ownerDocument.defaultView;

/** Lights up stretches (CSS Custom Highlight API); where a browser cannot, the selection alone says what is meant. */
export const light = (surface: Surface, lights: Lights): void => {
  const own = windowOf(surface);
  if (!own || !('highlights' in own.CSS)) return;
  for (const [priority, name] of LIGHTS.entries()) {
    const highlight = new own.Highlight(...lights[name].flatMap((each) => surface.words.rangesOf(each)));
    highlight.priority = priority;
    own.CSS.highlights.set(`copy-${name}`, highlight);
  }
};

/** Puts out what is lit up in the page around the viewer. */
export const putOut = (): void => {
  if ('highlights' in CSS) for (const name of LIGHTS) CSS.highlights.delete(`copy-${name}`);
};

/** What is selected on a surface; nothing when that is elsewhere. */
export const selectedOn = ({ root, words }: Surface): Caret | undefined => {
  const selection = root.ownerDocument.getSelection();
  if (!selection?.anchorNode || !selection.focusNode || !root.contains(selection.anchorNode)) return undefined;
  if (!root.contains(selection.focusNode)) return undefined;
  const anchor = words.offsetOf(selection.anchorNode, selection.anchorOffset);
  const focus = words.offsetOf(selection.focusNode, selection.focusOffset);
  return anchor === undefined || focus === undefined ? undefined : { anchor, focus };
};

/** Selects on a surface what was chosen with keys, so that it can be seen and copied. */
export const selectOn = ({ root, words }: Surface, { anchor, focus }: Caret): void => {
  const isBackward = focus < anchor;
  const from = words.pointAt(anchor, isBackward ? 'end' : 'start');
  const to = words.pointAt(focus, isBackward || focus === anchor ? 'start' : 'end');
  const selection = root.ownerDocument.getSelection();
  if (from && to) selection?.setBaseAndExtent(from.node, from.offset, to.node, to.offset);
};

const boxOf = ({ words }: Surface, offset: number): DOMRect | undefined =>
  words.rangesOf({ start: offset, end: offset + 1 })[0]?.getBoundingClientRect();

/** No line is longer. */
const LINE = 2_000;

/** The place on the line below or above another, as near as can be under or over it. */
export const onNextLine = (surface: Surface, length: number, at: number, way: 1 | -1): number => {
  const from = boxOf(surface, Math.min(at, length - 1));
  if (!from) return Math.max(0, Math.min(length, at + way));
  let best: { readonly offset: number; readonly far: number } | undefined;
  let line: DOMRect | undefined;
  for (let step = 1; step < LINE; step += 1) {
    const offset = at + step * way;
    if (offset < 0 || offset >= length) break;
    const box = boxOf(surface, offset);
    if (!box || box.width === 0) continue;
    const isOther = way === 1 ? box.top >= from.top + from.height * 0.6 : box.bottom <= from.bottom - from.height * 0.6;
    if (!isOther && !line) continue;
    if (line && Math.abs(box.top - line.top) > line.height * 0.6) break;
    line ??= box;
    const far = Math.abs(box.left - from.left);
    if (!best || far < best.far) best = { offset, far };
  }
  return best?.offset ?? (way === 1 ? length : 0);
};

/** Scrolls a place into the middle of what is seen, unless it is in sight. */
export const reveal = async (surface: Surface, { start }: Pick<Stretch, 'start'>, always = false): Promise<void> => {
  await surface.prepare(start);
  const { scroller } = surface;
  // What is above may be drawn, and grow, only once it comes near: so it is looked again.
  for (let attempt = 0; attempt < 3; attempt += 1) {
    const box = boxOf(surface, start);
    if (!box) return;
    const isDocument = scroller === scroller.ownerDocument.documentElement;
    const top = isDocument ? 0 : scroller.getBoundingClientRect().top;
    const height = scroller.clientHeight;
    const isInSight = box.top >= top + 8 && box.bottom <= top + height - 8;
    if (isInSight && (!always || attempt > 0)) return;
    scroller.scrollTop += box.top - top - height / 2 + box.height / 2;
  }
};
