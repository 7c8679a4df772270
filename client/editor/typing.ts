import { Plugin } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';

/** Whether the caret is in words that something is drawn on: the view keeps those in an element within the block. */
const isInDrawing = (view: EditorView): boolean => {
  const { anchorNode } = document.getSelection() ?? {};
  const element = anchorNode?.nodeType === 3 ? anchorNode.parentElement : undefined;
  return element instanceof HTMLSpanElement && view.dom.contains(element);
};

/**
 * Puts a character that is typed in a claim, or in other words that are drawn on, into the text at once. Let through, the browser would
 * write and lay it out first, and the view, which takes what was written there for broken, would make the words anew and have them laid
 * out again. Where the browser corrects what one types on a touch screen, and everywhere else in the text, it goes on writing.
 */
export const typing = (isEditing: () => boolean): Plugin =>
  new Plugin({
    props: {
      handleKeyPress: (view, { key }) => {
        const { selection, tr } = view.state;
        if (key.length !== 1 || !selection.empty || !isEditing() || navigator.maxTouchPoints > 0) return false;
        if (!isInDrawing(view)) return false;
        view.dispatch(tr.insertText(key).scrollIntoView());
        return true;
      },
    },
  });
