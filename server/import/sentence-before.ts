/** Where the sentence begins that holds the character before an offset of a text; the offset itself where there is none. */
export const sentenceBefore = (text: string, offset: number): number => {
  const end = text.slice(0, offset).trimEnd().length;
  if (end === 0) return offset;
  const segmenter = new Intl.Segmenter(undefined, { granularity: 'sentence' });
  return segmenter.segment(text.slice(0, end)).containing(end - 1)?.index ?? 0;
};
