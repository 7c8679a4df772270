import type { Article } from '../shared/article.ts';
import { type Outcome, outcomeLabel, outcomeOf } from '../shared/outcome.ts';
import { titleOf } from '../shared/schema.ts';
import { likenessTerms } from '../shared/search/likeness.ts';
import { indexedWords } from '../shared/search/words.ts';
import { seenArticle, sightOf } from '../shared/sight.ts';
import { collapsed, plainText } from '../shared/text.ts';
import { workOf } from '../shared/work-now.ts';
import { Follower, type FollowerParts } from './follower.ts';
import { type NewSearchRow, NO_MARKS, type SearchStore } from './storage/search-store.ts';

/** What search is kept with. */
export interface SearchParts extends Omit<FollowerParts, 'store' | 'pace' | 'draw'> {
  readonly store: SearchStore;
}

/** A claim as it is found. */
export interface FoundClaim {
  /** In the article's words. */
  readonly quote: string;
  readonly statement: string;
  /** BCP 47, of the article; empty where it is not known. */
  readonly language: string;
  /** ISO 8601, UTC. */
  readonly markedAt: string;
  /** What it has come to, as far as those who see this row see that. */
  readonly outcome?: {
    readonly label: string;
    readonly tone: string;
    /** With its version, as `truth@1`. */
    readonly scale: string;
    /** When the newest of what it rests on was said: ISO 8601, UTC. */
    readonly at: string;
    /** Present when its words, its evidence or the answers to it changed since: it is to be checked again (T8). */
    readonly stale?: true;
  };
}

/** What a claim says: in one's own words where there are any, else in the article's. */
export const saidBy = ({ statement, quote }: Pick<FoundClaim, 'statement' | 'quote'>): string => statement || quote;

const saidOf = (outcome: Outcome): NonNullable<FoundClaim['outcome']> => ({
  ...{ label: outcomeLabel(outcome), tone: outcome.rating.tone },
  ...{ scale: outcome.verdict.scale, at: outcome.verdict.givenAt },
  ...(outcome.stale && { stale: true }),
});

const dayOf = (at: string): string => at.slice(0, 10);

/** A row of an article without what is the same of all. */
type Drawn = Omit<NewSearchRow, 'article' | 'open'>;

const claimsIn = (article: Article): readonly Drawn[] =>
  [...article.claims.values()]
    .filter(({ withdrawn }) => !withdrawn)
    .map(({ id, quote, statement, markedAt, reviewer }) => {
      const outcome = outcomeOf(article, id);
      const body: FoundClaim = {
        ...{ quote: collapsed(quote.exact), statement, language: article.origin.language, markedAt },
        ...(outcome && { outcome: saidOf(outcome) }),
      };
      return {
        ...{ kind: 'claim', id, body: JSON.stringify(body), person: reviewer, day: dayOf(markedAt) },
        ...{ state: workOf(article, id).state, outcome: body.outcome?.label ?? '' },
        words: () => indexedWords(`${body.quote} ${statement}`),
        terms: () => likenessTerms(saidBy(body), body.language),
      };
    });

const sourcesIn = (article: Article): readonly Drawn[] =>
  [...article.sources.values()].map(({ id, title, url, publisher, people, reviewer, addedAt }) => ({
    ...{ kind: 'source', id, body: JSON.stringify({ title, url, publisher, people }) },
    ...{ ...NO_MARKS, person: reviewer, day: dayOf(addedAt) },
    words: () => indexedWords([title, url, publisher, ...people].join(' ')),
  }));

const evidenceIn = (article: Article): readonly Drawn[] =>
  [...article.evidence.values()]
    .filter(({ withdrawn }) => !withdrawn)
    .map(({ id, claim, source, passage, note, reviewer, attachedAt }) => ({
      ...{ kind: 'evidence', id, body: JSON.stringify({ claim, source, passage, note }) },
      ...{ ...NO_MARKS, person: reviewer, day: dayOf(attachedAt) },
      words: () => indexedWords(`${passage} ${note}`),
    }));

const textIn = (article: Article): Drawn => {
  const { text } = plainText(article.doc);
  const body = JSON.stringify({ text });
  return { ...NO_MARKS, kind: 'article', id: '', body, words: () => indexedWords(text) };
};

const drawnFrom = (article: Article): readonly Drawn[] => [
  textIn(article),
  ...sourcesIn(article),
  ...evidenceIn(article),
  ...claimsIn(article),
];

/** All that somebody sees who is nobody in particular, in a role. */
const seenBy = (article: Article, role: 'viewer' | 'annotator'): Article => {
  const sight = sightOf(article, { id: '', role });
  return sight ? seenArticle(article, sight) : article;
};

/**
 * What of an article can be found (T11): what all of the desk see, and of that for everyone only what they see as the desk does. What some
 * people see alone, and work that is blind, is found by nobody.
 */
export const searchRows = (article: string, whole: Article): readonly NewSearchRow[] => {
  const [desk, everyone] = [seenBy(whole, 'annotator'), seenBy(whole, 'viewer')];
  const key = ({ words: _words, terms: _terms, ...row }: Drawn): string => JSON.stringify(row);
  const open = desk === everyone ? undefined : new Set(drawnFrom(everyone).map(key));
  return drawnFrom(desk).map((row) => ({ ...row, article, open: !open || open.has(key(row)) ? 1 : 0 }));
};

/** New entries of an article wait so many milliseconds for more of them. */
const PACE = 1_000;

/** All that can be found in the articles of the desk, kept up with the logs. */
export const searchOf = ({ store, ...parts }: SearchParts): Follower =>
  new Follower({
    ...parts,
    store,
    pace: PACE,
    draw: (article, { after }, from) =>
      store.advance({
        ...{ article, from, to: after.version, title: titleOf(after.doc) },
        rows: searchRows(article, after),
      }),
  });
