import type { AnchorState } from './anchor.ts';
import { type Article, anchorOf, wordsOf } from './article.ts';
import { type Correction, isUnanswered, standsOnItsWords } from './correction.ts';
import { outcomeOf } from './outcome.ts';
import { collapsed } from './text.ts';
import { workOf } from './work-now.ts';

/** What a change of the text does to a claim. */
export interface ClaimThen {
  readonly claim: string;
  readonly was: AnchorState;
  readonly state: AnchorState;
  /** Its words before and after. */
  readonly before: string;
  readonly after: string;
  /** Present when its outcome holds no longer. */
  readonly stale?: true;
  /** Present when work on it that was ready, checked or signed is open again. */
  readonly reopened?: true;
}

/** What a change of the text does to all that stands on its words. */
export interface Consequences {
  /** So many claims stand on the same words as before. */
  readonly untouched: number;
  /** The others, in the order of the text. */
  readonly claims: readonly ClaimThen[];
  /** Suggested corrections, by id: the text says by then what they suggest; what they were suggested for is gone. */
  readonly carriedOut: readonly string[];
  readonly overtaken: readonly string[];
  /** Accepted corrections of which the words stand there no longer. */
  readonly undone: readonly string[];
  /** Threads whose words are gone. */
  readonly threads: readonly string[];
  /** So many passages that were set aside are to be looked at anew. */
  readonly asides: number;
}

const standing = <T extends { readonly withdrawn?: unknown }>(records: ReadonlyMap<string, T>): readonly T[] =>
  [...records.values()].filter(({ withdrawn }) => !withdrawn);

const claimThen = (before: Article, after: Article, claim: string): readonly ClaimThen[] => {
  const [was, is] = [anchorOf(before, claim), anchorOf(after, claim)];
  const [words, then] = [wordsOf(before, claim), wordsOf(after, claim)];
  if (was.state === is.state && collapsed(words) === collapsed(then)) return [];
  const [outcome, outcomeThen] = [outcomeOf(before, claim), outcomeOf(after, claim)];
  const isStale = outcome !== undefined && !outcome.stale && outcomeThen?.stale !== undefined;
  const isReopened = workOf(before, claim).state !== 'reopened' && workOf(after, claim).state === 'reopened';
  return [
    {
      ...{ claim, was: was.state, state: is.state, before: words, after: then },
      ...(isStale && { stale: true as const }),
      ...(isReopened && { reopened: true as const }),
    },
  ];
};

const saysSo = (article: Article, { id, to }: Correction): boolean => collapsed(wordsOf(article, id)) === collapsed(to);

const idsOf = (records: readonly { readonly id: string }[]): readonly string[] => records.map(({ id }) => id);

/** What a change of its text does to an article, as far as it is seen. */
export const consequencesOf = (before: Article, after: Article): Consequences => {
  const claims = standing(before.claims);
  const then = claims.flatMap(({ id }) => claimThen(before, after, id));
  const isLost = (id: string): boolean =>
    anchorOf(before, id).state !== 'orphaned' && anchorOf(after, id).state === 'orphaned';
  const standsNoLonger = (each: Correction): boolean =>
    standsOnItsWords(before, each) && !standsOnItsWords(after, each);
  const waiting = [...before.corrections.values()].filter((each) => isUnanswered(each) && standsNoLonger(each));
  const accepted = standing(before.corrections).filter((each) => each.accepted && saysSo(before, each));
  return {
    untouched: claims.length - then.length,
    claims: then.sort((one, other) => anchorOf(after, one.claim).from - anchorOf(after, other.claim).from),
    carriedOut: idsOf(waiting.filter((each) => saysSo(after, each))),
    overtaken: idsOf(waiting.filter((each) => !saysSo(after, each))),
    undone: idsOf(accepted.filter((each) => !saysSo(after, each))),
    threads: idsOf([...before.threads.values()].filter(({ id, quote }) => quote && isLost(id))),
    asides: standing(before.asides).filter(({ id }) => standsOn(before, id) && !standsOn(after, id)).length,
  };
};

const standsOn = (article: Article, id: string): boolean => ['exact', 'moved'].includes(anchorOf(article, id).state);
