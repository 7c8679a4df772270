import type { Consequences } from '../shared/consequences.ts';
import type { Row } from '../shared/difference/difference.ts';
import type { Origin } from '../shared/origin.ts';
import { type Answer, ask } from './api.ts';
import { askInLines, type Step } from './arriving.ts';
import { askedWith, type DraftSource } from './draft-source.ts';

/** How two texts differ. */
export interface Compared {
  readonly isSame: boolean;
  readonly rows: readonly Row[];
  /** What became of all that stands on words. */
  readonly consequences: Consequences;
}

/** A later version beside the article, before it is taken over. */
export interface LaterVersion extends Compared {
  /** Names the text that it was compared with. */
  readonly from: string;
  /** The version of the article that has that text. */
  readonly version: number;
  /** Names the later text. */
  readonly text: string;
  readonly origin: Partial<Origin>;
  readonly removed: readonly { readonly text: string; readonly reason: string }[];
}

const pathOf = (article: string, rest: string): string => `/api/articles/${encodeURIComponent(article)}/${rest}`;

/** Has a later version compared with an article; `again` with what was fetched for it before. */
export const compareLater = (
  article: string,
  source: DraftSource,
  again: boolean,
  signal: AbortSignal,
  told: (step: Step) => void,
): Promise<Answer<LaterVersion>> =>
  askInLines(pathOf(article, `difference${again ? '?held=true' : ''}`), askedWith(source, true), signal, told);

/** Has two versions of an article compared with each other. */
export const compareVersions = (article: string, from: number, to: number): Promise<Answer<Compared>> =>
  ask('GET', pathOf(article, `difference?from=${from}&to=${to}`));

/** Takes a version over that was compared with the text that `from` names. */
export const takeOver = (
  article: string,
  source: DraftSource,
  from: string,
  why: string,
): Promise<Answer<{ readonly received: string; readonly version: number }>> => {
  const asked = askedWith(source, true);
  if (!(asked instanceof FormData)) return ask('POST', pathOf(article, 'received'), { ...asked, from, why });
  asked.set('from', from);
  asked.set('why', why);
  return ask('POST', pathOf(article, 'received'), asked);
};

/** Takes the latest version back. */
export const takeBack = (article: string, received: string): Promise<Answer<{ readonly version: number }>> =>
  ask('DELETE', pathOf(article, `received/${encodeURIComponent(received)}`));

/** Where the original of a version is saved from. */
export const originalAt = (article: string, version: number): string => pathOf(article, `original?version=${version}`);
