import { parse } from 'parse5';
import { Invalid, isSafeAddress, wrong } from '../../../shared/parsing.ts';
import { cleanFates } from '../clean-up/clean-fates.ts';
import { type Fate, isKept } from '../clean-up/fate.ts';
import { isPage } from '../clean-up/page.ts';
import { pageFates } from '../clean-up/page-fates.ts';
import type { Read } from '../reader.ts';
import type { Reading } from '../reading.ts';
import { pageData } from './about.ts';
import { assembled } from './assemble.ts';
import { containerOf } from './container.ts';
import { decodeHtml } from './decode-html.ts';
import { fatesOf } from './fates.ts';
import { fromWord } from './from-word.ts';
import { headlineAmong, says } from './headline.ts';
import { type Piece, piecesOf } from './pieces.ts';
import { readablePieces } from './readable.ts';
import { daysOf } from './said-days.ts';
import { bare, sightsOf, zonesOf } from './sights.ts';
import { attribute, firstOf } from './tree.ts';

const resolver =
  (base: string) =>
  (href: string): string => {
    const trimmed = href.trim();
    if (trimmed === '' || trimmed.startsWith('#') || !URL.canParse(trimmed, base || undefined)) return '';
    const { href: absolute } = new URL(trimmed, base || undefined);
    return isSafeAddress(absolute) && absolute.length <= 2_000 ? absolute : '';
  };

const HIDDEN_ARTICLE = 2;

/** Pieces that are all drawn, where most of the page's prose is not: a script or a reader's payment would draw it. */
const drawn = (pieces: readonly Piece[]): readonly Piece[] => {
  const prose = (isHidden: boolean): number =>
    pieces.reduce((sum, { text, hidden }) => sum + (hidden === isHidden && text.length >= 120 ? text.length : 0), 0);
  return prose(true) > prose(false) * HIDDEN_ARTICLE ? pieces.map((piece) => ({ ...piece, hidden: false })) : pieces;
};

/** What nobody sees on the page is not in the text, however it reads. */
const shownAlone = (fates: readonly Fate[], pieces: readonly Piece[]): readonly Fate[] =>
  fates.map((fate, at) => (pieces[at]?.hidden && isKept(fate) ? 'hidden' : fate));

/** The article in a page, or in what was copied from one. */
export const readHtml = (html: string, address: string, clean: boolean, told: (done: number) => void): Reading => {
  const root = parse(html);
  fromWord(root);
  const base = firstOf(root, ({ tagName }) => tagName === 'base');
  const href = base ? attribute(base, 'href') : '';
  const from = URL.canParse(href, address || undefined) ? new URL(href, address || undefined).href : address;
  const cut = piecesOf(root, resolver(from));
  const pieces = drawn(cut.pieces);
  told(0.3);
  const data = pageData(root, address);
  const readable = clean ? readablePieces(root, cut) : new Set<number>();
  told(0.8);
  const sights = sightsOf(pieces, readable, data.body);
  const zones = zonesOf(sights);
  const container = containerOf(sights, zones);
  const headline = headlineAmong(sights, zones, container, data);
  const { published, changed } = daysOf(data.days, { pieces, zones, headline });
  const about = {
    ...data.about,
    ...(published && { published }),
    ...(changed && changed !== published && { changed }),
  };
  const lines = sights.map(({ line }) => line);
  const known = sights.map((sight) => sight.known);
  const isWhole = isPage(lines, known) || zones.some((zone) => zone !== undefined);
  const hasShape = zones.some((zone) => zone !== undefined) || headline >= 0;
  const judged = { sights, zones, container, headline };
  const fates = ((): readonly Fate[] => {
    if (!clean) return pieces.map((_, at) => (at === headline ? 'title' : 'keep'));
    if (!isWhole) return titled(shownAlone(cleanFates(lines, known), pieces), pieces, headline, data.titles);
    // Lines that say nothing of themselves but their words are judged by these.
    const byWords = hasShape ? undefined : pageFates(lines, known);
    return byWords ? titled(shownAlone(byWords, pieces), pieces, headline, data.titles) : fatesOf(judged);
  })();
  const isDrawnLater = clean && isInData(data.body, pieces, fates);
  const { blocks, removed } = isDrawnLater ? fromData(data.body, pieces) : assembled(pieces, fates);
  const shown = isDrawnLater ? '' : (pieces[fates.indexOf('title')]?.text.replaceAll(/\s+/g, ' ') ?? '');
  const title = shown === '' ? data.title : titleOf(shown, data.titles);
  const isOther = clean && shown !== '' && bare(title) !== bare(shown);
  return {
    title,
    blocks,
    // A kicker that stood in the headline is not lost (T10).
    removed: isOther ? [{ text: shown, reason: 'repeated', before: -1 }, ...removed] : removed,
    ...(data.language && { language: data.language }),
    ...(Object.keys(about).length > 0 && { about }),
  };
};

/** Ten times as many tags as the longest of real pages. */
const MOST_TAGS = 100_000;
const FEWEST = 200;
const DRAWN = 0.25;

/** Whether the page's data holds an article of which the page itself draws little: a script does. */
const isInData = (body: string, pieces: readonly Piece[], fates: readonly Fate[]): boolean => {
  const kept = pieces.reduce((sum, { text }, at) => sum + (isKept(fates[at]) ? text.length : 0), 0);
  return body.length >= FEWEST && kept < body.length * DRAWN;
};

const fromData = (body: string, pieces: readonly Piece[]): ReturnType<typeof assembled> => ({
  blocks: body
    .split(/\s*\n\s*/)
    .map((line) => line.replaceAll(/\s+/g, ' ').trim())
    .filter((line) => line !== '')
    .map((text) => ({ kind: 'paragraph', text })),
  removed: pieces.map(({ text }) => ({ text, reason: 'aside', before: -1 })),
});

const MOST = 0.6;

/** The headline as it is shown, or as the page names it where one is the other with a few words before. */
const titleOf = (shown: string, named: readonly string[]): string => {
  const own = bare(shown);
  if (named.some((title) => bare(title) === own)) return shown;
  const near = named.find((title) => {
    const [short = '', long = ''] = [bare(title), own].sort((one, other) => one.length - other.length);
    return short.length >= long.length * MOST && long.endsWith(short);
  });
  return near ?? shown;
};

/** The same fates with the headline that a page shows; what was taken for one by its words stays only where the page has no title. */
const titled = (
  fates: readonly Fate[],
  pieces: readonly Piece[],
  headline: number,
  titles: readonly string[],
): readonly Fate[] => {
  const isGuess = (at: number): boolean => titles.length === 0 || (says(pieces[at]!.text) && !titles.some(says));
  return fates.map((fate, at) =>
    at === headline ? 'title' : fate === 'title' && !(headline < 0 && isGuess(at)) ? 'keep' : fate,
  );
};

export const read: Read = ({ file, clean, charset, address }, told) => {
  const html = decodeHtml(file, charset ?? '');
  if (html.includes('\0') && !/<[a-z!]/i.test(html)) throw new Invalid('', 'This is not a page.');
  if (html.split('<', MOST_TAGS).length >= MOST_TAGS) throw wrong('', 'too-much-memory');
  return readHtml(html, address ?? '', clean, told);
};
