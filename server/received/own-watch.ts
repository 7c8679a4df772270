import type { Article } from '../../shared/article.ts';
import { type OwnLook, openFound } from '../../shared/own-look.ts';
import { issuesOf } from '../../shared/received.ts';
import type { Validators } from '../captures/fetch-page.ts';
import type { StoredWatch } from '../storage/look-store.ts';

/** Under this name the own address of an article is watched; no source has it. */
export const OWN = '';

/** What is known of the article's own address. */
export interface OwnWatch {
  readonly address: string;
  /** The version of the article that was the latest one published or handed in at the last look: only to that the validators say something. */
  readonly issue: number;
  readonly validators?: Validators;
  readonly look?: OwnLook;
  /** Whether an editor is to look at it. */
  readonly isOpen: boolean;
}

/** Reads what `storedOwn` wrote. */
export const ownWatchIn = ({ body }: Pick<StoredWatch, 'body'>): OwnWatch => JSON.parse(body);

/** The version of the article that has the latest text that was published or handed in. */
export const latestIssue = (article: Article): number => issuesOf(article).at(-1)?.version ?? 0;

/** A watch as it is stored, and whether it is open for an article as it stands. No claim is marked by it. */
export const storedOwn = (
  id: string,
  article: Article,
  watch: Omit<OwnWatch, 'isOpen'>,
  nextAt?: string,
): StoredWatch => ({
  ...{ article: id, source: OWN, marks: 0 },
  ...(nextAt !== undefined && { nextAt }),
  body: JSON.stringify({ ...watch, isOpen: openFound(article, watch.look) !== undefined } satisfies OwnWatch),
});
