import type { Article } from '../../shared/article.ts';
import { type Look, type Mark, marksOf } from '../../shared/look.ts';
import type { Notice } from '../../shared/notice.ts';
import { isWebAddress, type Source } from '../../shared/source.ts';
import { DAY, fromNow, HOUR } from '../clock.ts';
import type { Heard } from '../news.ts';
import { type OwnLookParts, OwnLooks } from '../received/own-looks.ts';
import { OWN } from '../received/own-watch.ts';
import type { StoredLook, StoredWatch } from '../storage/look-store.ts';
import { followed } from './look-following.ts';
import { lookOf } from './look-of.ts';
import { isAtRest, type LookParts } from './look-parts.ts';
import { LookTurns } from './look-turns.ts';
import { type Seen, seenAt } from './seen-at.ts';
import { comparedIn, nextLook, pauseOf, stored, type Watch, watchIn } from './watch.ts';

/** So often it is looked what is due, in milliseconds. */
const EVERY = 60_000;

/** So many addresses are taken up at once. */
const AT_ONCE = 20;

/** After so many milliseconds another server takes up what one has taken and not done. */
const LEASE = HOUR;

const keyOf = (article: string, source: string): string => JSON.stringify([article, source]);

/** Looks again at addresses when somebody asks for it, and on a schedule: those of sources, and the articles' own. */
export class Looks {
  readonly #parts: LookParts;
  readonly #own: OwnLooks;
  readonly #turns: LookTurns;
  #cancel: (() => void) | undefined;

  constructor(parts: LookParts & OwnLookParts) {
    this.#parts = parts;
    this.#turns = new LookTurns(parts);
    this.#own = new OwnLooks(parts, this.#turns);
  }

  /** Begins to look for what is due. */
  start(): void {
    this.#cancel = this.#parts.after(EVERY, () => {
      void this.lookAtDue()
        .catch(this.#parts.report)
        .finally(() => {
          if (!this.#turns.calledOff.aborted) this.start();
        });
    });
  }

  /** Begins nothing more; resolves when all that was under way is called off. */
  async close(): Promise<void> {
    this.#cancel?.();
    await this.#turns.close();
  }

  /** Of the articles' own addresses. */
  get own(): OwnLooks {
    return this.#own;
  }

