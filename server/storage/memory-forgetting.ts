import type { Account } from './account-store.ts';
import type { FormerReviewer } from './erasure-store.ts';

/** A store in memory that can forget all that it has of an article. */
export interface Forgetting {
  readonly forgetArticle: (article: string) => void;
}

/** One that can forget all that it has of a reviewer as a person. */
export interface ForgettingPeople {
  /** `known` is what they were called until now. */
  readonly forgetReviewer: (former: FormerReviewer, known: Pick<Account, 'name' | 'email'>) => void;
}

/** One that can say whether what it has names bytes, by their SHA-256. */
export interface Naming {
  readonly names: (file: string) => boolean;
  /** What it has of an article. */
  readonly bodiesOf: (article: string) => readonly string[];
}

/** Takes those out of a map that are to be forgotten. */
export const forget = <T>(from: Map<string, T>, isToGo: (value: T) => boolean): void => {
  for (const [key, value] of from) if (isToGo(value)) from.delete(key);
};
