import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** The root of the repository. */
export const project = join(import.meta.dirname, '..');

/** What a server has used by now, by the operating system. */
export interface Usage {
  /** Milliseconds of processor time. */
  readonly cpu: number;
  /** Megabytes of memory. */
  readonly memory: number;
}

/** A server in a process of its own. */
export interface ServerProcess {
  readonly port: number;
  readonly usage: () => Usage;
  /** Asks it to end, and makes it after a while. */
  readonly stop: () => Promise<void>;
  /** Ends it at once, as a power cut would. */
  readonly kill: () => Promise<void>;
}

/** Milliseconds a server may take to listen, and to end. */
const PATIENCE = { listen: 20_000, end: 5_000 };

// USER_HZ: the kernel counts processor time for programs in hundredths of a second, on every Linux there is.
const TICK = 10;

const usageOf = (pid: number): Usage => {
  // The name of the program stands in brackets and may hold spaces.
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  const resident = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return { cpu: (Number(fields[11]) + Number(fields[12])) * TICK, memory: Number(resident) / 1_024 };
};

/** Starts a script and resolves when it has printed where it listens: the first `http://…:PORT` that it says. */
export const startProcess = async (
  script: string,
  environment: Readonly<Record<string, string>> = {},
  argv: readonly string[] = [],
): Promise<ServerProcess> => {
  const started = spawn(process.execPath, [script, ...argv], {
    cwd: project,
    env: { ...process.env, PORT: '0', HOST: '127.0.0.1', ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(started, 'exit');
  const endBy = async (signal: NodeJS.Signals): Promise<void> => {
    if (started.exitCode !== null || started.signalCode !== null) return;
    started.kill(signal);
    const late = setTimeout(() => started.kill('SIGKILL'), PATIENCE.end);
    await ended;
    clearTimeout(late);
  };
  const late = setTimeout(() => started.kill('SIGKILL'), PATIENCE.listen);
  for await (const line of createInterface({ input: started.stdout })) {
    const port = /http:\/\/[^\s/:]+:(\d+)/.exec(line)?.[1];
    if (port === undefined) continue;
    clearTimeout(late);
    started.stdout.resume();
    return {
      port: Number(port),
      usage: () => usageOf(started.pid ?? 0),
      stop: () => endBy('SIGTERM'),
      kill: () => endBy('SIGKILL'),
    };
  }
  throw new Error(`${script} ended before it listened`);
};

/** Runs a script to its end and returns what it printed. */
export const runScript = async (
  script: string,
  argv: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<string> => {
  const started = spawn(process.execPath, [script, ...argv], {
    cwd: project,
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
    timeout: 120_000,
  });
  let said = '';
  started.stdout.on('data', (chunk) => {
    said += String(chunk);
  });
  const [code] = await once(started, 'close');
  if (code !== 0) throw new Error(`${script} ${argv.join(' ')} ended with ${code}`);
  return said.trim();
};
