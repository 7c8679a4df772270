import type { Page } from 'playwright-core';

/** What a page asks, held on the way as on a slow line. */
export interface HeldAsking {
  /** How often it has been asked. */
  readonly count: () => number;
  /** Lets it through, and what is asked from now on. */
  readonly letGo: () => void;
}

/** Holds what a page asks of addresses by a method until it is let go. */
export const holdAsking = async (page: Page, address: string, method: string): Promise<HeldAsking> => {
  const gone = Promise.withResolvers<void>();
  let count = 0;
  await page.route(address, async (route) => {
    if (route.request().method() !== method) return route.fallback();
    count += 1;
    await gone.promise;
    return route.fallback();
  });
  return { count: () => count, letGo: gone.resolve };
};
