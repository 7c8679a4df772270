/** Scripts that put no spaces between words: there every character counts for itself. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

const TOKENS = new RegExp(`${UNSPACED.source}|(?:(?!${UNSPACED.source})[\\p{L}\\p{N}\\p{M}])+`, 'gu');

/** So much of a text is looked at, in UTF-16 units. */
const MOST = 400_000;

/** What a shingle holds at least: a word weighs two, a character of an unspaced script one. */
const WEIGHT = 8;

/** A line that says something has so many tokens, two for a word; shorter ones are menus, names, captions, buttons. */
const LINE = 16;

const tokensOf = (text: string): readonly string[] => text.normalize('NFKC').toLowerCase().match(TOKENS) ?? [];

const weightOf = (token: string): number => (UNSPACED.test(token) ? 1 : 2);

const weigh = (tokens: readonly string[]): number => tokens.reduce((sum, token) => sum + weightOf(token), 0);

/** FNV-1a, 32 bits. */
const hashOf = (text: string): number => {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
};

/** What a text is made of, to compare it with others: the hashes of its runs of a few words, without its short lines. */
export type Shingles = ReadonlySet<number>;

/** The shingles of a readable text, a block of the page a line; which language it is in does not matter. */
export const shinglesOf = (text: string): Shingles => {
  const lines = text.slice(0, MOST).split('\n').map(tokensOf);
  const running = lines.filter((tokens) => weigh(tokens) >= LINE);
  // Words that were wrapped or pasted in short lines are all there is.
  const tokens = weigh(running.flat()) * 2 >= weigh(lines.flat()) ? running.flat() : lines.flat();
  const shingles = new Set<number>();
  for (let from = 0; from < tokens.length; from++) {
    let [to, weight] = [from, 0];
    while (to < tokens.length && weight < WEIGHT) weight += weightOf(tokens[to++]!);
    if (weight < WEIGHT) break;
    shingles.add(hashOf(tokens.slice(from, to).join(' ')));
  }
  return shingles;
};

const shared = (one: Shingles, other: Shingles): number => {
  const [small, large] = one.size <= other.size ? [one, other] : [other, one];
  let found = 0;
  for (const each of small) if (large.has(each)) found++;
  return found;
};

/** Two texts are one when so much of the shorter is in the longer: it may have been cut, edited, and set among other words. */
const CONTAINED = 0.5;

/** Fewer shingles in common are a quotation or chance. */
const LEAST = 25;

/** Whether two texts are the same, or one a part of the other, small edits and what stands around them aside. */
export const isSameText = (one: Shingles, other: Shingles): boolean => {
  const common = shared(one, other);
  return common >= LEAST && common >= CONTAINED * Math.min(one.size, other.size);
};

/** The pairs among some texts that are one, each pair once, in their order. */
export const sameTexts = (texts: ReadonlyMap<string, Shingles>): readonly (readonly [string, string])[] => {
  const all = [...texts];
  return all.flatMap(([one, first], index) =>
    all.slice(index + 1).flatMap(([other, second]) => (isSameText(first, second) ? [[one, other] as const] : [])),
  );
};
