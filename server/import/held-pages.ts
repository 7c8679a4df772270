import type { Page } from '../captures/fetch-page.ts';
import type { After } from '../timer.ts';

/** At most so many pages, of so many bytes together, for so many milliseconds. */
const HELD = { pages: 20, bytes: 40_000_000, time: 15 * 60_000 } as const;

/** A page, and when it was fetched: ISO 8601, UTC. */
export type HeldPage = Page & { readonly fetchedAt: string };

interface Held {
  readonly page: HeldPage;
  readonly forget: () => void;
}

/**
 * Pages as somebody saw them last, for a while: what they make an article of is what they were shown, though the site may have changed
 * meanwhile. Each is held for who had it fetched and for nobody else (T11).
 */
export class HeldPages {
  readonly #after: After;
  readonly #held = new Map<string, Held>();

  constructor(after: After) {
    this.#after = after;
  }

  put(by: string, address: string, page: HeldPage): void {
    const key = JSON.stringify([by, address]);
    this.#drop(key);
    if (page.bytes.length > HELD.bytes) return;
    this.#held.set(key, { page, forget: this.#after(HELD.time, () => this.#held.delete(key)) });
    while (this.#held.size > HELD.pages || this.#bytes() > HELD.bytes) this.#drop(this.#held.keys().next().value);
  }

  take(by: string, address: string): HeldPage | undefined {
    return this.#held.get(JSON.stringify([by, address]))?.page;
  }

  #bytes(): number {
    return [...this.#held.values()].reduce((sum, { page }) => sum + page.bytes.length, 0);
  }

  #drop(key: string | undefined): void {
    if (key === undefined) return;
    this.#held.get(key)?.forget();
    this.#held.delete(key);
  }
}
