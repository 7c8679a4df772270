import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';

const project = join(import.meta.dirname, '../..');

/** What a command came to. */
export interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** A command of the command line that runs. */
export interface Running {
  readonly process: ChildProcess;
  readonly ran: Promise<Ran>;
}

/** Starts the real command in a folder; without a server and a token in its environment but those given. */
export const startCommand = (
  words: readonly string[],
  { folder, environment = {} }: { readonly folder: string; readonly environment?: Readonly<Record<string, string>> },
): Running => {
  const { TOUCHSTONE_SERVER: _, TOUCHSTONE_TOKEN: __, ...own } = process.env;
  const child = spawn(process.execPath, [join(project, 'server/cli/touchstone.ts'), ...words], {
    cwd: folder,
    env: { ...own, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const code = new Promise<number | null>((resolve) => child.once('close', resolve));
  const ran = Promise.all([code, text(child.stdout), text(child.stderr)]).then(([ended, out, err]) => ({
    code: ended,
    out,
    err,
  }));
  return { process: child, ran };
};
