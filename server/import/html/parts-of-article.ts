import type { Sight } from './sights.ts';
import { attribute, type Element } from './tree.ts';
import { wordsOfName } from './zones.ts';

const HEADING = /^h[1-6]$/;

/** The tags around a piece, the outermost first. */
export const tagsOf = ({ piece }: Sight): readonly string[] => piece.path.map(({ tagName }) => tagName);

/** Whether a piece is a heading by its element. */
export const isHeading = (sight: Sight): boolean =>
  tagsOf(sight)
    .slice(-3)
    .some((tag) => HEADING.test(tag));

const CAPTION_WORDS = new Set([
  'caption',
  'captions',
  'figcaption',
  'legend',
  'credit',
  'credits',
  'copyright',
  'photocredit',
  'imagecredit',
  'cutline',
  'legende',
  'bildunterschrift',
  'pie',
]);

/** Whether a part of a page is called after the words under a picture. */
export const isCaptionName = (element: Element): boolean =>
  wordsOfName(attribute(element, 'class')).some((word) => CAPTION_WORDS.has(word));

/** Whether a piece stands under a picture, by its element. */
export const isUnderPicture = (sight: Sight): boolean => {
  const { path } = sight.piece;
  if (path.some(({ tagName }) => tagName === 'figcaption' || tagName === 'figure'))
    return !isHeading(sight) && !tagsOf(sight).includes('blockquote') && !tagsOf(sight).includes('table');
  return sight.line.text.length <= 500 && path.slice(-3).some(isCaptionName);
};

const STANDFIRST_WORDS = new Set([
  'summary',
  'standfirst',
  'subtitle',
  'subheadline',
  'subhead',
  'dek',
  'deck',
  'lead',
  'lede',
  'intro',
  'excerpt',
  'description',
  'sapo',
  'teaser',
  'chapo',
  'abstract',
  'subline',
  'subheading',
  'strapline',
  'bajada',
  'entradilla',
]);

/** Whether the page calls a piece what stands between the headline and the text. */
export const isNamedStandfirst = (sight: Sight): boolean =>
  sight.piece.path
    .slice(-3)
    .some((element) => wordsOfName(attribute(element, 'class')).some((word) => STANDFIRST_WORDS.has(word)));

const HEADLINE_WORDS = new Set(['headline', 'title', 'heading']);

/** Whether the page calls a piece its headline, or that of a part of it. */
export const isNamedHeadline = (sight: Sight): boolean =>
  sight.piece.path
    .slice(-2)
    .some((element) => wordsOfName(attribute(element, 'class')).some((word) => HEADLINE_WORDS.has(word)));

const CALLED_HEADLINE = /^(?!.*(?:^|[-_])(?:sub|over|teaser|related|section)[-_]?headline$)(?:.*[-_])?headline$/;

/** Whether a class of a piece ends in the word, as `plp-headline` and `article__headline` do: those of other things are called otherwise. */
export const isCalledHeadline = (sight: Sight): boolean =>
  sight.piece.path.slice(-2).some((element) =>
    attribute(element, 'class')
      .toLowerCase()
      .split(/\s+/)
      .some((name) => CALLED_HEADLINE.test(name)),
  );

/** Whether a piece may stand between the headline and the text. */
export const isStandfirst = (sight: Sight): boolean =>
  sight.line.width >= 40 &&
  sight.density < 0.5 &&
  (sight.line.prose ||
    sight.line.ends ||
    isHeading(sight) ||
    sight.piece.path
      .slice(-3)
      .some((element) => wordsOfName(attribute(element, 'class')).some((word) => STANDFIRST_WORDS.has(word))));

/** The densities of lists: how much of all its items together leads elsewhere. */
const listDensities = (
  sights: readonly Sight[],
): ReadonlyMap<Element, { readonly density: number; readonly mean: number; readonly count: number }> => {
  const sums = new Map<Element, { text: number; linked: number; count: number }>();
  for (const { piece } of sights)
    for (const element of piece.path) {
      if (!/^(?:ul|ol|dl|menu|table)$/.test(element.tagName)) continue;
      const sum = sums.get(element) ?? { text: 0, linked: 0, count: 0 };
      sum.text += piece.text.length;
      sum.linked += piece.linked;
      sum.count += 1;
      sums.set(element, sum);
    }
  return new Map(
    [...sums].map(([element, { text, linked, count }]) => [
      element,
      { density: linked / Math.max(1, text), mean: text / count, count },
    ]),
  );
};

const AWAY = 0.6;
const LONG_ITEMS = 120;

/** Tells whether a piece stands in a list of links. */
export const inLinksOf = (sights: readonly Sight[]): ((sight: Sight) => boolean) => {
  const lists = listDensities(sights);
  return ({ piece }) =>
    piece.path.some((element) => {
      const list = lists.get(element);
      return list !== undefined && list.density > AWAY && list.mean < LONG_ITEMS;
    });
};
