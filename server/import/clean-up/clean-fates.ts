import type { RemovalReason } from '../reading.ts';
import type { Fate } from './fate.ts';
import { headlineOf } from './headline.ts';
import type { Line } from './line.ts';
import { noticeFrom } from './notice.ts';
import type { Known } from './phrases.ts';
import { isCaptionOfDouble, isDoubled } from './repeats.ts';

// An author may head a part "See also" or "Privacy policy", but does not write these.
const NEVER_WRITTEN: ReadonlySet<RemovalReason> = new Set([
  'navigation',
  'sharing',
  'advertisement',
  'cookie',
  'invisible',
]);

/** What becomes of the lines of a text that carries no page with it: all stay but sure furniture, doubles and a closing notice. */
export const cleanFates = (lines: readonly Line[], known: readonly (Known | undefined)[]): readonly Fate[] => {
  const furniture = (at: number): RemovalReason | undefined => {
    const what = known[at];
    const isCopyright = what?.reason === 'notice' && what.closes;
    return what?.sure && (isCopyright || NEVER_WRITTEN.has(what.reason)) ? what.reason : undefined;
  };
  const first = lines.findIndex((_, at) => furniture(at) === undefined);
  const title = first >= 0 && headlineOf(lines[first], lines[first + 1], known[first + 1]) ? first : -1;
  const notice = noticeFrom(lines, known, lines.length);
  return lines.map((_, at): Fate => {
    const reason = furniture(at);
    if (reason) return reason;
    if (at === title) return 'title';
    if (at >= notice) return 'notice';
    if (isDoubled(lines, at)) return 'repeated';
    return isCaptionOfDouble(lines, at) ? 'caption' : 'keep';
  });
};
