import type { Line } from './line.ts';
import type { Known } from './phrases.ts';

const SHORTEST_MENU = 8;

const isLabel = (line: Line): boolean =>
  line.words <= 3 && line.width <= 30 && !line.ends && !/[,;:—–-]$/.test(line.text);

/** Whether a text was copied with its page around it: other furniture than one stray phrase, or a menu above the first paragraph. */
export const isPage = (lines: readonly Line[], known: readonly (Known | undefined)[]): boolean => {
  const sure = new Set<string>();
  const maybe = new Set<string>();
  lines.forEach((line, at) => {
    const what = known[at];
    if (!what) return;
    if (what.sure) sure.add(line.folded);
    // A lone word between two paragraphs may be a heading; next to other short lines it is a menu.
    else if (!lines[at - 1]?.prose || !lines[at + 1]?.prose) maybe.add(line.folded);
  });
  if (sure.size >= 2 || (sure.size === 1 && maybe.size >= 2) || maybe.size >= 4) return true;
  const first = lines.findIndex((line) => line.prose);
  let run = 0;
  for (let at = 0; at < (first < 0 ? lines.length : first); at += 1) {
    run = isLabel(lines[at]!) ? run + 1 : 0;
    if (run >= SHORTEST_MENU) return true;
  }
  return false;
};
