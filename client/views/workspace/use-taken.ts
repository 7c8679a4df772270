import { useEffect, useState } from 'preact/hooks';
import { wordsTaken } from '../../words-taken.ts';
import { useWorkspace } from './here.ts';

/** A longer log is not replayed for this: the time machine does that when it is asked. */
const MOST = 2_000;

/** It waits until nobody typed for so long, in milliseconds. */
const PAUSE = 500;

/** What each entry from a version to another took out of the text, by its version; nothing until it is worked out, or where it cannot be. */
export const useTaken = (oldest: number, version: number): ReadonlyMap<number, readonly string[]> => {
  const { log } = useWorkspace().exchange;
  const [taken, setTaken] = useState<ReadonlyMap<number, readonly string[]>>(new Map());
  useEffect(() => {
    if (version > MOST || oldest > version) return undefined;
    const leaving = new AbortController();
    const look = async (): Promise<void> => {
      await log.upTo(version, () => {}, leaving.signal);
      const found = new Map<number, readonly string[]>();
      await log.walk(
        oldest - 1,
        (before, _, entry) => {
          if (entry.parts.some(({ kind }) => kind === 'text')) found.set(entry.version, wordsTaken(before, entry));
        },
        leaving.signal,
      );
      if (!leaving.signal.aborted) setTaken(found);
    };
    const timer = setTimeout(() => look().catch(() => {}), PAUSE); // without it, the history tells what was typed
    return () => {
      clearTimeout(timer);
      leaving.abort();
    };
  }, [oldest, version]);
  return taken;
};
