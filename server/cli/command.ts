import type { ParseArgsConfig } from 'node:util';

/** What a command is run with. */
export interface Around {
  /** Tells a person who waits how far it is; without `of` it is not known how much there is, and `done` are bytes. */
  readonly progress: (done: number, of?: number) => void;
  /** A line for whoever goes on with what comes out (standard output). */
  readonly print: (line: string) => void;
  /** A line for a person (standard error). */
  readonly say: (line: string) => void;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Aborted when it is called off from the keyboard. */
  readonly signal: AbortSignal;
}

/** What a command comes to: words to print, where there are any left, and the exit code. */
export interface Came {
  readonly code: number;
  readonly words?: string;
}

/** What a command is called with: its words, and its options by their names. */
export interface Called {
  readonly words: readonly string[];
  readonly options: Readonly<Record<string, string | boolean | undefined>>;
}

/** An option of a command; one with a `value` is followed by it. */
export interface Option {
  readonly name: string;
  /** What its value is, in capitals. */
  readonly value?: string;
  readonly says: string;
}

/** Exit codes of all commands, in the words of their help. */
export const EXIT = { done: 0, failed: 1, misused: 2, partial: 3, noServer: 4, calledOff: 130 } as const;

/** A command of the command line. Exit code 2 is for all of them: called wrongly, or a file that cannot be opened. */
export interface Command {
  /** The command as it is called, its words in capitals. */
  readonly usage: string;
  /** What it does, in a line. */
  readonly says: string;
  /** The fewest and the most words after its name. */
  readonly words: readonly [least: number, most: number];
  readonly options: readonly Option[];
  /** What else is to be known, such as examples and what its exit codes mean. */
  readonly more: string;
  readonly run: (called: Called, around: Around) => Promise<Came>;
}

/** A command was called wrongly, or cannot do with what it was given. */
export class Misused extends Error {}

/** The options of a command as Node parses them. */
export const parsedAs = (options: readonly Option[]): NonNullable<ParseArgsConfig['options']> =>
  Object.fromEntries(options.map(({ name, value }) => [name, { type: value === undefined ? 'boolean' : 'string' }]));

/** The text of an option, if it was given. */
export const textOf = ({ options }: Called, name: string): string | undefined => {
  const value = options[name];
  return typeof value === 'string' ? value : undefined;
};
