import { Plugin } from 'prosemirror-state';

const CHANGES_TEXT = new Set(['Enter', 'Backspace', 'Delete']);
const MOVES = new Set(['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End', 'PageUp', 'PageDown']);

/**
 * While the text is only read, words can be selected by mouse and keyboard and single keys are free for commands; nothing that
 * is typed, pasted or dropped changes the text. The caret is shown to who moves it by keyboard, the
 * focus to who came by Tab.
 */
export const readingMode = (isEditing: () => boolean): Plugin => {
  const stop = (_view: unknown, event: Event): boolean => {
    if (isEditing()) return false;
    event.preventDefault();
    return true;
  };
  return new Plugin({
    props: {
      attributes: (): Record<string, string> => ({
        'aria-readonly': String(!isEditing()),
        class: isEditing() ? 'is-editing' : 'is-reading',
        inputmode: isEditing() ? 'text' : 'none',
        spellcheck: String(isEditing()),
      }),
      handleKeyDown: (view, event) => {
        if (isEditing()) return false;
        if (MOVES.has(event.key)) view.dom.classList.add('by-keyboard');
        return CHANGES_TEXT.has(event.key);
      },
      handleDOMEvents: {
        beforeinput: stop,
        keypress: stop,
        paste: stop,
        cut: stop,
        drop: stop,
        dragstart: stop,
        mousedown: (view) => {
          view.dom.classList.remove('by-keyboard');
          return false;
        },
        // Let go here, the key was pressed where the focus came from.
        keyup: (view, event) => {
          if (event.key === 'Tab') view.dom.classList.add('tabbed-into');
          return false;
        },
        blur: (view) => {
          view.dom.classList.remove('tabbed-into');
          return false;
        },
      },
    },
  });
};
