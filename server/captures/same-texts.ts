import { setImmediate as pause } from 'node:timers/promises';
import type { Capture } from '../../shared/capture.ts';
import { type Shingles, sameTexts, shinglesOf } from '../../shared/same-text.ts';
import type { Captures } from './captures.ts';

/** So many texts are kept taken apart, those asked for last. */
const KEPT = 300;

/** So many sources of an article are compared, those with the newest copies. */
const COMPARED = 200;

const newestKept = (captures: readonly Capture[]): ReadonlyMap<string, Capture> =>
  new Map(captures.filter(({ kept }) => kept).map((capture) => [capture.source, capture]));

/** Finds which sources have the same text by their newest copies; each text is taken apart once. */
export const sameTextFinder = (captures: Pick<Captures, 'read'>) => {
  const known = new Map<string, Shingles>();

  const shinglesIn = async (capture: Capture): Promise<Shingles> => {
    const sha256 = capture.kept?.text ?? '';
    const before = known.get(sha256);
    const bytes = before ? undefined : await captures.read(capture, 'text');
    // What is long is taken apart between other work, not before it.
    if (bytes) await pause();
    const shingles = before ?? (bytes ? shinglesOf(new TextDecoder().decode(bytes)) : new Set<number>());
    known.delete(sha256);
    known.set(sha256, shingles);
    for (const oldest of known.keys()) {
      if (known.size <= KEPT) break;
      known.delete(oldest);
    }
    return shingles;
  };

  /** The pairs among the sources of some copies that are one text. */
  return async (all: readonly Capture[]): Promise<readonly (readonly [string, string])[]> => {
    const texts = new Map<string, Shingles>();
    for (const [source, capture] of [...newestKept(all)].slice(-COMPARED))
      if (capture.kept?.text !== undefined) texts.set(source, await shinglesIn(capture));
    return sameTexts(texts);
  };
};

/** Which sources have the same text. */
export type SameTextFinder = ReturnType<typeof sameTextFinder>;