  /** What came of looking at the sources that an article shows, and which are being looked at. */
  async of(
    id: string,
    article: Article,
  ): Promise<{ readonly looks: readonly Look[]; readonly underWay: readonly string[] }> {
    const looks = (await this.#ofSources(id)).flatMap((each) => watchIn(each).look ?? []);
    return {
      looks: looks
        .filter(({ source, address }) => article.sources.get(source)?.url === address)
        .map((look) => seenLook(look, article)),
      underWay: [...article.sources.keys()].filter((source) => this.#turns.isUnderWay(keyOf(id, source))),
    };
  }

  /** The claims that have to be looked at again, by article, at most those of `limit` sources. */
  async marked(limit: number): Promise<readonly { readonly article: string; readonly marks: readonly Mark[] }[]> {
    const watches = await this.#parts.store.marked(limit);
    return watches.map((each) => ({ article: each.article, marks: watchIn(each).marks }));
  }

  /** Every look at a source with its id, the newest first, at most `limit`, beginning after `before`. */
  async past(
    id: string,
    source: string,
    article: Article,
    limit: number,
    before?: Pick<StoredLook, 'at' | 'id'>,
  ): Promise<readonly { readonly id: string; readonly look: Look }[]> {
    const looks = await this.#parts.store.looks(id, source, limit, before);
    return looks.map((each) => ({ id: each.id, look: seenLook(JSON.parse(each.body), article) }));
  }

  /** Begins to look at a source for somebody; false when that is under way, or it has no address of the web. */
  look(id: string, source: Source, by: string): boolean {
    const told = (): void => this.#parts.told(id, source.id);
    const { url } = source;
    if (!isWebAddress(url) || !URL.canParse(url)) return false;
    const isBegun = this.#turns.begin(keyOf(id, source.id), url, () => this.#look(id, source, by), told);
    if (isBegun) told();
    return isBegun;
  }

  /** Takes up what is due; resolves when all of it is begun, or put off. */
  async lookAtDue(): Promise<void> {
    const { store, clock } = this.#parts;
    for (const watch of await store.due(clock.now(), AT_ONCE)) {
      if (this.#turns.calledOff.aborted) return;
      if (await store.take(watch, fromNow(clock, LEASE))) await this.#takeUp(watch).catch(this.#parts.report);
    }
  }

  /** An article has new entries: what is watched, and for which claims, may be another. */
  heard(id: string, heard: Heard): void {
    const { before, after } = heard;
    const isTouched = (['sources', 'evidence', 'verdicts', 'claims', 'work'] as const).some(
      (each) => before[each] !== after[each],
    );
    if (isTouched && !this.#turns.calledOff.aborted)
      void this.#turns.inLine(id, () => followed(this.#parts, id, heard)).catch(this.#parts.report);
    this.#own.heard(id, heard);
  }

  /** Resolves when all that was heard is taken in, and nothing is looked at. */
  settled(): Promise<void> {
    return this.#turns.settled();
  }

  async #ofSources(id: string): Promise<readonly StoredWatch[]> {
    return (await this.#parts.store.of(id)).filter(({ source }) => source !== OWN);
  }

  async #takeUp(row: StoredWatch): Promise<void> {
    const { article: id, source: sourceId } = row;
    const { openRoom, clock, store } = this.#parts;
    const article = (await openRoom(id))?.article;
    if (article && sourceId === OWN) return this.#own.takeUp(row, article);
    const source = article?.sources.get(sourceId);
    if (!article || !source || source.url !== watchIn(row).address) {
      const { nextAt: _, ...rest } = row;
      return store.put(rest);
    }
    const isDue = pauseOf(article) > 0 && !(await isAtRest(this.#parts, id));
    if (isDue) this.look(id, source, '');
    else await store.put({ ...row, nextAt: fromNow(clock, DAY) });
  }

  async #look(id: string, source: Source, by: string): Promise<void> {
    const room = await this.#parts.openRoom(id);
    const known = (await this.#parts.store.of(id)).find((each) => each.source === source.id);
    if (!room || this.#turns.calledOff.aborted) return;
    const watch = known && watchIn(known);
    const isKnown = watch?.address === source.url && watch.compared === comparedIn(room.article, source.id);
    const seen = await seenAt(this.#parts, source.url, this.#turns.calledOff, isKnown ? watch?.validators : undefined);
    if (this.#turns.calledOff.aborted || room.article.sources.get(source.id)?.url !== source.url) return;
    await this.#turns.inLine(id, () => this.#seen(id, room.article, source, by, seen));
  }

  async #seen(id: string, article: Article, source: Source, by: string, seen: Seen): Promise<void> {
    const { store, captures, clock, newId, random } = this.#parts;
    const known = (await store.of(id)).find((each) => each.source === source.id);
    const before = known && watchIn(known).address === source.url ? watchIn(known) : undefined;
    const looked = await lookOf({
      id,
      article,
      source,
      by,
      at: clock.now(),
      seen,
      captures,
      ...(before?.look && { before: before.look }),
    });
    const compared = typeof seen === 'object' ? comparedIn(article, source.id) : (before?.compared ?? '');
    const watch: Watch = {
      ...{ address: source.url, compared, marks: [], look: looked },
      ...(typeof seen === 'object'
        ? { ...(seen.validators && { validators: seen.validators }) }
        : before?.validators && { validators: before.validators }),
    };
    const pause = pauseOf(article) || DAY;
    const next = stored(id, article, source.id, watch, fromNow(clock, nextLook(pause, looked.failed, random)));
    await store.put(next, { id: newId(), article: id, source: source.id, at: looked.at, body: JSON.stringify(looked) });
    await this.#notify(id, article, looked, before);
  }

  /** Tells those whose work rests on it of what was not found before. */
  async #notify(id: string, article: Article, look: Look, before: Watch | undefined): Promise<void> {
    const said = new Set(before?.look?.findings.map((each) => `${each.evidence} ${each.state} ${each.after}`));
    const fresh = look.findings.filter((each) => !said.has(`${each.evidence} ${each.state} ${each.after}`));
    if (fresh.length === 0) return;
    const of = (seen: Article): readonly Notice[] =>
      marksOf(seen, { ...look, findings: fresh }).flatMap(({ claim, evidence, state, words, holders }) =>
        holders
          .filter((to) => to !== look.by)
          .map((to): Notice => ({ kind: 'drifted', to, at: look.at, about: `${evidence} ${state}`, claim, words })),
      );
    await this.#parts.notify(id, article, of);
  }
}

/** A look as somebody sees it who does not see all evidence (T11). */
const seenLook = (look: Look, article: Article): Look => ({
  ...look,
  findings: look.findings.filter(({ evidence }) => article.evidence.has(evidence)),
});
