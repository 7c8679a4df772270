import { type Article, wordsOf } from '../shared/article.ts';
import { isUndecided, type Outcome } from '../shared/outcome.ts';
import { ratingOf } from '../shared/scale.ts';
import { scaleNamed } from '../shared/settings.ts';
import type { Verdict } from '../shared/verdict.ts';
import { stateWords } from './outcome-words.ts';
import { ratingWords } from './scale-words.ts';
import type { Standings } from './standing.ts';
import { t } from './strings/index.ts';

/** An article at a moment, and how its claims stand. */
export interface Moment {
  readonly article: Article;
  readonly standings: Standings;
}

/** To whom it is told, and what the others are called. */
interface Listener {
  readonly reviewer: string;
  readonly nameOf: (reviewer: string) => string;
}

const LONGEST = 90;

const inShort = (words: string): string => (words.length > LONGEST ? `${words.slice(0, LONGEST).trimEnd()}…` : words);

const claimWords = (article: Article, claim: string): string =>
  inShort(article.claims.get(claim)?.statement || wordsOf(article, claim));

/** What came into a table by the hands of others. */
const addedBy = <T extends { readonly reviewer: string }>(
  before: ReadonlyMap<string, T>,
  now: ReadonlyMap<string, T>,
  { reviewer }: Listener,
): readonly T[] =>
  before === now ? [] : [...now].flatMap(([id, each]) => (before.has(id) || each.reviewer === reviewer ? [] : each));

/** Each of a few things in a sentence of its own, or how many there are. */
const few = <T>(things: readonly T[], one: (thing: T) => string, many: (count: number) => string): readonly string[] =>
  things.length > 2 ? [many(things.length)] : things.map(one);

const claimsTold = (before: Moment, { article }: Moment, listener: Listener): readonly string[] =>
  few(
    addedBy(before.article.claims, article.claims, listener),
    ({ id, reviewer }) =>
      t('announce.claim', { name: listener.nameOf(reviewer), words: inShort(wordsOf(article, id)) }),
    (count) => t('announce.claims', { count }),
  );

const ratingIn = (article: Article, { scale, rating }: Verdict): string => {
  const named = scaleNamed(article, scale);
  return ratingWords(scale, (named && ratingOf(named, rating)?.label) ?? rating);
};

const verdictsTold = (before: Moment, { article }: Moment, listener: Listener): readonly string[] =>
  few(
    addedBy(before.article.verdicts, article.verdicts, listener),
    (verdict) =>
      t('announce.verdict', {
        name: listener.nameOf(verdict.reviewer),
        words: claimWords(article, verdict.claim),
        rating: ratingIn(article, verdict),
      }),
    (count) => t('announce.verdicts', { count }),
  );

/** Whether an outcome is what the one verdict says that has just come, and is told as that. */
const isVerdict = (before: Moment, outcome: Outcome): boolean =>
  outcome.by !== 'decision' && !isUndecided(outcome) && !before.article.verdicts.has(outcome.verdict.id);

/** Outcomes that are others than before, but for those that the listener has just brought about. */
const outcomesTold = (before: Moment, { article, standings }: Moment, { reviewer }: Listener): readonly string[] => {
  if (before.standings === standings) return [];
  const turned = [...standings].filter(([claim, standing]) => {
    const { outcome } = standing;
    const was = before.standings.get(claim);
    if (!was || stateWords(was) === stateWords(standing)) return false;
    if (!outcome || outcome.stale) return true;
    return outcome.verdict.reviewer !== reviewer && !isVerdict(before, outcome);
  });
  return few(
    turned,
    ([claim, standing]) => t('announce.outcome', { words: claimWords(article, claim), outcome: stateWords(standing) }),
    (count) => t('announce.outcomes', { count }),
  );
};

const messagesTold = (before: Moment, { article }: Moment, listener: Listener): readonly string[] => {
  if (before.article.threads === article.threads) return [];
  const written = [...article.threads].flatMap(([id, { messages }]) =>
    messages
      .slice(before.article.threads.get(id)?.messages.length ?? 0)
      .filter(({ reviewer }) => reviewer !== listener.reviewer),
  );
  return few(
    written,
    ({ reviewer, text }) => t('announce.message', { name: listener.nameOf(reviewer), words: inShort(text) }),
    (count) => t('announce.messages', { count }),
  );
};

const lockTold = (before: Moment, { article: { lock } }: Moment, listener: Listener): readonly string[] => {
  const was = before.article.lock;
  if ((was !== undefined) === (lock !== undefined) || lock?.reviewer === listener.reviewer) return [];
  return [lock ? t('announce.locked', { name: listener.nameOf(lock.reviewer) }) : t('announce.unlocked')];
};

const TOLD = [claimsTold, verdictsTold, outcomesTold, messagesTold, lockTold];

/** What others did between two moments, in sentences, so few of them that one can listen to it while one works. */
export const toldOfOthers = (before: Moment, now: Moment, listener: Listener): readonly string[] =>
  TOLD.flatMap((told) => told(before, now, listener));
