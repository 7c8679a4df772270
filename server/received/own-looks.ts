import type { Article } from '../../shared/article.ts';
import type { Notice } from '../../shared/notice.ts';
import { changesOf, type OwnLook, openFound, ownAddress } from '../../shared/own-look.ts';
import { hasRole, type Role } from '../../shared/roles.ts';
import { titleOf } from '../../shared/schema.ts';
import { type Attempts, attempts } from '../accounts/attempts.ts';
import { isAtRest, type LookParts } from '../captures/look-parts.ts';
import type { LookTurns } from '../captures/look-turns.ts';
import { type Seen, seenAt } from '../captures/seen-at.ts';
import { nextLook, pauseOf } from '../captures/watch.ts';
import { DAY, fromNow } from '../clock.ts';
import type { Heard } from '../news.ts';
import { reviewersOf } from '../people.ts';
import type { StoredWatch } from '../storage/look-store.ts';
import { ownLookOf, type ReadingParts } from './own-look-of.ts';
import { latestIssue, OWN, type OwnWatch, ownWatchIn, storedOwn } from './own-watch.ts';

/** What articles' own addresses are looked at with, beside what those of sources are. */
export interface OwnLookParts extends ReadingParts {
  /** The role of a reviewer; nothing for who has no account. */
  readonly roleOf: (reviewer: string) => Promise<Role | undefined>;
}

/** What an article's row in a list shows of its own address. */
export interface OwnMark {
  readonly gone: boolean;
  /** How many blocks differ. */
  readonly changes: number;
}

/** So many looks back a text that was told of is not told of again. */
const TOLD = 100;

/** Somebody may ask so often for an address to be looked at: three times, then once a minute. */
const ASKS = { burst: 3, refillMs: 60_000 } as const;

const keyOf = (id: string): string => JSON.stringify([id, OWN]);

/** The look before, as far as it still says something: what it found was held against the versions that there were. */
const asBefore = ({ look, issue }: OwnWatch, article: Article): OwnLook | undefined => {
  if (!look || issue === latestIssue(article)) return look;
  const { found: _, ...rest } = look;
  return rest;
};

/** Looks at articles' own addresses on the schedule of all looks, and marks the article where another text stands there. */
export class OwnLooks {
  readonly #parts: LookParts & OwnLookParts;
  readonly #turns: LookTurns;
  /** How often each article's address was looked at because somebody asked. */
  readonly #asked: Attempts;
  /** The articles of which it is known that their address is watched. */
  readonly #watched = new Set<string>();

  constructor(parts: LookParts & OwnLookParts, turns: LookTurns) {
    this.#parts = parts;
    this.#turns = turns;
    this.#asked = attempts(parts.clock, ASKS);
  }

  /** What came of looking at the address that an article has now. */
  async of(id: string, article: Article): Promise<OwnLook | undefined> {
    const row = await this.#row(id);
    const look = row && ownWatchIn(row).look;
    return look?.address === ownAddress(article) ? look : undefined;
  }

  /** Which of some articles an editor is to look at for what stands at their addresses, and what that is. */
  async marks(ids: readonly string[]): Promise<ReadonlyMap<string, OwnMark>> {
    const rows = await this.#parts.store.watchesOf(OWN, ids);
    return new Map(
      rows.flatMap((row): [string, OwnMark][] => {
        const { isOpen, look } = ownWatchIn(row);
        return isOpen && look?.found
          ? [[row.article, { gone: look.found.text === '', changes: changesOf(look.found) }]]
          : [];
      }),
    );
  }

