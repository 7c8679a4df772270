import { useEffect, useState } from 'preact/hooks';
import { wordsTaken } from '../../words-taken.ts';
import { useWorkspace } from './here.ts';

/** So many entries are fetched for this unasked; for more, who reads the history is asked. */
const MOST = 2_000;

/** It waits until nobody typed for so long, in milliseconds. */
const PAUSE = 500;

/** What entries took out of the text, as far as it is known. */
export interface Taken {
  /** By the version of the entry; nothing until it is worked out. */
  readonly words: ReadonlyMap<number, readonly string[]>;
  /** Present where more has to be read for it than is read unasked: has it read. */
  readonly ask?: () => void;
  /** The version up to which the log has been read, while it is read because somebody asked. */
  readonly progress?: number;
}

/** What each entry from a version to another took out of the text. */
export const useTaken = (oldest: number, version: number): Taken => {
  const { log } = useWorkspace().exchange;
  const [words, setWords] = useState<Taken['words']>(new Map());
  const [isAsked, setAsked] = useState(false);
  const [progress, setProgress] = useState<number>();
  const isFar = version - log.version > MOST;
  useEffect(() => {
    if ((isFar && !isAsked) || oldest > version) return undefined;
    const leaving = new AbortController();
    const look = async (): Promise<void> => {
      await log.upTo(version, (reached) => isAsked && setProgress(reached), leaving.signal);
      const found = new Map<number, readonly string[]>();
      await log.walk(
        oldest - 1,
        (before, _, entry) => {
          if (entry.parts.some(({ kind }) => kind === 'text')) found.set(entry.version, wordsTaken(before, entry));
        },
        leaving.signal,
      );
      if (!leaving.signal.aborted) setWords(found);
    };
    // Without it, the history tells what was typed.
    const begin = (): Promise<void> =>
      look()
        .catch(() => {})
        .then(() => {
          if (leaving.signal.aborted) return;
          setAsked(false);
          setProgress(undefined);
        });
    const timer = setTimeout(() => void begin(), isAsked ? 0 : PAUSE);
    return () => {
      clearTimeout(timer);
      leaving.abort();
    };
  }, [oldest, version, isAsked]);
  if (!isFar) return { words };
  return isAsked ? { words, progress: progress ?? log.version } : { words, ask: () => setAsked(true) };
};
