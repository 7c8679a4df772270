import type { Span } from './body.ts';
import { isCaption } from './kinds.ts';
import type { Line } from './line.ts';
import type { Known } from './phrases.ts';

const WIDEST = 170;
const NARROWEST = 15;
const FARTHEST = 60;
// A headline stands above its standfirst, which may score a little more.
const NEARLY = 0.75;
const MARKED = /^(?:[–—>•▪◦‣●*-]|\d{1,3}[.)] )/u;
const QUOTE_FIRST = /^["“«„]/u;
const QUOTE_LAST = /["”»“]$/u;
const NOT_HEADLINE = /[,;:]$/;
const SITE_SUFFIX = /\s(?:[|–—-]|::)\s[^|]*$/u;

const canBe = (line: Line): boolean =>
  line.width <= WIDEST && line.folded !== '' && !NOT_HEADLINE.test(line.text) && !/[^.][.。]$/u.test(line.text);

/** Whether the first line of a clean text is its headline, and cannot be a paragraph or a verse. */
export const headlineOf = (first: Line | undefined, next: Line | undefined, nextKnown: Known | undefined): boolean => {
  if (!first || !next || !canBe(first) || first.prose || MARKED.test(first.text)) return false;
  if (first.ends && !/[?!？！]$/u.test(first.text)) return false;
  if (QUOTE_FIRST.test(first.text) && (first.ends || QUOTE_LAST.test(first.text))) return false;
  return next.gap || next.prose || nextKnown?.reason === 'byline';
};

const WORD = /[\p{L}\p{N}]{4,}|[\u3040-\u9fff]/gu;
const OPENING = 3000;

/** How much of a line's wording the opening of the article takes up, from 0 to 1. */
const overlap = (line: Line, opening: ReadonlySet<string>): number => {
  const words = line.folded.match(WORD) ?? [];
  return words.filter((word) => opening.has(word)).length / Math.max(words.length, 2);
};

const openingOf = (lines: readonly Line[], body: Span): ReadonlySet<string> => {
  let text = '';
  for (let at = body.from; at < body.to && text.length < OPENING; at += 1) {
    if (lines[at]!.prose) text += ` ${lines[at]!.text.slice(0, OPENING).toLowerCase()}`;
  }
  return new Set(text.match(WORD));
};

/** The line of a page that is its headline: above the body, which takes up its words, often repeated in the page's own title; else -1. */
export const headlineAbove = (lines: readonly Line[], known: readonly (Known | undefined)[], body: Span): number => {
  const seen = new Map<string, number>();
  for (const line of lines.slice(0, body.to)) {
    if (line.width > WIDEST + 40) continue;
    for (const name of new Set([line.text, line.text.replace(SITE_SUFFIX, '')]))
      seen.set(name, (seen.get(name) ?? 0) + 1);
  }
  const opening = openingOf(lines, body);
  const lastByline = known.slice(0, body.from).findLastIndex((what) => what?.reason === 'byline');
  const scores: { at: number; score: number }[] = [];
  for (let at = Math.max(0, body.from - FARTHEST); at < Math.min(body.from + 3, body.to); at += 1) {
    const line = lines[at]!;
    if (at >= body.from && line.prose) break;
    if (
      known[at] ||
      !canBe(line) ||
      MARKED.test(line.text) ||
      line.words < 3 ||
      line.width < NARROWEST ||
      isCaption(line)
    )
      continue;
    const length = Math.min(line.width, 50) / 50;
    const repeated = (seen.get(line.text) ?? 0) > 1 ? 1 : 0;
    const distance = Math.abs(body.from - at) * 0.03;
    const aboveByline = at < lastByline ? 0.5 : 0;
    const sentence = line.ends ? 0.3 : 0;
    scores.push({ at, score: length + repeated + 1.5 * overlap(line, opening) + aboveByline - distance - sentence });
  }
  const most = Math.max(0, ...scores.map((each) => each.score));
  return scores.find((each) => each.score >= most * NEARLY)?.at ?? -1;
};
