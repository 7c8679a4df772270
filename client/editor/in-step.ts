import { batch } from '@preact/signals';
import type { Node } from 'prosemirror-model';
import { type EditorState, type Plugin, TextSelection, type Transaction } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import type { Target } from '../../shared/target.ts';
import { lettingGo, markActed, turningOf } from '../history.ts';
import { keyFirst } from '../key-first.ts';
import type { TextOnScreen } from '../ports.ts';
import type { Workspace } from '../workspace.ts';
import { watchComposing } from './composing.ts';
import { done, editorStateOn, followsSession, incoming } from './editor-state.ts';
import { readSelection } from './read-selection.ts';

/** What a text is kept in step with, and what is told of it. */
interface Parts {
  readonly target: Target;
  readonly plugins: readonly Plugin[];
  /** The text as the session sees it now. */
  readonly doc: () => Node;
  /** Its words or its selection changed. */
  readonly moved: (state: EditorState) => void;
  /** It is another one altogether, in a new state of the editor. */
  readonly anew?: () => void;
}

/** A text in step with the session: what is typed is in the session first, what comes through the session is shown. */
export interface InStep {
  /** The text with its selection and its history, as a view begins with it. */
  readonly state: () => EditorState;
  readonly dispatch: (transaction: Transaction) => void;
  /** A view shows the text from now on, until what is returned is called; the text goes on without one. */
  readonly showIn: (view: EditorView) => () => void;
  readonly close: () => void;
}

/** Keeps a text of a workspace in step until it is closed, whether it is in sight or not. */
export const keepInStep = (workspace: Workspace, { target, plugins, doc, moved, anew }: Parts): InStep => {
  let state = editorStateOn(doc(), plugins);
  let view: EditorView | undefined;
  const put = (next: EditorState): void => {
    state = next;
    view?.updateState(next);
  };

  /** The transaction as it is to be, once the session has taken it in; nothing when it does not. */
  const takenIn = (transaction: Transaction): Transaction | undefined => {
    if (followsSession(transaction)) return transaction;
    const turning = turningOf(transaction);
    if (!turning)
      return !transaction.docChanged || workspace.typed(target, transaction.steps) ? transaction : undefined;
    const turned = workspace.turns(target, transaction.steps, turning);
    if ('session' in turned) return markActed(transaction, turned.takeback);
    return turned.passes ? undefined : lettingGo(state, turning.way);
  };

  const takeIn = (given: Transaction): void =>
    batch(() => {
      const transaction = takenIn(given);
      put(transaction ? state.apply(transaction) : state); // what the browser did to the page already is undone
      if (transaction?.selectionSet || transaction?.docChanged) moved(state);
    });

  const dispatch = (given: Transaction): void => {
    if (given.docChanged && !followsSession(given)) keyFirst(() => takeIn(given));
    else takeIn(given);
  };

  const reset = (): void => {
    put(editorStateOn(doc(), plugins));
    anew?.();
  };
  const show = (change: (state: EditorState) => Transaction): void => {
    if (view) readSelection(view);
    dispatch(change(state));
    if (!state.doc.eq(doc())) reset(); // never show another text than the session's
  };
  const onScreen: TextOnScreen = {
    follow: (steps, mirrors) => show((now) => incoming(now, steps, mirrors)),
    did: (steps, takeback, goesOn) => show((now) => done(now, steps, takeback, goesOn)),
    reset,
    unselect: () => dispatch(state.tr.setSelection(TextSelection.near(state.selection.$to, -1))),
  };

  return {
    state: () => state,
    dispatch,
    showIn: (shown) => {
      view = shown;
      const stop = watchComposing(shown.dom, (composing) => workspace.composes(composing));
      return () => {
        stop();
        if (view === shown) view = undefined;
      };
    },
    close: workspace.exchange.texts.attach(target, onScreen),
  };
};
