import { type Line, lineOf } from '../clean-up/line.ts';
import { patternOf } from '../clean-up/patterns.ts';
import { type Known, phraseOf } from '../clean-up/phrases.ts';
import type { RemovalReason } from '../reading.ts';
import type { Piece } from './pieces.ts';
import type { Element } from './tree.ts';
import { zoneOf } from './zones.ts';

/** A piece of a page with what can be seen of it from outside. */
export interface Sight {
  readonly piece: Piece;
  readonly line: Line;
  readonly known: Known | undefined;
  /** How much of it leads elsewhere, from 0 to 1. */
  readonly density: number;
  /** Readability takes it for the article. */
  readonly readable: boolean;
  /** The page itself says in its data that these words are the article's. */
  readonly said: boolean;
  /** How much it speaks for standing in an article. */
  readonly weight: number;
}

/** Letters and digits of a text, in lower case. */
export const bare = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '');

const SHORTEST_SAID = 12;
const LINKED_AWAY = 0.6;

const weightOf = (line: Line, density: number): number => {
  const { width, prose, ends } = line;
  if (density > LINKED_AWAY) return 0;
  const size = Math.min(width, 400) / 100 + Math.max(0, Math.min(width - 400, 4_000)) / 400;
  if (prose) return size * (1 - density);
  return ends && width >= 30 ? size * 0.5 * (1 - density) : 0;
};

/** Looks at all pieces of a page. `body` is what the page's data says its article is; empty when it says nothing. */
export const sightsOf = (pieces: readonly Piece[], readable: ReadonlySet<number>, body: string): readonly Sight[] => {
  const words = bare(body);
  return pieces.map((piece, at) => {
    const line = lineOf(piece.text.replaceAll(/\s+/g, ' '), true);
    const density = piece.text.length === 0 ? 0 : Math.min(1, piece.linked / piece.text.length);
    const own = words === '' ? '' : bare(piece.text);
    return {
      piece,
      line,
      known: phraseOf(line) ?? patternOf(line),
      density,
      readable: readable.has(at),
      said: own.length >= SHORTEST_SAID && words.includes(own),
      weight: piece.hidden ? 0 : weightOf(line, density),
    };
  });
};

const MOST_OF_ZONE = 0.3;

const massesOf = (
  sights: readonly Sight[],
  massOf: (sight: Sight) => number,
): { readonly of: ReadonlyMap<Element, number>; readonly total: number } => {
  const masses = new Map<Element, number>();
  let total = 0;
  for (const sight of sights) {
    const mass = massOf(sight);
    total += mass;
    if (mass > 0) for (const element of sight.piece.path) masses.set(element, (masses.get(element) ?? 0) + mass);
  }
  return { of: masses, total };
};

/** For each piece, the part of the page that it stands in, when that part is not the article. */
export const zonesOf = (sights: readonly Sight[]): readonly (RemovalReason | undefined)[] => {
  const all = massesOf(sights, ({ weight }) => weight);
  const article = massesOf(sights, ({ weight, readable, said }) => weight * ((readable ? 1 : 0) + (said ? 3 : 0)));
  const zones = new Map<Element, RemovalReason | undefined>();
  // What holds much of the page's prose is the article, whatever it is called.
  const zoneIn = (element: Element): RemovalReason | undefined => {
    if (zones.has(element)) return zones.get(element);
    const isMost = [all, article].some(({ of, total }) => total > 0 && (of.get(element) ?? 0) > total * MOST_OF_ZONE);
    const zone = isMost ? undefined : zoneOf(element);
    zones.set(element, zone);
    return zone;
  };
  return sights.map(({ piece }) => {
    for (const element of piece.path) {
      const zone = zoneIn(element);
      if (zone) return zone;
    }
    return undefined;
  });
};
