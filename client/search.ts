import type { SearchOperations as OPERATIONS } from '../shared/api/operations/search.ts';
import type { SearchFound } from '../shared/api/records/search.ts';
import { type Answer, ask } from './api.ts';

/** What can be looked for, in the order in which it is listed. */
export const KINDS = ['claim', 'source', 'evidence', 'article'] as const;

export type Kind = (typeof KINDS)[number];

/** By what else than words something is looked for, as `GET /api/search` takes it. */
export const FILTERS = ['state', 'outcome', 'article', 'person', 'since', 'until'] as const;

export type Filters = Readonly<Record<(typeof FILTERS)[number], string>>;

/** Filters that keep everything. */
export const NO_FILTERS: Filters = { state: '', outcome: '', article: '', person: '', since: '', until: '' };

/** What is looked for; an empty kind is everything, and so is an empty filter. */
export interface Sought {
  readonly query: string;
  readonly kind: Kind | '';
  readonly filters: Filters;
}

/** How many of what has the words there are. */
export type Counts = OPERATIONS['countFound']['answer'];

const setIn = (filters: Filters): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== ''));

/** Some of what was found of one kind, and where the next page begins. */
export interface FoundGroup {
  readonly kind: Kind;
  readonly found: readonly SearchFound[];
  readonly after: string | null;
}

/** So many of each kind are shown where everything is looked for, and so many of one. */
const SHOWN = { each: 5, one: 20 } as const;

const findKind = async (
  { query, filters }: Sought,
  kind: Kind,
  limit: number,
  after?: string,
): Promise<Answer<FoundGroup>> => {
  const asked = { q: query, kind, ...setIn(filters), limit: String(limit), ...(after !== undefined && { after }) };
  const answer = await ask<Omit<FoundGroup, 'kind'>>('GET', `/api/search?${new URLSearchParams(asked)}`);
  return 'value' in answer ? { value: { ...answer.value, kind } } : answer;
};

/** What is found, by kind, without kinds of which nothing is. */
export const findAll = async (sought: Sought): Promise<Answer<readonly FoundGroup[]>> => {
  const answers = await Promise.all(
    sought.kind === ''
      ? KINDS.map((each) => findKind(sought, each, SHOWN.each))
      : [findKind(sought, sought.kind, SHOWN.one)],
  );
  const groups: FoundGroup[] = [];
  for (const answer of answers) {
    if (!('value' in answer)) return answer;
    if (answer.value.found.length > 0) groups.push(answer.value);
  }
  return { value: groups };
};

/** The next page of one kind. */
export const findMore = (sought: Sought, { kind, after }: FoundGroup): Promise<Answer<FoundGroup>> =>
  findKind(sought, kind, SHOWN.one, after ?? undefined);

/** The address of a search. */
export const searchPath = ({ query, kind, filters }: Sought): string =>
  `/search?${new URLSearchParams({ q: query, ...(kind && { kind }), ...setIn(filters) })}`;

/** What the query of such an address looks for. */
export const soughtIn = (query: URLSearchParams): Sought => ({
  query: query.get('q') ?? '',
  kind: KINDS.find((each) => each === query.get('kind')) ?? '',
  filters: Object.fromEntries(FILTERS.map((each) => [each, query.get(each) ?? ''])) as Filters,
});

/** How many there are of each kind, state, outcome, article and person. */
export const countFound = ({ query, kind, filters }: Sought): Promise<Answer<Counts>> =>
  ask('GET', `/api/search/counts?${new URLSearchParams({ q: query, ...(kind && { kind }), ...setIn(filters) })}`);

/** Where something that was found is: a claim and evidence open with their claim. */
export const pathOf = ({ article, claim }: SearchFound): string =>
  `/articles/${encodeURIComponent(article)}${claim === undefined ? '' : `#claim-${encodeURIComponent(claim)}`}`;

/** A text in pieces, those that were looked for being lit up. */
export const litPieces = ({
  text,
  marks,
}: Pick<SearchFound, 'text' | 'marks'>): readonly { readonly text: string; readonly isLit: boolean }[] => {
  let last = 0;
  const pieces = marks.flatMap(([from = 0, to = 0]) => {
    const both = [
      { text: text.slice(last, from), isLit: false },
      { text: text.slice(from, to), isLit: true },
    ];
    last = to;
    return both;
  });
  return [...pieces, { text: text.slice(last), isLit: false }].filter((piece) => piece.text !== '');
};
