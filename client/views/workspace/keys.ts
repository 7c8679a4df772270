import { useEffect } from 'preact/hooks';
import { OFFERED } from '../../../shared/scale.ts';
import {
  addSource,
  type Command,
  editText,
  markClaim,
  markUncheckable,
  nextClaim,
  previousClaim,
  rate,
  stepBack,
} from '../../commands.ts';
import { turnKeys } from '../../editor/keymap.ts';
import { findElsewhere, nextOccurrence, splitClaim } from '../../splitting.ts';
import type { Key } from '../../strings/index.ts';
import { moveOn } from '../../work-commands.ts';
import type { Workspace } from '../../workspace.ts';
import { shownView } from './editor-view.ts';
import { focusCard, focusSearch } from './focusing.ts';

/** A single key and what it does. */
export interface SingleKey {
  readonly key: string;
  readonly shown: readonly string[];
  readonly says: Key;
  readonly command: Command;
}

const ratings: readonly SingleKey[] = Array.from({ length: OFFERED.most }, (_, index) => index + 1).map((place) => ({
  key: String(place),
  shown: [String(place)],
  says: 'keys.rate',
  command: rate(place - 1),
}));

/** The keys that work while the text is only read and nothing is being filled in. */
export const SINGLE_KEYS: readonly SingleKey[] = [
  { key: 'c', shown: ['C'], says: 'keys.mark', command: markClaim() },
  { key: 'n', shown: ['N'], says: 'keys.uncheckable', command: markUncheckable },
  { key: 'j', shown: ['J'], says: 'keys.next', command: nextClaim },
  { key: 'k', shown: ['K'], says: 'keys.previous', command: previousClaim },
  { key: 's', shown: ['S'], says: 'keys.source', command: addSource },
  { key: 'x', shown: ['X'], says: 'keys.split', command: splitClaim },
  { key: 'f', shown: ['F'], says: 'keys.elsewhere', command: findElsewhere },
  { key: 'o', shown: ['O'], says: 'keys.occurrence', command: nextOccurrence },
  ...ratings,
  { key: 'w', shown: ['W'], says: 'keys.work', command: moveOn },
  { key: 'e', shown: ['E'], says: 'keys.edit', command: editText },
];

const FILLED_IN = 'input, textarea, select, dialog, .is-rationale';

const isFilledIn = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest(FILLED_IN) !== null;

/** Listens to the keys of the workspace. */
export const useKeys = (store: Workspace, showKeys: () => void): void => {
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (
        event.isComposing ||
        store.past.value !== undefined ||
        store.board.value ||
        document.querySelector('dialog[open], [popover=auto]:popover-open')
      )
        return;
      if (pressed(store, event, showKeys)) event.preventDefault();
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

const pressed = (store: Workspace, event: KeyboardEvent, showKeys: () => void): boolean => {
  const modified = event.ctrlKey || event.metaKey || event.altKey;
  if ((event.ctrlKey || event.metaKey) && event.altKey && event.code === 'KeyC') return store.run(markClaim());
  if (isFilledIn(event.target)) return false;
  if (modified) return turnedElsewhere(event);
  if (event.key === 'Escape') return store.run(stepBack);
  if (store.editing.value && event.target instanceof Element && event.target.closest('.ProseMirror')) return false;
  if (event.key === '/') return focusSearch();
  if (event.key === 'b') {
    store.board.value = true;
    return true;
  }
  if (event.key === '?') {
    showKeys();
    return true;
  }
  if (event.key === 'Enter' && event.target instanceof Element && event.target.closest('button, a, summary') === null)
    return focusCard(store.claim.value);
  const single = SINGLE_KEYS.find(({ key }) => key === event.key.toLowerCase());
  return single !== undefined && store.run(single.command);
};
