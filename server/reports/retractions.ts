import type { Article } from '../../shared/article.ts';
import { claimsLeaningOn } from '../../shared/leaning.ts';
import type { Notice } from '../../shared/notice.ts';
import { isRetracted } from '../../shared/publication.ts';
import type { Role } from '../../shared/roles.ts';
import { deskSight, seenArticle, sightOf } from '../../shared/sight.ts';
import { type Source, sourceName } from '../../shared/source.ts';
import { libraryKey, retractionIn } from '../library.ts';
import type { LibraryStore } from '../storage/library-store.ts';
import type { ReportStore } from '../storage/report-store.ts';
import { bodyOf } from './report-body.ts';

/** What was published of which article leans on what was retracted: each for those who published it. */
export interface ToldElsewhere {
  readonly id: string;
  readonly article: Article;
  readonly notices: readonly Notice[];
}

interface Parts {
  readonly library: LibraryStore;
  readonly reports: ReportStore;
  readonly articleNow: (id: string) => Promise<Article | undefined>;
  /** The role of a reviewer; nothing for who has no account. */
  readonly roleOf: (reviewer: string) => Promise<Role | undefined>;
}

/** So many articles that cite one thing are looked into, those that cited it last. */
const MOST = 200;

/** The articles that cite one thing, as far as the library tells, each once. */
export const articlesCiting = async (
  library: LibraryStore,
  key: string,
  openOnly: boolean,
): Promise<readonly string[]> =>
  [...new Set((await library.usesOf(key, openOnly)).map(({ article }) => article))].slice(0, MOST);

/** The sources of an article that are one thing. */
const sourcesOfKey = ({ sources }: Article, key: string): readonly Source[] =>
  [...sources.values()].filter((source) => libraryKey(source) === key);

/** The sources that were retracted between two states of an article and that all of the desk see. */
const retractedBetween = (before: Article, after: Article): readonly Source[] => {
  if (before.sources === after.sources) return [];
  const sight = deskSight(after);
  return [...(sight ? seenArticle(after, sight) : after).sources.values()].filter(
    ({ id, retracted }) => retracted && before.sources.get(id)?.retracted?.at !== retracted.at,
  );
};

/** Of some sources of an article those that stand in the report that is published of it and has not been retracted. */
const inReport = async (reports: ReportStore, id: string, { published = [] }: Article, sources: readonly Source[]) => {
  if (published.length === 0 || isRetracted(published)) return [];
  const newest = (await reports.of(id)).at(-1);
  const cited = newest ? bodyOf(newest).sources : [];
  return sources.filter((source) => cited.includes(source.id));
};

/**
 * Whom to tell, once a source is retracted in an article, that a report of theirs leans on it, in whichever article: the lead who published
 * it last, as far as they see the source there (T11).
 */
export const retractionTeller =
  ({ library, reports, articleNow, roleOf }: Parts) =>
  async (id: string, before: Article, after: Article): Promise<readonly ToldElsewhere[]> => {
    const told: ToldElsewhere[] = [];
    for (const source of retractedBetween(before, after)) {
      const { reason = '', reviewer: by = '', at = '' } = source.retracted ?? {};
      const key = libraryKey(source);
      for (const other of new Set([id, ...(await articlesCiting(library, key, false))])) {
        const article = other === id ? after : await articleNow(other);
        const to = article?.published?.at(-1)?.reviewer;
        if (!article || to === undefined || to === by) continue;
        const sight = sightOf(article, { id: to, role: (await roleOf(to)) ?? 'viewer' });
        const seen = sight ? seenArticle(article, sight) : article;
        const [leaning] = await inReport(reports, other, article, sourcesOfKey(seen, key));
        if (!leaning) continue;
        const words = `${sourceName(leaning)}: ${reason}`;
        told.push({ id: other, article, notices: [{ kind: 'retracted', to, by, at, about: leaning.id, words }] });
      }
    }
    return told;
  };

/** Of some sources those that were retracted in any article of the desk, as far as the library tells. */
export const retractedAnywhere = async (
  library: LibraryStore,
  sources: readonly Source[],
  openOnly: boolean,
): Promise<ReadonlySet<string>> => {
  const found = await Promise.all(
    sources.map(async (source) => {
      if (source.retracted) return source.id;
      const uses = await library.usesOf(libraryKey(source), openOnly);
      return uses.some((use) => retractionIn(use)) ? source.id : [];
    }),
  );
  return new Set(found.flat());
};

/** The claims of an article that lean on one thing, each with its words. */
export const claimsOnKey = (article: Article, key: string) =>
  [...new Set(sourcesOfKey(article, key).flatMap(({ id }) => claimsLeaningOn(article, id)))].flatMap((id) => {
    const claim = article.claims.get(id);
    return claim ? [{ claim: id, words: claim.statement || claim.quote.exact }] : [];
  });

/** Whether the report that is published of an article has one thing among its sources. */
export const isPublishedOn = async (
  reports: ReportStore,
  id: string,
  article: Article,
  key: string,
): Promise<boolean> => (await inReport(reports, id, article, sourcesOfKey(article, key))).length > 0;
