import assert from 'node:assert/strict';
import type { Node } from 'prosemirror-model';
import { EditorState, type Transaction } from 'prosemirror-state';
import { history } from '../../../client/history.ts';
import { type Move, moveOf } from '../../../client/session.ts';
import { keyOf, type Target } from '../../../shared/target.ts';

/** The texts that a person has open, each in a real editor state with its own history. */
export class Editors {
  readonly #open = new Map<string, { readonly target: Target; readonly state: EditorState }>();
  readonly #textOf: (target: Target) => Node;

  /** `textOf` is the text that the session sees. */
  constructor(textOf: (target: Target) => Node) {
    this.#textOf = textOf;
  }

  /** The editor of a text, opened now if it is not open yet. */
  of(target: Target): EditorState {
    const key = keyOf(target);
    const open = this.#open.get(key);
    if (open) return open.state;
    const state = EditorState.create({ doc: this.#textOf(target), plugins: [history()] });
    this.#open.set(key, { target, state });
    return state;
  }

  /** Shows a change that the session has taken in. */
  show(target: Target, transaction: Transaction): void {
    this.#open.set(keyOf(target), { target, state: this.of(target).apply(transaction) });
    this.#check(target);
  }

  /** Every open text follows the moves that the session made. */
  follow(moves: readonly Move[], marked: (transaction: Transaction, move: Move) => Transaction): void {
    for (const { target, state } of [...this.#open.values()]) {
      const move = moveOf(moves, target) ?? { target, steps: [], mirrors: [] };
      const transaction = state.tr;
      for (const step of move.steps) transaction.step(step);
      this.show(target, marked(transaction, move));
    }
  }

  /** The article's text follows its moves; the others are opened anew, as they are now. */
  followBody(moves: readonly Move[], marked: (transaction: Transaction, move: Move) => Transaction): void {
    for (const key of this.#open.keys()) if (key !== 'body') this.#open.delete(key);
    this.follow(moves, marked);
  }

  /** The page is closed. */
  close(): void {
    this.#open.clear();
  }

  #check(target: Target): void {
    assert.ok(
      this.of(target).doc.eq(this.#textOf(target)),
      `the editor of ${keyOf(target)} shows what the session sees`,
    );
  }
}
