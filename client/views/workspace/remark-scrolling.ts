const idOf = (remark: string): string => `remark-${remark.replaceAll(' ', '-')}`;

/** Brings a thread, a correction or a draft of one into view among the others, once it is drawn. */
export const showRemark = (remark: string): void => {
  requestAnimationFrame(() => {
    const panel = document.querySelector('.side-panel');
    const card = document.getElementById(idOf(remark));
    if (!panel || !card) return;
    const [box, { top, bottom }] = [panel.getBoundingClientRect(), card.getBoundingClientRect()];
    const [above, below] = [top - box.top - 8, bottom - box.bottom + 14];
    if (above < 0 || below > 0) panel.scrollBy({ top: above < 0 ? above : Math.min(above, below) });
  });
};

/** Brings the words of a thread or a correction into view. */
export const showRemarkWords = (remark: string): void => {
  const words = document.querySelector(`.ProseMirror [data-remark="${CSS.escape(remark)}"]`);
  words?.scrollIntoView({ block: 'center' });
};

/** Puts the focus on a remark that comes onto the page now. */
export const focusRemark = (id: string | undefined): void => {
  const focus = (): void =>
    document.getElementById(`remark-${id}`)?.querySelector('button')?.focus({ preventScroll: true });
  requestAnimationFrame(() => requestAnimationFrame(focus));
};