  /** Begins to look for somebody; not where that is under way or there is no address, and not before `wait` seconds have passed. */
  look(id: string, article: Article): { readonly wait: number; readonly isBegun: boolean } {
    const address = ownAddress(article);
    if (address === '') return { wait: 0, isBegun: false };
    const wait = this.#asked.take(id);
    return { wait, isBegun: wait === 0 && this.#begin(id, address) };
  }

  /** Takes up what is due: looks, or puts it off where the article is at rest or its setting says so. */
  async takeUp(row: StoredWatch, article: Article): Promise<void> {
    const { store, clock } = this.#parts;
    const { article: id } = row;
    const address = ownAddress(article);
    const { nextAt: _, ...rest } = row;
    if (address === '') return store.put(rest);
    if (pauseOf(article, 'ownLooks') === 0 || (await isAtRest(this.#parts, id)))
      return store.put({ ...rest, nextAt: fromNow(clock, DAY) });
    this.#begin(id, address);
  }

  /** An article has new entries: its address, what is known of its versions, or what was made of what stands there may be another. */
  heard(id: string, { before, after }: Heard): void {
    const isTouched = (['origin', 'received', 'declined', 'publishedAt', 'settings'] as const).some(
      (each) => before[each] !== after[each],
    );
    if ((isTouched || !this.#watched.has(id)) && !this.#turns.calledOff.aborted)
      void this.#turns.inLine(id, () => this.#followed(id, { before, after })).catch(this.#parts.report);
  }

  #begin(id: string, address: string): boolean {
    const told = (): void => this.#parts.told(id, OWN);
    const isBegun = this.#turns.begin(keyOf(id), address, () => this.#look(id, address), told);
    if (isBegun) told();
    return isBegun;
  }

  async #row(id: string): Promise<StoredWatch | undefined> {
    return (await this.#parts.store.of(id)).find(({ source }) => source === OWN);
  }

  async #followed(id: string, { before, after }: Heard): Promise<void> {
    const { store, clock, random, told } = this.#parts;
    this.#watched.add(id);
    const address = ownAddress(after);
    const row = await this.#row(id);
    const known = row && ownWatchIn(row);
    if (!row && address === '') return;
    if (!row || !known || known.address !== address) {
      const first = fromNow(clock, nextLook(pauseOf(after, 'ownLooks') || DAY, 0, random));
      await store.put(storedOwn(id, after, { address, issue: latestIssue(after) }, address === '' ? undefined : first));
      return;
    }
    // What was taken over, or said of it, may be of a text that came after the last look.
    const isOther = before.received !== after.received || before.declined !== after.declined;
    const isSoon = isOther && known.look?.found !== undefined;
    const next = storedOwn(id, after, known, isSoon ? clock.now() : row.nextAt);
    if (next.body === row.body && next.nextAt === row.nextAt) return;
    await store.put(next);
    told(id, OWN);
  }

  async #look(id: string, address: string): Promise<void> {
    const room = await this.#parts.openRoom(id);
    const row = await this.#row(id);
    if (!room || !row || this.#turns.calledOff.aborted) return;
    const known = ownWatchIn(row);
    const isKnown = known.address === address && known.issue === latestIssue(room.article);
    const seen = await seenAt(this.#parts, address, this.#turns.calledOff, isKnown ? known.validators : undefined);
    if (this.#turns.calledOff.aborted || ownAddress(room.article) !== address) return;
    await this.#seen(id, room.article, address, seen);
  }

  async #seen(id: string, article: Article, address: string, seen: Seen): Promise<void> {
    const { store, clock, newId, random } = this.#parts;
    const row = await this.#row(id);
    const known = row && ownWatchIn(row);
    const before = known?.address === address ? known : undefined;
    const at = clock.now();
    const signal = this.#turns.calledOff;
    const looking = { id, article, address, at, seen, signal, ...(before && { before: asBefore(before, article) }) };
    const look = await ownLookOf(this.#parts, looking);
    const isNews = await this.#isNews(id, look, before?.look);
    const validators = typeof seen === 'object' ? seen.validators : before?.validators;
    const watch: Omit<OwnWatch, 'isOpen'> = {
      ...{ address, issue: latestIssue(article), look },
      ...(validators && { validators }),
    };
    const pause = pauseOf(article, 'ownLooks') || DAY;
    await this.#turns.inLine(id, async () => {
      const next = storedOwn(id, article, watch, fromNow(clock, nextLook(pause, look.failed, random)));
      await store.put(next, { id: newId(), article: id, source: OWN, at, body: JSON.stringify(look) });
    });
    if (isNews && openFound(article, look)) await this.#notify(id, article, look);
  }

  /** Whether a look found what none before it has found; a page that is gone again after it was back is. */
  async #isNews(id: string, { address, found }: OwnLook, before: OwnLook | undefined): Promise<boolean> {
    if (!found || before?.found?.text === found.text) return false;
    if (found.text === '') return true;
    const looks = await this.#parts.store.looks(id, OWN, TOLD);
    return !looks
      .map(({ body }): OwnLook => JSON.parse(body))
      .some((each) => each.address === address && each.found?.text === found.text);
  }

  /** Tells the editors among those who have worked on the article. */
  async #notify(id: string, article: Article, { at, found }: OwnLook): Promise<void> {
    const people = [...reviewersOf(article)];
    const roles = await Promise.all(people.map((each) => this.#parts.roleOf(each)));
    const editors = people.filter((_, index) => hasRole(roles[index] ?? 'viewer', 'editor'));
    const [about, words] = [`own ${found?.text ?? ''}`, titleOf(article.doc)];
    await this.#parts.notify(id, article, () =>
      editors.map((to): Notice => ({ kind: found?.text === '' ? 'gone' : 'elsewhere', to, at, about, words })),
    );
  }
}
