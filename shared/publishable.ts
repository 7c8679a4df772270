import { type Article, wordsOf } from './article.ts';
import type { Claim } from './claim.ts';
import { isCheckable } from './claim-types.ts';
import { retractedBehind } from './leaning.ts';
import { outcomeOf } from './outcome.ts';
import { workOf } from './work-now.ts';

/** Why a claim is not in a published report: nothing is said of it that holds. */
const UNPUBLISHED = {
  unjudged: 'have no outcome',
  stale: 'changed after they were judged',
  orphaned: 'have no words in the article any more',
  disputed: 'are disputed between the reviewers',
  undecided: 'wait for the lead to decide',
} as const;

/** A key of `UNPUBLISHED`. */
export type Unpublished = keyof typeof UNPUBLISHED;

/** Why a claim is not published; nothing where it is. What cannot be checked is published as that. */
const whyUnpublished = (article: Article, claim: Claim): Unpublished | undefined => {
  if (wordsOf(article, claim.id).trim() === '') return 'orphaned';
  if (!isCheckable(article, claim)) return undefined;
  const outcome = outcomeOf(article, claim.id);
  if (!outcome) return 'unjudged';
  if (outcome.disputed) return 'disputed';
  if (outcome.undecided) return 'undecided';
  return outcome.stale && 'stale';
};

const standing = (article: Article): readonly Claim[] =>
  [...article.claims.values()].filter(({ withdrawn }) => !withdrawn);

/** An article with those of its claims that are published. */
export const publishable = (article: Article): Article => ({
  ...article,
  claims: new Map(
    standing(article)
      .filter((claim) => !whyUnpublished(article, claim))
      .map((claim) => [claim.id, claim]),
  ),
});

/** What a lead should know before a report is published: how many claims are left out and why, and what is still open of the others. */
export interface BeforePublishing {
  readonly published: number;
  readonly leftOut: Readonly<Partial<Record<Unpublished, number>>>;
  /** Published claims that nobody has signed. */
  readonly unsigned: number;
  /** Published claims that lean on a retracted source. */
  readonly onRetracted: number;
  /** Threads of the discussion that are not resolved. */
  readonly openThreads: number;
  /** Questions to people outside that wait for an answer. */
  readonly openQuestions: number;
}

/**
 * What there is to know before the report of what is public of an article is published; `whole` is all of it, `elsewhere` are sources that were
 * retracted in other articles.
 */
export const beforePublishing = (whole: Article, open: Article, elsewhere: ReadonlySet<string>): BeforePublishing => {
  const all = standing(open);
  const why = Map.groupBy(all, (claim) => whyUnpublished(open, claim) ?? 'published');
  const { published = [], ...leftOut } = Object.fromEntries(why) as Partial<
    Record<Unpublished | 'published', readonly Claim[]>
  >;
  return {
    published: published.length,
    leftOut: Object.fromEntries(Object.entries(leftOut).map(([reason, claims]) => [reason, claims.length])),
    unsigned: published.filter(({ id }) => workOf(whole, id).state !== 'signed').length,
    onRetracted: published.filter(({ id }) => retractedBehind(open, id, elsewhere).length > 0).length,
    openThreads: [...whole.threads.values()].filter(
      ({ resolved, messages }) => !resolved && messages.some(({ withdrawn }) => !withdrawn),
    ).length,
    openQuestions: [...whole.contacts.values()]
      .filter(({ withdrawn }) => !withdrawn)
      .flatMap(({ questions }) => questions)
      .filter(
        (question) =>
          !question.withdrawn && question.askedOn !== '' && !question.answers.some((each) => !each.withdrawn),
      ).length,
  };
};
