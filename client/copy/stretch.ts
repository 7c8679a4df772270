/** Words of a copy by where they stand in its readable text, in UTF-16 units. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** A stretch without the white space at its ends; nothing when that is nothing. */
export const trimmed = (text: string, { start, end }: Stretch): Stretch | undefined => {
  const words = text.slice(start, end);
  const lead = words.length - words.trimStart().length;
  const from = start + lead;
  const to = from + words.trim().length;
  return to > from ? { start: from, end: to } : undefined;
};
