import { keyOf, type Target } from '../shared/target.ts';
import type { TextOnScreen } from './ports.ts';
import { type Move, moveOf } from './session.ts';
import type { Takeback } from './taking-back.ts';

/** The texts that editors keep in step with the session: one at a time for each target. */
export class TextsOnScreen {
  readonly #texts = new Map<string, TextOnScreen>();

  /** A text follows from now on; what it returns ends that. */
  attach(target: Target, text: TextOnScreen): () => void {
    const key = keyOf(target);
    this.#texts.set(key, text);
    return () => {
      if (this.#texts.get(key) === text) this.#texts.delete(key);
    };
  }

  #at(target: Target): TextOnScreen | undefined {
    return this.#texts.get(keyOf(target));
  }

  /** Others' steps came in. */
  follow(moves: readonly Move[]): void {
    for (const { target, steps, mirrors } of moves) this.#at(target)?.follow(steps, mirrors);
  }

  /** Something was done that was not typed. How what is no text in it is taken back stands on the article's stack. */
  did(moves: readonly Move[], takeback: Takeback | undefined, goesOn: boolean): void {
    for (const { target, steps } of moves) if (target !== 'body') this.#at(target)?.did(steps, undefined, false);
    const { steps } = moveOf(moves, 'body') ?? { steps: [] };
    if (steps.length > 0 || takeback) this.#at('body')?.did(steps, takeback, goesOn);
  }

  /** The texts are others altogether. */
  reset(): void {
    for (const text of this.#texts.values()) text.reset();
  }

  /** All texts beside the article's own are others altogether. */
  resetRationales(): void {
    for (const [key, text] of this.#texts) if (key !== keyOf('body')) text.reset();
  }

  /** Nothing of the article is selected any more. */
  unselect(): void {
    this.#at('body')?.unselect();
  }
}
