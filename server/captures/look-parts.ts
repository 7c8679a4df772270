import type { Article } from '../../shared/article.ts';
import type { Notice } from '../../shared/notice.ts';
import { type Clock, DAY } from '../clock.ts';
import type { Room } from '../room.ts';
import type { LookStore } from '../storage/look-store.ts';
import type { After } from '../timer.ts';
import type { Captures } from './captures.ts';
import type { FetchPage } from './fetch-page.ts';

/** An article that nobody has worked on for so long is at rest: nothing is looked at for it but on demand. */
const REST = 30 * DAY;

/** Whether nobody has worked on an article for long. */
export const isAtRest = async (
  { workedOn, clock }: Pick<LookParts, 'workedOn' | 'clock'>,
  article: string,
): Promise<boolean> => Date.parse(await workedOn(article)) < Date.parse(clock.now()) - REST;

/** What addresses are looked at again with. */
export interface LookParts {
  readonly store: LookStore;
  readonly captures: Captures;
  readonly fetchPage: FetchPage;
  readonly openRoom: (article: string) => Promise<Room | undefined>;
  /** When an article was last worked on; ISO 8601, UTC. */
  readonly workedOn: (article: string) => Promise<string>;
  readonly clock: Clock;
  readonly after: After;
  readonly newId: () => string;
  /** A host is left alone for so many milliseconds between two looks. */
  readonly pause: number;
  /** From 0 up to 1. */
  readonly random: () => number;
  readonly report: (error: unknown) => void;
  /** Hears of what is looked at, and of what came of it. */
  readonly told: (article: string, source: string) => void;
  /** Tells people what they may see of it. */
  readonly notify: (article: string, at: Article, of: (seen: Article) => readonly Notice[]) => Promise<void>;
}
