import { type Article, wordsOf } from '../shared/article.ts';
import { type Claim, PRIORITIES } from '../shared/claim.ts';
import { evidenceOf, isUndecided } from '../shared/outcome.ts';
import { mainOf } from '../shared/relations.ts';
import { sourceName } from '../shared/source.ts';
import { WORK, type WorkState } from '../shared/work.ts';
import type { ClaimOrder } from './claim-order.ts';
import { holds, searchable } from './claim-search.ts';
import type { Standing, Standings } from './standing.ts';

/** What can be asked of an outcome besides its rating; no rating has such an id. */
export const OUTCOMES = ['-none', '-stale', '-disputed', '-uncheckable'] as const;

/** What claims are listed by besides the order of their words. */
export const SORTS = ['place', 'priority', 'due', 'newest'] as const;

/** Which claims are listed, and in which order; an empty value asks nothing. */
export interface ClaimFilter {
  readonly q: string;
  readonly state: WorkState | '';
  /** The id of a rating, or one of `OUTCOMES`. */
  readonly outcome: string;
  /** The id of a reviewer; `none` for claims that nobody is assigned to. */
  readonly assignee: string;
  readonly type: string;
  readonly tag: string;
  readonly priority: keyof typeof PRIORITIES | '';
  readonly sort: (typeof SORTS)[number];
}

/** Every claim, in the order of the words. */
export const EVERY: ClaimFilter = {
  ...{ q: '', state: '', outcome: '', assignee: '', type: '', tag: '', priority: '', sort: 'place' },
};

const KEYS = Object.keys(EVERY) as readonly (keyof ClaimFilter)[];

const KNOWN: Partial<Record<keyof ClaimFilter, readonly string[]>> = {
  state: Object.keys(WORK),
  sort: SORTS,
  priority: Object.keys(PRIORITIES),
};

/** The filter that an address names; what it does not know is left out. */
export const filterOf = (query: URLSearchParams): ClaimFilter => {
  const given = KEYS.flatMap((key) => {
    const value = query.get(key)?.slice(0, 200) ?? '';
    return value === '' || (KNOWN[key]?.includes(value) ?? true) === false ? [] : [[key, value] as const];
  });
  return { ...EVERY, ...Object.fromEntries(given) };
};

/** The query of an address with a filter in it; everything else in it stays. */
export const withFilter = (query: URLSearchParams, filter: ClaimFilter): URLSearchParams => {
  const next = new URLSearchParams(query);
  for (const key of KEYS) {
    if (filter[key] === EVERY[key]) next.delete(key);
    else next.set(key, filter[key]);
  }
  return next;
};

/** How many of its questions a filter asks; the order of the list is none. */
export const asked = (filter: ClaimFilter): number =>
  KEYS.filter((key) => key !== 'sort' && filter[key] !== EVERY[key]).length;

/** What an outcome can be asked for by: its rating, or why it has none that holds. */
const outcomesOf = ({ look, outcome }: Standing): readonly string[] => {
  if (!outcome) return [look === 'uncheckable' ? '-uncheckable' : '-none'];
  const rated = isUndecided(outcome) ? '-disputed' : outcome.rating.id;
  return outcome.stale ? [rated, '-stale'] : [rated];
};

/** All the words of a claim that a search looks through: its own, its statement, who said it, its tags and its sources. */
const wordsFor = (article: Article, claim: Claim): string => {
  const said = claim.attribution.flatMap(({ name, role, words, place }) => [name, role, words, place]);
  const sources = evidenceOf(article, mainOf(article.claims, claim.id)).flatMap(({ source, passage, note }) => {
    const found = article.sources.get(source);
    return [found ? sourceName(found) : '', found?.url ?? '', found?.publisher ?? '', passage, note];
  });
  return [wordsOf(article, claim.id), claim.quote.exact, claim.statement, ...claim.tags, ...said, ...sources].join(
    ' \n ',
  );
};

const isListed = (article: Article, standings: Standings, filter: ClaimFilter): ((claim: Claim) => boolean) => {
  const query = searchable(filter.q);
  const standing = (claim: Claim): Standing => standings.get(claim.id) ?? { look: 'open' };
  const tests: ((claim: Claim) => boolean)[] = [];
  const ask = (value: string, test: (claim: Claim) => boolean): void => {
    if (value !== '') tests.push(test);
  };
  ask(filter.type, ({ kind }) => kind === filter.type);
  ask(filter.tag, ({ tags }) => tags.includes(filter.tag));
  ask(filter.priority, ({ priority }) => (priority || 'normal') === filter.priority);
  ask(filter.assignee, ({ assignee }) => (filter.assignee === 'none' ? assignee === '' : assignee === filter.assignee));
  ask(filter.state, (claim) => (standing(claim).work?.state ?? 'open') === filter.state);
  ask(filter.outcome, (claim) => outcomesOf(standing(claim)).includes(filter.outcome));
  ask(query, (claim) => holds(wordsFor(article, claim), query));
  return (claim) => tests.every((test) => test(claim));
};

const RANK: Readonly<Record<Claim['priority'], number>> = { high: 0, '': 1, normal: 1, low: 2 };

const ORDERS: Readonly<Record<(typeof SORTS)[number], ((one: Claim, other: Claim) => number) | undefined>> = {
  place: undefined,
  priority: (one, other) => RANK[one.priority] - RANK[other.priority],
  due: (one, other) => (one.due || '9').localeCompare(other.due || '9'),
  newest: (one, other) => other.markedAt.localeCompare(one.markedAt),
};

/**
 * The claims that a filter lists, in its order, and the one that is kept; the very same object where it asks nothing. Where claims are
 * equal, the order of the words holds.
 */
export const filtered = (
  article: Article,
  order: ClaimOrder,
  standings: Standings,
  filter: ClaimFilter,
  kept?: string,
): ClaimOrder => {
  const sort = ORDERS[filter.sort];
  if (asked(filter) === 0 && !sort) return order;
  const passes = isListed(article, standings, filter);
  const listed = (claim: Claim): boolean => claim.id === kept || passes(claim);
  const some = (claims: readonly Claim[]): readonly Claim[] => {
    const kept = claims.filter(listed);
    return sort ? kept.toSorted(sort) : kept;
  };
  return { placed: some(order.placed), orphaned: some(order.orphaned), withdrawn: some(order.withdrawn) };
};

/** Every tag that stands on a claim, the most used first. */
export const tagsIn = (article: Article): readonly string[] => {
  const uses = new Map<string, number>();
  for (const { tags, withdrawn } of article.claims.values())
    if (!withdrawn) for (const tag of tags) uses.set(tag, (uses.get(tag) ?? 0) + 1);
  return [...uses].sort(([one, few], [other, many]) => many - few || one.localeCompare(other)).map(([tag]) => tag);
};
