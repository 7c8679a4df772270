import type { CaptureProblem } from '../../shared/capture.ts';
import { type FetchPage, NotFetched, NotModified, type Page, type Validators } from './fetch-page.ts';

/** What was at an address: a page, the one that is known, or why there is none. */
export type Seen = Page | 'same' | CaptureProblem;

/** Looks at an address; with validators, whether it is still the page that had them. Rejects only with what is no fault of the site. */
export const seenAt = async (
  { fetchPage }: { readonly fetchPage: FetchPage },
  address: string,
  signal: AbortSignal,
  known?: Validators,
): Promise<Seen> => {
  try {
    return await fetchPage(address, signal, () => {}, known);
  } catch (error) {
    if (error instanceof NotModified) return 'same';
    if (error instanceof NotFetched) return error.problem;
    throw error;
  }
};
