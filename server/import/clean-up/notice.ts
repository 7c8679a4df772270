import { isCredit } from './kinds.ts';
import type { Line } from './line.ts';
import type { Known } from './phrases.ts';

const LONGEST = 6;

// Speaks to the visitor of a site, as an author does not.
const TO_VISITOR =
  /\bplease (?:note|be advised|be aware)\b|\bif you (?:are|live|reside) in\b.*\byou\b|\bclick here\b|\bbitte beachten sie\b|\bveuillez noter\b|\btenga en cuenta\b|\bsi prega di notare\b|обратите внимание|если вы находитесь/iu;
// What a government has called a publisher, as publishers must say under their articles.
const DESIGNATED =
  /\b(?:declared|designated|labell?ed|deemed|recogni[sz]ed)\b.{0,60}\b(?:organi[sz]ation|foreign agent|extremist)|\bforeign agent\b|признан\S*.{0,80}(?:агент|нежелательн|экстремист)|иностранн\S+ агент/iu;

const speaksToVisitor = (line: Line): boolean => TO_VISITOR.test(line.text.slice(0, 1000));
const namesPublisher = (line: Line): boolean => DESIGNATED.test(line.text.slice(0, 1000));

/**
 * Where the notice to visitors begins that closes an article ending before `to`; `to` itself when there is none. It reaches up
 * over lines that speak to visitors and what a government calls the publisher, or over all that stands under a credit.
 */
export const noticeFrom = (lines: readonly Line[], known: readonly (Known | undefined)[], to: number): number => {
  let last = to - 1;
  while (last > 0 && known[last] && !speaksToVisitor(lines[last]!)) last -= 1;
  if (last <= 0 || !speaksToVisitor(lines[last]!)) return to;
  const earliest = Math.max(1, last - LONGEST);
  for (let at = last; at >= earliest; at -= 1) if (isCredit(lines[at - 1]!)) return at;
  let from = last;
  while (from > earliest && (speaksToVisitor(lines[from - 1]!) || namesPublisher(lines[from - 1]!))) from -= 1;
  return from;
};
