import type { SourceUse } from '../shared/api/records/library.ts';
import type { SourceFields } from '../shared/source.ts';
import { type Answer, ask } from './api.ts';

/** A thing that articles of the desk cite, with the fields that it was given last. */
export interface LibraryItem
  extends Pick<SourceFields, 'title' | 'url' | 'kind' | 'publisher' | 'people' | 'date' | 'language' | 'primary'> {
  readonly uses: readonly SourceUse[];
  /** Where it was retracted last, and why; absent while it stands everywhere. */
  readonly retracted?: {
    readonly article: string;
    readonly title: string;
    readonly reason: string;
    readonly at: string;
  };
}

/** An article of which claims lean on a source. */
export interface LeaningArticle {
  readonly article: string;
  readonly title: string;
  /** Whether the report that is published of it leans on the source. */
  readonly isPublished: boolean;
  readonly claims: readonly { readonly claim: string; readonly words: string }[];
}

/** Asks which claims lean on a source, in whichever article. */
export const loadLeaning = (
  article: string,
  source: string,
): Promise<Answer<{ readonly articles: readonly LeaningArticle[] }>> =>
  ask('GET', `/api/articles/${encodeURIComponent(article)}/sources/${encodeURIComponent(source)}/leaning`);

/** Some of the library, and where the next page begins. */
export interface LibraryPage {
  readonly sources: readonly LibraryItem[];
  readonly before: string | null;
}

/** What is looked for in the library; empty for everything. */
export interface LibraryQuery {
  readonly search: string;
  readonly kind: string;
}

/** A page of what is found, those used last coming first. */
export const findSources = ({ search, kind }: LibraryQuery, before?: string): Promise<Answer<LibraryPage>> => {
  const asked = Object.entries({ search: search.trim().slice(0, 200), kind, before: before ?? '' });
  return ask('GET', `/api/sources?${new URLSearchParams(asked.filter(([, value]) => value !== ''))}`);
};

/** What the library knows of the page at an address. */
export const knownAt = async (address: string): Promise<LibraryItem | undefined> => {
  const answer = await ask<{ readonly source: LibraryItem | null }>(
    'GET',
    `/api/sources/known?${new URLSearchParams({ address })}`,
  );
  return 'value' in answer ? (answer.value.source ?? undefined) : undefined;
};

/** The pairs among an article's sources that are one text; none while they cannot be had. */
export const sameTextsIn = async (article: string): Promise<readonly (readonly [string, string])[]> => {
  const answer = await ask<{ readonly pairs: readonly (readonly [string, string])[] }>(
    'GET',
    `/api/articles/${encodeURIComponent(article)}/same-texts`,
  );
  return 'value' in answer ? answer.value.pairs : [];
};

/** The other articles that use the sources of an article, by the id of the source; none while that cannot be had. */
export const usedElsewhere = async (article: string): Promise<Readonly<Record<string, readonly SourceUse[]>>> => {
  const answer = await ask<{ readonly uses: Readonly<Record<string, readonly SourceUse[]>> }>(
    'GET',
    `/api/articles/${encodeURIComponent(article)}/used-elsewhere`,
  );
  return 'value' in answer ? answer.value.uses : {};
};
