import { PLACED } from './held-place.ts';
import { isNarrow } from './narrow.ts';

const column = (): HTMLElement | null => document.querySelector('.text-column');
const list = (): HTMLElement | null => document.querySelector('.side-panel');

/** The first piece of a claim's words on screen. */
const wordsOn = (claim: string): Element | null =>
  document.querySelector(`.ProseMirror [data-claim="${CSS.escape(claim)}"]`);

const MARGIN = 72;

/** Scrolls the list of cards, and says so at once: the browser tells of it only after more was drawn. */
const scrollList = (by: number): void => {
  const panel = list();
  panel?.scrollBy({ top: by });
  panel?.dispatchEvent(new Event(PLACED));
};

/** Whether the cards lie over the text instead of beside it. */
export const isStacked = (): boolean => isNarrow.peek();

/** Brings a numbered paragraph into view. */
export const showBlock = (number: number): void => {
  document
    .querySelector(`.ProseMirror [data-number="${number}"]`)
    ?.scrollIntoView({ block: 'center', behavior: 'smooth' });
};

/** Brings a claim's words into view, if they are not. */
export const showWords = (claim: string): void => {
  const words = wordsOn(claim);
  const box = column()?.getBoundingClientRect();
  if (!words || !box) return;
  const { top, bottom } = words.getBoundingClientRect();
  const floor = isStacked() ? box.top + box.height * 0.4 : box.bottom;
  if (top >= box.top + MARGIN / 2 && bottom <= floor - MARGIN / 2) return;
  column()?.scrollBy({ top: top - box.top - (floor - box.top) * 0.33 });
};

/** Brings a card that was opened where it lies into view, its head always. */
export const showCard = (claim: string): void => {
  const card = document.getElementById(`card-${claim}`)?.getBoundingClientRect();
  const box = list()?.getBoundingClientRect();
  if (!card || !box) return;
  const below = card.bottom - box.bottom + 14;
  if (below > 0) scrollList(Math.min(below, card.top - box.top - 8));
};

/** Scrolls the cards so that a claim's card stands beside its words, as far as the list reaches. */
export const alignCard = (claim: string): void => {
  const card = document.getElementById(`card-${claim}`);
  const panel = list();
  if (!card || !panel) return;
  const box = panel.getBoundingClientRect();
  const { top, height } = card.getBoundingClientRect();
  const words = isStacked() ? undefined : wordsOn(claim)?.getBoundingClientRect().top;
  const wanted = words === undefined ? box.top + 8 : words - 12;
  // The whole card is in view where it can be, its head always.
  const lowest = Math.max(box.top + 8, box.bottom - height - 14);
  scrollList(top - Math.max(box.top + 8, Math.min(wanted, lowest)));
};
