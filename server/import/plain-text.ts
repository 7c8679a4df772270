import { assemble } from './clean-up/assemble.ts';
import { cleanFates } from './clean-up/clean-fates.ts';
import type { Fate } from './clean-up/fate.ts';
import { type Line, linesOf } from './clean-up/line.ts';
import { isPage } from './clean-up/page.ts';
import { pageFates } from './clean-up/page-fates.ts';
import { patternOf } from './clean-up/patterns.ts';
import { type Known, phraseOf } from './clean-up/phrases.ts';
import { unwrap } from './clean-up/wrapping.ts';
import type { Reading } from './reading.ts';

/** What each line says that is furniture of a page. */
export const knownOf = (lines: readonly Line[]): readonly (Known | undefined)[] =>
  lines.map((line) => phraseOf(line) ?? patternOf(line));

/** What becomes of each line of a text. */
export const fatesOf = (lines: readonly Line[]): readonly Fate[] => {
  const known = knownOf(lines);
  return (isPage(lines, known) && pageFates(lines, known)) || cleanFates(lines, known);
};

/**
 * The article that a plain text holds. A text without a page around it comes through as it is, line for paragraph; of a page
 * copied whole, what is not the article is taken away and listed. White space becomes single, all else is kept (T10).
 */
export const readPlainText = (text: string): Reading => {
  const lines = unwrap(linesOf(text));
  return assemble(lines, fatesOf(lines));
};
