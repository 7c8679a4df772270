/** Why the server cannot store anything for a while, each with the sentence that whoever runs it reads. */
export const TROUBLES = {
  full: 'The disk of the server is full. Make room on it: the server goes on by itself.',
  gone: 'The database of the server is no longer where it was. Put it back where it was: the server goes on by itself.',
  away: 'The database of the server does not answer. Look whether it runs: the server goes on by itself.',
  locked: 'Another program holds the database of the server. Once it lets go, the server goes on by itself.',
  broken: 'The disk of the server does not take what is written to it. Look at it: is it still there, and writable?',
} as const;

/** A key of `TROUBLES`. */
export type Trouble = keyof typeof TROUBLES;
