import { bare, type Sight } from './sights.ts';

const words = (text: string): ReadonlySet<string> =>
  new Set(text.toLowerCase().match(/[\p{L}\p{N}]{2,}|[\u3040-\u9fff]/gu) ?? []);

/** How much of the words of two texts are the same, from 0 to 1. */
const likeness = (one: string, other: string): number => {
  const [ones, others] = [words(one), words(other)];
  const common = [...ones].filter((word) => others.has(word)).length;
  return common === 0 ? 0 : common / Math.max(ones.size, others.size);
};

const levelOf = ({ piece }: Sight): number => {
  for (const { tagName } of piece.path.toReversed()) {
    const level = /^h([1-6])$/.exec(tagName)?.[1];
    if (level) return Number(level);
  }
  return 7;
};

/** A headline says something: it has more words than the names of sites and of their parts have. */
const SAYS = 4;

const isSentence = (sight: Sight | undefined): boolean =>
  sight !== undefined &&
  !sight.known?.sure &&
  sight.piece.text.length <= LONGEST &&
  (sight.piece.text.match(/[\p{L}\p{N}]+/gu) ?? []).length >= SAYS;

const LONGEST = 300;
const ALIKE = 0.6;

/** Which piece of a page is its headline, by the titles that the page goes by; -1 when it is none of them. */
export const headlineAmong = (sights: readonly Sight[], titles: readonly string[]): number => {
  let best = -1;
  let most = 0;
  sights.forEach((sight, at) => {
    const { piece, known } = sight;
    if (piece.hidden || piece.text.length > LONGEST || bare(piece.text).length < 2) return;
    const level = levelOf(sight);
    const isSame = titles.some((title) => bare(title) === bare(piece.text));
    const alike = titles.reduce((highest, title) => Math.max(highest, likeness(title, piece.text)), 0);
    if (!isSame && (level > 3 || alike < ALIKE) && !(level === 1 && titles.length === 0)) return;
    if (known?.sure) return;
    const score =
      (isSame ? 2 : alike) + (level === 1 ? 1.5 : level < 7 ? 0.6 : 0) - sight.density * 0.5 - at / sights.length / 4;
    if (score > most) {
      most = score;
      best = at;
    }
  });
  if (best >= 0) return best;
  // No title is like it: the only first heading of the page is its headline, unless it may be the name of a site or of a part of one.
  const firsts = sights.flatMap((sight, at) => (levelOf(sight) === 1 && !sight.piece.hidden ? [at] : []));
  const [only = -1] = firsts;
  const isHeadline = titles.length === 0 || isSentence(sights[only]);
  return firsts.length === 1 && isHeadline ? only : -1;
};
