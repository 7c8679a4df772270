import type { RemovalReason } from '../reading.ts';
import { isCalledHeadline, isNamedHeadline } from './parts-of-article.ts';
import { bare, type Sight } from './sights.ts';
import { isOfSite } from './site-names.ts';
import type { Element } from './tree.ts';
import { partsOfTitle } from './without-site.ts';

const wordsIn = (text: string): readonly string[] =>
  text.toLowerCase().match(/[\p{L}\p{N}]{2,}|[\u3040-\u9fff]/gu) ?? [];

/** How much of the words of two texts are the same, from 0 to 1. */
const likeness = (one: string, other: string): number => {
  const [ones, others] = [new Set(wordsIn(one)), new Set(wordsIn(other))];
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

/** Whether a text has as many words as headlines have. */
export const says = (text: string): boolean => (text.match(/[\p{L}\p{N}]+/gu) ?? []).length >= SAYS;

const LONGEST = 300;
const ALIKE = 0.6;
const FEWEST_BEFORE_CUT = 20;
const CUT = /\s*(?:\.\.\.|…)$/;

/** Whether a title is a text, or the beginning of it up to where the title was cut. */
const isTitleOf = (title: string, own: string): boolean => {
  const named = bare(title);
  return named === own || (CUT.test(title) && named.length >= FEWEST_BEFORE_CUT && own.startsWith(named));
};

const FARTHEST = 6;

/** The heading that the text begins under. */
const aboveText = (
  sights: readonly Sight[],
  isInText: (sight: Sight, at: number) => boolean,
  isOut: (sight: Sight) => boolean,
): number => {
  const first = sights.findIndex((sight, at) => sight.line.prose && isInText(sight, at));
  for (let at = first - 1; at >= Math.max(0, first - FARTHEST); at -= 1) {
    const sight = sights[at]!;
    if (!isInText(sight, at) || isOut(sight) || sight.known || sight.line.prose || sight.line.words < 2) continue;
    if (levelOf(sight) < 7 || isNamedHeadline(sight)) return at;
  }
  return -1;
};

const LINKED = 0.9;

/**
 * Names of a series or a site: where a title has two parts and each is a heading of the page, the one that leads elsewhere as a whole.
 * What it stands before is the title.
 */
const seriesIn = (
  sights: readonly Sight[],
  { titles, sites }: { readonly titles: readonly string[]; readonly sites: ReadonlySet<string> },
): { readonly names: readonly string[]; readonly rest: readonly string[] } => {
  const headings = sights.filter((sight) => levelOf(sight) <= 3 && !sight.piece.hidden);
  const densityOf = (part: string): number | undefined => {
    const same = headings.filter(({ piece }) => bare(piece.text) === bare(part)).map(({ density }) => density);
    return same.length === 0 ? undefined : Math.min(...same);
  };
  const found = titles.flatMap((title) => {
    const [one = '', other = '', ...more] = partsOfTitle(title);
    if (more.length > 0 || isOfSite(one, sites) || isOfSite(other, sites)) return [];
    const [first, second] = [densityOf(one), densityOf(other)];
    if (first === undefined || second === undefined) return [];
    if (first >= LINKED && second < ALIKE) return [{ name: one, rest: other }];
    return second >= LINKED && first < ALIKE ? [{ name: other, rest: one }] : [];
  });
  return { names: found.map(({ name }) => name), rest: found.map(({ rest }) => rest) };
};

/** Which piece of a page is its headline; -1 when there is none. What is called as the site is none. */
export const headlineAmong = (
  sights: readonly Sight[],
  zones: readonly (RemovalReason | undefined)[],
  container: Element | undefined,
  said: { readonly titles: readonly string[]; readonly sites: ReadonlySet<string> },
): number => {
  const series = seriesIn(sights, said);
  const titles = [...series.rest, ...said.titles];
  const sites = new Set([...series.names.map(bare), ...said.sites]);
  const isOut = ({ piece, known }: Sight): boolean =>
    piece.hidden ||
    piece.text.length > LONGEST ||
    bare(piece.text).length < 2 ||
    known?.sure === true ||
    isOfSite(piece.text, sites);
  const isInText = ({ piece }: Sight, at: number): boolean =>
    container !== undefined && piece.path.includes(container) && zones[at] === undefined && !piece.hidden;
  let best = -1;
  let most = 0;
  sights.forEach((sight, at) => {
    if (isOut(sight)) return;
    const { piece } = sight;
    const level = levelOf(sight);
    const own = bare(piece.text);
    // One word may be a label anywhere.
    const isSame = titles.some((title) => isTitleOf(title, own) && (level <= 3 || /\s|[\u3040-\u9fff]/u.test(title)));
    const alike = titles.reduce((highest, title) => Math.max(highest, likeness(title, piece.text)), 0);
    if (!isSame && ((level > 3 && !isCalledHeadline(sight)) || alike < ALIKE) && !(level === 1 && titles.length === 0))
      return;
    const score =
      (isSame ? 2 : alike) + (level === 1 ? 1.5 : level < 7 ? 0.6 : 0) - sight.density * 0.5 - at / sights.length / 4;
    if (score > most) {
      most = score;
      best = at;
    }
  });
  if (best >= 0) return best;
  // No title is like it: the only first heading of the page is its headline, unless it may be the name of a part of the site.
  const firsts = sights.flatMap((sight, at) => (levelOf(sight) === 1 && !isOut(sight) ? [at] : []));
  const [only = -1] = firsts;
  if (firsts.length === 1 && (titles.length === 0 || says(sights[only]!.piece.text))) return only;
  const begins = beginning(sights, titles, isOut);
  if (begins >= 0) return begins;
  const called = onlyCalled(sights, zones, isOut);
  if (called >= 0) return called;
  return titles.some(says) ? -1 : aboveText(sights, isInText, isOut);
};

/** The line that the page's classes call its headline, where it is the only one and no more than a title leads elsewhere. */
const onlyCalled = (
  sights: readonly Sight[],
  zones: readonly (RemovalReason | undefined)[],
  isOut: (sight: Sight) => boolean,
): number => {
  const called = sights.flatMap((sight, at) => (isCalledHeadline(sight) && !isOut(sight) ? [at] : []));
  const [only = -1] = called;
  const sight = sights[only];
  const is = called.length === 1 && sight && zones[only] === undefined && sight.density <= ALIKE;
  return is && says(sight.piece.text) ? only : -1;
};

/** The first heading with which a longer title of the page begins or ends. */
const beginning = (sights: readonly Sight[], titles: readonly string[], isOut: (sight: Sight) => boolean): number =>
  sights.findIndex(
    (sight) =>
      levelOf(sight) <= 3 &&
      !isOut(sight) &&
      sight.density <= ALIKE &&
      says(sight.piece.text) &&
      titles.some((title) => bare(title).startsWith(bare(sight.piece.text))),
  );
