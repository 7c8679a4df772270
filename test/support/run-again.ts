import { inspect } from 'node:util';

/** Tells how a failing run is run again, before what went wrong: in the message, since between processes mocha loses an error's cause. */
export const runAgain = (how: string, error: unknown): Error =>
  new Error(`run it again with ${how}\n${inspect(error)}`);
