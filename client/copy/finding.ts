import type { Stretch } from './stretch.ts';

/** So many places are found at most. */
const FOUND_LIMIT = 1_000;

const escaped = (words: string): string => words.replaceAll(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');

/** Where words stand in a text, whatever their case and the white space between them; nowhere when nothing is asked for. */
export const placesOf = (text: string, wanted: string): readonly Stretch[] => {
  const words = wanted.trim().split(/\s+/).filter(Boolean);
  if (words.length === 0) return [];
  const found: Stretch[] = [];
  for (const { 0: match, index } of text.matchAll(new RegExp(words.map(escaped).join('\\s+'), 'giu'))) {
    found.push({ start: index, end: index + match.length });
    if (found.length === FOUND_LIMIT) break;
  }
  return found;
};
