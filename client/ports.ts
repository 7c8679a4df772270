import type { Step } from 'prosemirror-transform';
import type { Place } from './adoption.ts';
import type { Move } from './session.ts';
import type { Takeback } from './taking-back.ts';
import type { Wire } from './wire.ts';

/** The text on screen, which follows the session step by step. */
export interface TextOnScreen {
  /** Others' steps come in. */
  readonly follow: (steps: readonly Step[], mirrors: Move['mirrors']) => void;
  /** Something was done that was not typed: its steps, and how the rest of it is taken back, if undo is to. */
  readonly did: (steps: readonly Step[], takeback: Takeback | undefined, goesOn: boolean) => void;
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
  /** Says what went wrong, or, with a way to take it back, what was done. */
  readonly say: (words: string, undo?: () => void) => void;
}
