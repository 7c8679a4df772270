import type { EditorView } from 'prosemirror-view';

const MS = 2_400;

/** Brings the block at a position of the text into view and lights it up for a moment. */
export const flashAt = (view: EditorView | undefined, position: number): void => {
  const block = view?.nodeDOM(position);
  if (!(block instanceof HTMLElement)) return;
  block.scrollIntoView({ block: 'center' });
  // An animation and no class: the editor would take the class away again.
  block.animate({ background: ['var(--accent-wash)', 'var(--accent-wash)', 'transparent'] }, MS);
};
