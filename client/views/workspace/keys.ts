import { useLayoutEffect } from 'preact/hooks';
import { isAlone, isChord, namesOf, withModifiers } from '../../chords.ts';
import { commandsFor } from '../../command-register.ts';
import type { CommandRow } from '../../command-row.ts';
import { stepBack } from '../../commands.ts';
import { turnKeys } from '../../editor/keymap.ts';
import { backToText, openHere } from '../../screen-commands.ts';
import { singleKeys } from '../../single-keys.ts';
import type { Workspace } from '../../workspace.ts';
import { shownView } from './editor-view.ts';
import { focusCard } from './focusing.ts';
import { isHeld } from './typed-ahead.ts';

const FILLED_IN = 'input, textarea, select, dialog, .is-rationale';

const isIn = (target: EventTarget | null, selector: string): boolean =>
  target instanceof Element && target.closest(selector) !== null;

/** Whether a dialog or a menu lies over the workspace. */
const isCovered = (): boolean => document.querySelector('dialog[open], [popover=auto]:popover-open') !== null;

/** Whether a key writes a sign into the article's text, and so is no command: all that typing costs here. */
const isWriting = (store: Workspace, event: KeyboardEvent): boolean =>
  store.editing.peek() &&
  event.key.length === 1 &&
  isAlone(event) &&
  isIn(event.target, '.ProseMirror') &&
  !isIn(event.target, FILLED_IN);

/** Listens to the keys of the workspace. */
export const useKeys = (store: Workspace): void => {
  useLayoutEffect(() => {
    // Before the text is seen, so that no key is missed.
    const press = (event: KeyboardEvent): void => {
      if (event.isComposing || store.past.value !== undefined || store.board.value) return;
      const isTaken = isWriting(store, event) ? isHeld(store, event) : !isCovered() && pressed(store, event);
      if (isTaken) event.preventDefault();
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, [store]);
};

/** Undo and redo where the text, which has these keys itself, does not have the focus. */
const turnedElsewhere = (event: KeyboardEvent): boolean => {
  const view = shownView.peek();
  return !event.defaultPrevented && view !== undefined && turnKeys(view, event);
};

/** Out of the card to its words, or else a step back. */
const leave = (store: Workspace, target: EventTarget | null): boolean =>
  (isIn(target, '.card.is-selected') && store.run(backToText)) || store.run(stepBack);

/** To the card of the claim that is open, or in whose words the caret stands. */
const goIn = (store: Workspace, target: EventTarget | null): boolean =>
  isIn(target, '.ProseMirror') && store.run(openHere) ? true : focusCard(store.claim.peek());

const isModified = ({ key }: CommandRow, event: KeyboardEvent): boolean =>
  key !== undefined && isChord(withModifiers(key), event);

const pressed = (store: Workspace, event: KeyboardEvent): boolean => {
  const { key, target } = event;
  const article = store.article.peek();
  if (!article) return false;
  const rows = commandsFor(article);
  const writes = store.editing.peek() && isIn(target, '.ProseMirror');
  const modified = rows.find((row) => isModified(row, event) && (!writes || row.whileEditing));
  if (modified && (!isIn(target, FILLED_IN) || modified.whileEditing)) return store.run(modified.command);
  const list = rows.find(({ id }) => id === 'commands');
  if (list?.chord && isChord(list.chord, event)) return store.run(list.command);
  if (key === 'Escape' && !event.defaultPrevented && isIn(target, '.claim-details'))
    return focusCard(store.claim.peek());
  if (isIn(target, FILLED_IN)) return false;
  if (isHeld(store, event)) return true;
  const chord = rows.find((row) => row.group === 'select' && row.chord && isChord(row.chord, event));
  if (chord) return store.run(chord.command);
  if (!isAlone(event)) return turnedElsewhere(event);
  // A form that was left, from one of its buttons, is the step back.
  if (key === 'Escape') return (event.defaultPrevented && isIn(target, 'form')) || leave(store, target);
  if (writes) return false;
  if (key === 'Enter') return !isIn(target, 'button, a, summary') && goIn(store, target);
  if (!singleKeys.peek()) return false;
  const single = namesOf(event)
    .map((name) => rows.find((row) => row.key === name))
    .find((row) => row !== undefined);
  return single !== undefined && store.run(single.command);
};
