import type { Fate } from '../clean-up/fate.ts';
import { isCaption, isCredit } from '../clean-up/kinds.ts';
import { noticeFrom } from '../clean-up/notice.ts';
import { isCaptionOfDouble, isDoubled, strewn } from '../clean-up/repeats.ts';
import { isTruncated } from '../clean-up/weights.ts';
import type { RemovalReason } from '../reading.ts';
import { isOfData } from './blocks.ts';
import { inLinksOf, isHeading, isNamedStandfirst, isStandfirst, isUnderPicture, tagsOf } from './parts-of-article.ts';
import { bare, type Sight } from './sights.ts';
import type { Element } from './tree.ts';

/** A page as it is judged: what is seen of each piece, in which other part of the page it stands, where the article is. */
export interface Judged {
  readonly sights: readonly Sight[];
  readonly zones: readonly (RemovalReason | undefined)[];
  readonly container: Element | undefined;
  /** The piece that is the headline, or -1. */
  readonly headline: number;
}

/** Whether a piece is in a cell of a table of data: its words are no labels of the page. */
const isInData = ({ piece }: Sight): boolean =>
  piece.path.some((element) => element.tagName === 'table' && isOfData(element));

const AWAY = 0.6;
const ALL_AWAY = 0.9;
const TRUSTED = 0.5;
const FAIRLY_TRUSTED = 0.15;
const PARAGRAPHS = 4;

/** Whether Readability, where it finds most of what the container holds, is to be believed about what it leaves out: what stands apart. */
const standsApart = (sights: readonly Sight[], isCandidate: readonly boolean[]): readonly boolean[] => {
  let all = 0;
  let readable = 0;
  let paragraphs = 0;
  const near = new Set<Element>();
  sights.forEach((sight, at) => {
    if (!isCandidate[at]) return;
    all += sight.weight;
    if (!sight.readable) return;
    readable += sight.weight;
    if (sight.weight === 0) return;
    if (sight.line.prose) paragraphs += 1;
    for (const element of sight.piece.path.slice(-NEAR)) near.add(element);
  });
  const isTrusted = readable > all * (paragraphs >= PARAGRAPHS ? FAIRLY_TRUSTED : TRUSTED);
  return sights.map(
    (sight) =>
      isTrusted &&
      !sight.readable &&
      !sight.said &&
      !sight.piece.path.slice(-NEAR).some((element) => near.has(element)),
  );
};

const NEAR = 2;

/** What becomes of each piece of a page. */
export const fatesOf = ({ sights, zones, container, headline }: Judged): readonly Fate[] => {
  const lines = sights.map(({ line }) => line);
  const known = sights.map((sight) => sight.known);
  const labels = strewn(lines);
  const inLinks = inLinksOf(sights);
  const titleText = bare(sights[headline]?.piece.text ?? '');
  const isInside = sights.map(({ piece }) => container !== undefined && piece.path.includes(container));
  const first = isInside.indexOf(true);
  const last = isInside.lastIndexOf(true);
  const apart = standsApart(
    sights,
    isInside.map((inside, at) => inside && !zones[at]),
  );
  const lastReadable = sights.findLastIndex((sight, at) => sight.readable && sight.line.prose && isInside[at]);
  const seen = new Set<string>();
  let away = false;

  const outside = (sight: Sight, at: number): RemovalReason => {
    const { line } = sight;
    const zone = zones[at];
    if (sight.known) return sight.known.reason;
    if (zone) return zone;
    if (line.prose || line.ends) return 'aside';
    return line.words <= 4 ? 'navigation' : 'related';
  };

  const isKeptOutside = (sight: Sight, at: number): boolean => {
    if (sight.known || sight.piece.hidden) return false;
    if (zones[at])
      return zones[at] === 'related' && at > headline && at < first && isNamedStandfirst(sight) && sight.line.prose;
    if (sight.said) return true;
    if (headline >= 0 && at > headline && at < first)
      return isStandfirst(sight) || (sight.readable && sight.line.prose);
    return false;
  };

  const fates = sights.map((sight, at): Fate => {
    const { line, piece, density } = sight;
    const what = sight.known;
    if (at === headline) return 'title';
    if (titleText.length > 8 && bare(piece.text) === titleText) return 'repeated';
    if (!isInside[at] && !isKeptOutside(sight, at)) return outside(sight, at);
    if (piece.hidden) return 'widget';
    if (isInside[at] && isInData(sight) && !zones[at]) return 'keep';
    if (bare(piece.text) === '') return line.text.length <= 3 && !/[*#]/.test(line.text) ? 'invisible' : 'widget';
    const zone = zones[at];
    if (zone && isInside[at] && !(sight.said && line.prose)) return zone;
    if (isInside[at] && apart[at] && (!line.prose || at > lastReadable || at < headline))
      return what?.reason ?? (line.prose ? 'aside' : 'related');
    if (isDoubled(lines, at)) return 'repeated';
    if (isUnderPicture(sight)) return density > AWAY ? 'related' : 'caption';
    if (isCaptionOfDouble(lines, at)) return 'caption';
    if (isCredit(line) || isCaption(line)) return 'keep';
    const heads = isHeading(sight);
    if (what && !sight.said) {
      if (what.closes) away = true;
      if (what.sure || what.reason !== 'byline' || !heads) {
        const between = lines[at - 1]?.prose && lines[at + 1]?.prose && heads;
        if (what.sure || !between) return what.reason;
      }
    }
    if (line.prose && density <= AWAY) {
      if (isTruncated(line) && !sight.readable && !sight.said) return 'related';
      away = false;
      if (line.width > 120) {
        if (seen.has(line.text)) return 'repeated';
        seen.add(line.text);
      }
      return 'keep';
    }
    if (sight.said) return 'keep';
    if (density > (sight.readable ? ALL_AWAY : AWAY)) return line.prose && sight.readable ? 'keep' : 'related';
    if (inLinks(sight)) return 'related';
    if (labels.has(line.folded) && !heads && !tagsOf(sight).includes('li')) return 'widget';
    if (away && !line.ends && !heads && !sight.readable) return 'related';
    if (heads) {
      away = false;
      return 'keep';
    }
    if (sight.readable) return 'keep';
    const tags = tagsOf(sight);
    if (
      tags.at(-1) === 'p' ||
      tags.includes('li') ||
      tags.includes('td') ||
      tags.includes('th') ||
      tags.includes('blockquote') ||
      tags.includes('pre')
    )
      return 'keep';
    return line.ends || line.words >= 8 ? 'keep' : 'widget';
  });
  return trimmed(sights, fates, noticeFrom(lines, known, last + 1), last);
};

/** Headings that head nothing, and the notice that closes a page, go. */
const trimmed = (sights: readonly Sight[], fates: readonly Fate[], notice: number, last: number): readonly Fate[] => {
  const out: Fate[] = [...fates];
  for (let at = notice; at <= last; at += 1) if (out[at] === 'keep') out[at] = 'notice';
  let heads = true;
  for (let at = out.length - 1; at >= 0; at -= 1) {
    if (out[at] !== 'keep') continue;
    if (!isHeading(sights[at]!)) heads = false;
    else if (heads) out[at] = 'related';
  }
  return out;
};
