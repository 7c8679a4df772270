import { parentPort } from 'node:worker_threads';
import { Invalid } from '../../shared/parsing.ts';
import { bytesOf, type SentBytes } from '../uploads.ts';
import { bounded } from './bounds.ts';
import { type Given, type ReaderName, readerNamed } from './reader.ts';
import type { Reading } from './reading.ts';

/** What is to be read: what a reader is given, its file in memory, or on the disk from where the thread takes it. */
export type ToRead = Omit<Given, 'file'> & { readonly file: SentBytes };

/** What a thread is asked. */
export interface Asked {
  readonly format: ReaderName;
  readonly given: ToRead;
}

/** What a thread says: that it is there, how much is done, and one end. */
export type Said =
  | { readonly ready: true }
  | { readonly done: number }
  | { readonly reading: Reading }
  | { readonly invalid: Pick<Invalid, 'where' | 'what' | 'wrong'> }
  | { readonly broken: string };

/** So many milliseconds pass at least between two words of how much is done. */
const PACE = 100;

/** Reads what it is asked, one after the other. */
const serve = (say: (said: Said) => void, hear: (heard: (asked: Asked) => void) => void): void => {
  let told = 0;
  const tell = (done: number): void => {
    const now = performance.now();
    if (now - told < PACE) return;
    told = now;
    say({ done });
  };
  hear(async ({ format, given }) => {
    try {
      const { read } = await readerNamed(format).load();
      say({ reading: bounded(await read({ ...given, file: await bytesOf(given.file) }, tell)) });
    } catch (error) {
      if (error instanceof Invalid) say({ invalid: { where: error.where, what: error.what, wrong: error.wrong } });
      else say({ broken: error instanceof Error ? (error.stack ?? error.message) : String(error) });
    }
  });
  say({ ready: true });
};

if (parentPort) {
  const port = parentPort;
  serve(
    (said) => port.postMessage(said),
    (heard) => void port.on('message', heard),
  );
} else if (process.send) {
  serve(
    (said) => process.send?.(said),
    (heard) => void process.on('message', heard),
  );
}
