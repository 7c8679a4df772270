import type { Entry } from '../shared/log.ts';

/** A stretch of the log at which the time machine stops: what one person typed without a pause, or one deed. */
export interface Stop {
  /** Its first and its last version. */
  readonly first: number;
  readonly last: number;
}

/** Typing that pauses longer than this, in milliseconds, begins a new stop. */
const PAUSE = 5_000;

/** At most so many entries in one. */
const MOST = 40;

const isTyping = ({ parts }: Entry): boolean => parts.length > 0 && parts.every(({ kind }) => kind === 'text');

/** Where the time machine stops, the oldest first. */
export const stopsOf = (entries: readonly Entry[]): readonly Stop[] => {
  const stops: Stop[] = [];
  let last: Entry | undefined;
  for (const entry of entries) {
    const stop = stops.at(-1);
    const goesOn =
      stop !== undefined &&
      last !== undefined &&
      isTyping(last) &&
      isTyping(entry) &&
      last.reviewer === entry.reviewer &&
      Date.parse(entry.at) - Date.parse(last.at) < PAUSE &&
      entry.version - stop.first < MOST;
    if (goesOn) stops[stops.length - 1] = { ...stop, last: entry.version };
    else stops.push({ first: entry.version, last: entry.version });
    last = entry;
  }
  return stops;
};

/** The stop at which a version stands; of none, the last before it. */
export const stopAt = (stops: readonly Stop[], version: number): Stop | undefined =>
  stops.findLast(({ first }) => first <= version);

/** The version to which one step leads from another; nothing at either end. */
export const stepFrom = (stops: readonly Stop[], version: number, by: 1 | -1): number | undefined =>
  by === 1 ? stops.find(({ last }) => last > version)?.last : stops.findLast(({ last }) => last < version)?.last;
