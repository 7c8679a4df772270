import { type EditorState, TextSelection, type Transaction } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';

/**
 * Takes in where the caret of a text is on the page. The browser tells of a new selection late: a key that is pressed at once, and
 * what others do meanwhile, would find the one before it and put that back.
 */
export const readSelection = (view: EditorView): void => {
  const { anchorNode, focusNode, anchorOffset, focusOffset } = document.getSelection() ?? {};
  if (!anchorNode || !focusNode || anchorOffset === undefined || focusOffset === undefined) return;
  if (view.composing || !view.hasFocus() || !view.dom.contains(anchorNode) || !view.dom.contains(focusNode)) return;
  const { doc, selection, tr } = view.state;
  if (!(selection instanceof TextSelection)) return;
  const [anchor, head] = [view.posAtDOM(anchorNode, anchorOffset), view.posAtDOM(focusNode, focusOffset)];
  if (selection.anchor === anchor && selection.head === head) return;
  view.dispatch(tr.setSelection(TextSelection.between(doc.resolve(anchor), doc.resolve(head))));
};

/** Draws something anew in a text, with its caret where it is on the page; nothing when there is nothing to draw. */
export const drawIn = (view: EditorView, drawing: (state: EditorState) => Transaction | undefined): void => {
  readSelection(view);
  const drawn = drawing(view.state);
  if (drawn) view.dispatch(drawn);
};
