import type { Node, ResolvedPos } from 'prosemirror-model';
import { EditorState, type Plugin, type Selection, TextSelection, type Transaction } from 'prosemirror-state';
import type { Step } from 'prosemirror-transform';
import { markActed, markIncoming } from '../history.ts';
import type { Move } from '../session.ts';
import type { Takeback } from '../taking-back.ts';

/** The state of an editor on a text. */
export const editorStateOn = (doc: Node, plugins: readonly Plugin[]): EditorState =>
  EditorState.create({ doc, plugins });

const FOLLOWS = 'follows';

/** Whether a transaction follows the session, instead of the session following it. */
export const followsSession = (transaction: Transaction): boolean => transaction.getMeta(FOLLOWS) === true;

/**
 * One transaction with others' steps; what is taken back and comes again keeps the selection by its mirror. What they put in at
 * the caret stands behind it, so that two who write at one place do not write into each other's words.
 */
export const incoming = (state: EditorState, steps: readonly Step[], mirrors: Move['mirrors']): Transaction => {
  const transaction = following(state, steps);
  // As in prosemirror-collab: public in all but the types.
  const mapping = transaction.mapping as typeof transaction.mapping & { setMirror(one: number, other: number): void };
  for (const [away, again] of mirrors) mapping.setMirror(away, again);
  if (state.selection instanceof TextSelection) transaction.setSelection(keptOf(state.selection, transaction));
  return markIncoming(transaction, { mirrors });
};

/** The words that were selected, and no others; or the caret, behind what is its own. */
const keptOf = (selection: TextSelection, { doc, mapping }: Transaction): Selection => {
  const { anchor, head, empty } = selection;
  const kept = (position: number): ResolvedPos =>
    doc.resolve(mapping.map(position, empty || position === selection.to ? -1 : 1));
  return TextSelection.between(kept(anchor), kept(head), -1);
};

/** One transaction with what a command did: undo takes its steps back and, where it can be, the rest. */
export const done = (
  state: EditorState,
  steps: readonly Step[],
  takeback: Takeback | undefined,
  goesOn: boolean,
): Transaction => markActed(following(state, steps), takeback, goesOn);

const following = (state: EditorState, steps: readonly Step[]): Transaction => {
  const transaction = state.tr;
  for (const step of steps) transaction.step(step);
  return transaction.setMeta(FOLLOWS, true);
};
