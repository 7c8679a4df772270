/** Characters of one of several texts that stand in another as they are. */
export interface Aligned {
  /** Which of the texts. */
  readonly index: number;
  readonly from: number;
  readonly at: number;
  readonly length: number;
}

/**
 * Where texts stand in one that has the same letters in the same order, whatever the white space between them: the n-th letter of one is the
 * n-th of the other. Nothing when they have others.
 */
export const alignedByLetters = (texts: readonly string[], all: string): readonly Aligned[] | undefined => {
  const found: Aligned[] = []; // neighbours with as much white space between them in both are one
  const letters = all.matchAll(/\S+/g);
  let run = letters.next().value;
  let used = 0;
  for (const [index, text] of texts.entries()) {
    for (const { 0: words, index: from } of text.matchAll(/\S+/g)) {
      let done = 0;
      while (done < words.length) {
        if (!run) return undefined;
        const length = Math.min(words.length - done, run[0].length - used);
        if (words.slice(done, done + length) !== run[0].slice(used, used + length)) return undefined;
        const [begin, at, last] = [from + done, run.index + used, found.at(-1)];
        const gap = last?.index === index ? begin - last.from - last.length : undefined;
        if (last && gap === at - last.at - last.length)
          found[found.length - 1] = { ...last, length: begin + length - last.from };
        else found.push({ index, from: begin, at, length });
        done += length;
        used += length;
        if (used === run[0].length) {
          run = letters.next().value;
          used = 0;
        }
      }
    }
  }
  return run ? undefined : found;
};
