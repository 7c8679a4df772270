/** What a command is run with. */
export interface Around {
  /** Tells a person who waits how far it is. */
  readonly progress: (done: number, of: number) => void;
}

/** What a command comes to: words to print, and the exit code. */
export interface Came {
  readonly code: number;
  readonly words: string;
}

/** A command of the command line. Exit code 2 is for all of them: called wrongly, or a file that cannot be opened. */
export interface Command {
  /** The command as it is called, its words in capitals: as many are expected. */
  readonly usage: string;
  /** What it does, in a line. */
  readonly says: string;
  readonly run: (words: readonly string[], around: Around) => Promise<Came>;
}
