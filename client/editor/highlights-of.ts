import type { AnchorState } from '../../shared/anchor.ts';
import type { Article } from '../../shared/article.ts';
import { levelsOf, type Stretch } from '../../shared/levels.ts';
import { changedClaims, type Some } from '../changed-claims.ts';
import type { ClaimOrder } from '../claim-order.ts';
import { stateWords } from '../outcome-words.ts';
import type { Standing, Standings } from '../standing.ts';
import { t } from '../strings/index.ts';
import type { Drawing } from './highlights.ts';

interface Placed extends Stretch {
  readonly state: AnchorState;
}

/** The claims that stand on words, in the order of these. */
const placedIn = ({ anchors }: Article, { placed }: ClaimOrder): readonly Placed[] => {
  const places = new Map<string, Placed>();
  anchors.eachPlace((id, from, to, state) => {
    if (from < to) places.set(id, { id, from, to, state });
  });
  return placed.flatMap(({ id }) => places.get(id) ?? []);
};

/** The level of each claim that shares words with another; the others have the lowest. */
const raised = (placed: readonly Placed[]): ReadonlyMap<string, number> => {
  const levels = new Map<string, number>();
  let first = 0;
  while (first < placed.length) {
    let [end, next] = [placed[first]?.to ?? 0, first + 1];
    for (let each = placed[next]; each && each.from < end; each = placed[next]) {
      end = Math.max(end, each.to);
      next += 1;
    }
    if (next - first > 1) for (const [id, level] of levelsOf(placed.slice(first, next))) levels.set(id, level);
    first = next;
  }
  return levels;
};

const classesOf = (state: AnchorState, { look, outcome }: Standing, level: number): string =>
  ['claim', `look-${look}`, `level-${level}`, state === 'changed' && 'is-changed', outcome?.stale && 'is-stale']
    .filter(Boolean)
    .join(' ');

const OPEN: Standing = { look: 'open' };

/** The cards that the words of claims can point to: every one, or where there are too many only the open one. */
export type Cards = 'all' | string | undefined;

/** What a drawing is made of. */
interface Seen {
  readonly article: Article;
  readonly standings: Standings;
  readonly levels: ReadonlyMap<string, number>;
  readonly cards: Cards;
}

const different = <T>(before: ReadonlyMap<string, T>, after: ReadonlyMap<string, T>): readonly string[] =>
  before === after
    ? []
    : [...new Set([...before.keys(), ...after.keys()])].filter((id) => before.get(id) !== after.get(id));

const changedSince = (seen: Seen | undefined, now: Seen): Some => {
  const changed = changedClaims(seen?.article, now.article);
  if (!seen || changed === 'all') return 'all';
  const turned = seen.cards === now.cards ? [] : [seen.cards, now.cards];
  if (turned.includes('all')) return 'all';
  return new Set([
    ...changed,
    ...different(seen.standings, now.standings),
    ...different(seen.levels, now.levels),
    ...turned.filter((id) => id !== undefined),
  ]);
};

/** A function from an article to how those of its claims are to be drawn that changed since it was asked before; at first all. */
export const drawingKeeper = () => {
  let seen: Seen | undefined;
  return (article: Article, order: ClaimOrder, standings: Standings, cards: Cards): Drawing => {
    const placed = placedIn(article, order);
    const levels = raised(placed);
    const now = { article, standings, levels, cards };
    const of = changedSince(seen, now);
    seen = now;
    const drawn = of === 'all' ? placed : placed.filter(({ id }) => of.has(id));
    const highlights = drawn.map(({ id, from, to, state }) => {
      const standing = standings.get(id) ?? OPEN;
      const classes = classesOf(state, standing, levels.get(id) ?? 0);
      const says = t('text.claim', { standing: stateWords(standing) });
      return { id, from, to, classes, says, hasCard: cards === 'all' || cards === id };
    });
    return { of, highlights };
  };
};
