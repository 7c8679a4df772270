import type { Step } from 'prosemirror-transform';
import type { Place } from './adoption.ts';
import type { Turn } from './session.ts';
import type { Wire } from './wire.ts';

/** The text on screen, which follows the session step by step. */
export interface TextOnScreen {
  /** Others' steps come in, or own ones that were not typed; with `mirrors` they are others'. */
  readonly follow: (steps: readonly Step[], mirrors?: Turn['mirrors']) => void;
  /** The text is another one altogether. */
  readonly reset: () => void;
  /** Nothing is selected any more. */
  readonly unselect: () => void;
}

/** What the workspace is handed in: time, ids, a wire, and its place in the outbox where there is one. */
export interface Ports {
  readonly wire: Wire;
  readonly place?: Place;
  readonly now: () => string;
  readonly newId: () => string;
  /** Says something to the reviewer that passes by itself. */
  readonly say: (words: string) => void;
}
