import type { SearchFound } from '../shared/api/records/search.ts';
import { type Answer, ask } from './api.ts';

/** What can be looked for, in the order in which it is listed. */
export const KINDS = ['claim', 'source', 'evidence', 'article'] as const;

export type Kind = (typeof KINDS)[number];

/** What is looked for; an empty kind is everything. */
export interface Sought {
  readonly query: string;
  readonly kind: Kind | '';
}

/** Some of what was found of one kind, and where the next page begins. */
export interface FoundGroup {
  readonly kind: Kind;
  readonly found: readonly SearchFound[];
  readonly after: string | null;
}

/** So many of each kind are shown where everything is looked for, and so many of one. */
const SHOWN = { each: 5, one: 20 } as const;

const findKind = async (query: string, kind: Kind, limit: number, after?: string): Promise<Answer<FoundGroup>> => {
  const asked = { q: query, kind, limit: String(limit), ...(after !== undefined && { after }) };
  const answer = await ask<Omit<FoundGroup, 'kind'>>('GET', `/api/search?${new URLSearchParams(asked)}`);
  return 'value' in answer ? { value: { ...answer.value, kind } } : answer;
};

/** What is found, by kind, without kinds of which nothing is. */
export const findAll = async ({ query, kind }: Sought): Promise<Answer<readonly FoundGroup[]>> => {
  const answers = await Promise.all(
    kind === '' ? KINDS.map((each) => findKind(query, each, SHOWN.each)) : [findKind(query, kind, SHOWN.one)],
  );
  const groups: FoundGroup[] = [];
  for (const answer of answers) {
    if (!('value' in answer)) return answer;
    if (answer.value.found.length > 0) groups.push(answer.value);
  }
  return { value: groups };
};

/** The next page of one kind. */
export const findMore = (query: string, { kind, after }: FoundGroup): Promise<Answer<FoundGroup>> =>
  findKind(query, kind, SHOWN.one, after ?? undefined);

/** The address of a search. */
export const searchPath = ({ query, kind }: Sought): string =>
  `/search?${new URLSearchParams({ q: query, ...(kind && { kind }) })}`;

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
