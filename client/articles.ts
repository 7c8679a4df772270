import { signal } from '@preact/signals';
import type { ArticleRow } from '../shared/api/records/article.ts';
import { type Answer, ask, type Problem } from './api.ts';
import { inOrder } from './in-order.ts';
import { whileLookedAt } from './while-looked-at.ts';

/** The list of articles as far as it is known; a problem leaves what was known in sight. */
export interface Listed {
  readonly rows?: readonly ArticleRow[];
  readonly problem?: Problem;
}

export const listed = signal<Listed>({});

interface Page {
  readonly articles: readonly ArticleRow[];
  readonly before: string | null;
}

const answers = inOrder();

/** Asks for the whole list anew. */
export const loadArticles = (): Promise<void> =>
  answers.take(allRows(), (answer) => {
    listed.value = 'value' in answer ? { rows: newestFirst(answer.value) } : { ...listed.value, ...answer };
  });

/** Page by page. */
const allRows = async (): Promise<Answer<readonly ArticleRow[]>> => {
  const rows: ArticleRow[] = [];
  let before: string | null = '';
  while (before !== null) {
    const answer: Answer<Page> = await ask('GET', `/api/articles?limit=200${before && `&before=${before}`}`);
    if ('problem' in answer) return answer;
    rows.push(...answer.value.articles);
    before = answer.value.before;
  }
  return { value: rows };
};

/** So often the list is asked for while it is looked at, in milliseconds. */
const EVERY = 30_000;

/** Keeps the list new while this page is looked at; what it returns ends that. */
export const followArticles = (): (() => void) => whileLookedAt(loadArticles, EVERY);

const newestFirst = (rows: readonly ArticleRow[]): readonly ArticleRow[] =>
  rows.toSorted((one, other) => other.updatedAt.localeCompare(one.updatedAt));

/** The articles whose titles hold every word of a query, in any order, whatever the case and the accents. */
export const matching = (rows: readonly ArticleRow[], query: string): readonly ArticleRow[] => {
  const words = plain(query).split(/\s+/).filter(Boolean);
  return rows.filter((row) => words.every((word) => plain(row.title).includes(word)));
};

const plain = (text: string): string => text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
