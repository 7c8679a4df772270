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

/** What prosemirror-view keeps of a mouse that is held down, which it does not tell of in its types. */
interface Held {
  readonly input: { readonly mouseDown?: { delayedSelectionSync: boolean } | null };
}

/**
 * Takes in what was selected with the mouse before the view hears that it is let go. A moment after that the view would put on the page
 * what it knows of the selection, and a key that was pressed by then had moved the caret: the next would replace the words selected.
 */
export const readWhenLetGo = (view: EditorView): void => {
  readSelection(view);
  const { mouseDown } = (view as unknown as Held).input;
  if (mouseDown) mouseDown.delayedSelectionSync = false;
};
