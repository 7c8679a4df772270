import type { Article } from './article.ts';
import type { CaptureProblem } from './capture.ts';
import type { Signature } from './claim.ts';
import type { Row } from './difference/difference.ts';
import { issuesOf, receivedOf } from './received.ts';
import { settingsOf } from './settings.ts';
import { isWebAddress } from './source.ts';

/** What stands at the article's own address where it is not the text that is known here. */
export interface FoundThere {
  /** Names the text: equal names are equal texts; empty when the page is gone (404, 410). */
  readonly text: string;
  /** Of the bytes that were kept of it, in hex; empty when the page is gone. */
  readonly sha256: string;
  /** How many blocks differ from the article as it stood here, by what became of them. */
  readonly changes: Readonly<Partial<Record<Row['kind'], number>>>;
  /** When it was first seen there; ISO 8601, UTC. */
  readonly at: string;
}

/** What came of the latest look at the article's own address. */
export interface OwnLook {
  readonly address: string;
  /** ISO 8601, UTC. */
  readonly at: string;
  /** `unread`: something stands there that is no text. */
  readonly came: 'same' | 'other' | 'unread' | 'gone' | 'failed';
  /** Why it failed. */
  readonly problem?: CaptureProblem;
  /** How many looks failed in a row, with this one. */
  readonly failed: number;
  /** What was found there by the last look that did not fail. */
  readonly found?: FoundThere;
}

/** Somebody saw what stands at the article's own address, and did not take it over. */
export interface Declined extends Signature {
  readonly address: string;
  /** Names the text as `FoundThere` does; empty for a page that is gone. */
  readonly text: string;
  /** May be empty. */
  readonly why: string;
}

/** Where an article was published, as somebody said. */
export interface PublishedAt extends Signature {
  readonly address: string;
}

/** The address that the article stands at: what somebody said it is; else where its latest version with one came from, or what that names as its own. */
export const ownAddress = (article: Article): string => {
  if (article.publishedAt?.address) return article.publishedAt.address;
  const origins = issuesOf(article).map(({ origin }) => origin);
  const address = origins.findLast(({ url, canonical }) => url || canonical);
  const found = address?.url || address?.canonical || '';
  return isWebAddress(found) && URL.canParse(found) ? found : '';
};

const isDeclined = ({ declined = [] }: Article, address: string, { text, at }: FoundThere): boolean =>
  declined.some((each) => each.address === address && each.text === text && (text !== '' || each.at >= at));

/** Whether what stood there later was taken over: what it was found to be is over, until the next look says otherwise. */
const isOvertaken = (article: Article, address: string, { at }: FoundThere): boolean =>
  receivedOf(article).some(({ origin, fetchedAt }) => origin.url === address && (fetchedAt ?? '') >= at);

/** What of a look is still to be looked at by an editor; nothing once it was taken over or declined, or where looking is switched off. */
export const openFound = (article: Article, look: OwnLook | undefined): FoundThere | undefined => {
  if (!look?.found || look.address !== ownAddress(article) || settingsOf(article).ownLooks === 'no') return undefined;
  const { address, found } = look;
  return isDeclined(article, address, found) || isOvertaken(article, address, found) ? undefined : found;
};

/** How many blocks differ. */
export const changesOf = ({ changes }: Pick<FoundThere, 'changes'>): number =>
  Object.entries(changes).reduce((sum, [kind, count]) => (kind === 'same' ? sum : sum + count), 0);
