import type { PlacedLine } from './paragraphs.ts';

/** Heads and feet stand in this part of a page's height, at its top and at its foot. */
const MARGIN = 0.12;

/** So many points up or down is the same place. */
const NEAR = 4;

const NUMBER =
  /^(?:(?:page|seite|p\.|s\.|pág(?:ina)?\.?|str\.|стр\.) ?)?[-–—|[(]? ?(?:\d{1,4}|[ivxlc]{1,7})(?: ?(?:\/|of|von|de|sur|di|z|из) ?\d{1,4})? ?[-–—|\])]?$/iu;
const OF_ALL = /(?:^|\s)(\d{1,4}) ?\/ ?(\d{1,4})$/;
const PRINTED = /^\d{1,4}[./-]\d{1,2}[./-]\d{1,4},? \d{1,2}[:.]\d{2}(?: ?[AP]M)?(?:\s|$)/i;

const isAtEdge = ({ line, of }: PlacedLine): boolean =>
  line.height > 0 && (line.top + line.height <= of * MARGIN || line.top >= of * (1 - MARGIN));

/** A line without what changes from page to page: its figures. */
const kindOf = (text: string): string => text.replaceAll(/\d+/g, '0').replaceAll(/\s+/g, ' ').trim().toLowerCase();

/** Whether a line says which page it is on, or when it was printed. */
const isPrinted = ({ line, page }: PlacedLine, pages: number): boolean => {
  const text = line.text.trim();
  const [, nth, all] = OF_ALL.exec(text) ?? [];
  return NUMBER.test(text) || PRINTED.test(text) || (Number(nth) === page + 1 && Number(all) === pages);
};

/** Whether a line at the top or the foot of its page stands above or below another. */
const isBeyond = ({ line, of }: PlacedLine, { line: other }: PlacedLine): boolean =>
  line.top > of / 2 ? other.top <= line.top - line.height / 2 : other.top >= line.top + line.height / 2;

/** So many of so many pages bear a head that runs, left and right pages may have two. */
const enough = (pages: number): number => Math.max(2, Math.ceil(pages * 0.3));

/**
 * The lines that run through a document: what stands at the same place at the top or the foot of its pages and differs in figures at
 * most, and above or below all else the page's number, or when it was printed.
 */
export const runningLines = (placed: readonly PlacedLine[], pages: number): ReadonlySet<PlacedLine> => {
  const atEdge = placed.filter(isAtEdge);
  const alike = new Map<string, PlacedLine[]>();
  for (const each of atEdge) {
    const kind = kindOf(each.line.text);
    alike.set(kind, [...(alike.get(kind) ?? []), each]);
  }
  const running = new Set<PlacedLine>();
  for (const lines of alike.values())
    for (const each of lines) {
      const same = lines.filter(({ line }) => Math.abs(line.top - each.line.top) <= NEAR);
      if (new Set(same.map(({ page }) => page)).size >= enough(pages)) running.add(each);
    }
  const byPage = Map.groupBy(
    placed.filter(({ line }) => line.height > 0),
    ({ page }) => page,
  );
  for (const each of atEdge) {
    if (!each.begins || !isPrinted(each, pages)) continue;
    const others = (byPage.get(each.page) ?? []).filter((other) => other !== each && !running.has(other));
    if (others.every((other) => isBeyond(each, other))) running.add(each);
  }
  return running;
};
