import { earlierClaims } from '../../server/earlier.ts';
import { NO_MARKS } from '../../server/storage/search-store.ts';
import type { Stores } from '../../server/storage/stores.ts';
import { likenessTerms } from '../../shared/search/likeness.ts';
import { indexedWords } from '../../shared/search/words.ts';
import { negated, numberSwapped, type Repeat } from './near-repeats.ts';
import { listed, someEntries } from './stored-entries.ts';

const ARTICLE = 'earlier';

/** Keeps claims as those of an article, as they are drawn from its log. */
export const keepClaims = async ({ log, search }: Pick<Stores, 'log' | 'search'>, claims: readonly string[]) => {
  await log.append(someEntries(ARTICLE, 1, 1), listed(1));
  const rows = claims.map((quote, index) => ({
    ...NO_MARKS,
    ...{ article: ARTICLE, kind: 'claim' as const, id: String(index), open: 1 as const },
    body: JSON.stringify({ quote, statement: '', language: 'en', markedAt: '2026-05-03T00:00:00.000Z' }),
    words: () => indexedWords(quote),
    terms: () => likenessTerms(quote, 'en'),
  }));
  await search.advance({ article: ARTICLE, from: 0, to: 1, title: 'Earlier', rows });
};

/** What became of claims that were said again, and of those that were said with another figure or denied. */
export interface FoundAgain {
  /** Those that are not among the first three as the same, more or less. */
  readonly missed: readonly Repeat[];
  /** Twins that were offered as the same. */
  readonly taken: readonly (readonly [claim: string, twin: string])[];
  readonly twins: number;
  /** Milliseconds of each question. */
  readonly times: readonly number[];
}

/** Asks for each claim that is said again, and for each of some that is given another figure or denied. */
export const foundAgain = async (
  { search }: Pick<Stores, 'search'>,
  repeats: readonly Repeat[],
  claims: readonly string[],
): Promise<FoundAgain> => {
  const [missed, taken, times]: [Repeat[], (readonly [string, string])[], number[]] = [[], [], []];
  let twins = 0;
  const ask = async (text: string) => {
    const start = performance.now();
    const found = await earlierClaims(search, { text, language: 'en', openOnly: false });
    times.push(performance.now() - start);
    return found;
  };
  for (const repeat of repeats) {
    const first = (await ask(repeat.said)).slice(0, 3);
    const isThere = first.some(
      ({ text, relation }) => text === repeat.claim && ['same', 'narrower', 'wider'].includes(relation),
    );
    if (!isThere) missed.push(repeat);
  }
  for (const claim of claims)
    for (const twin of [numberSwapped(claim), negated(claim)]) {
      if (twin === undefined) continue;
      twins += 1;
      const found = await ask(twin);
      if (found.some(({ text, relation }) => text === claim && relation === 'same')) taken.push([claim, twin]);
    }
  return { missed, taken, twins, times };
};
