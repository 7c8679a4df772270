import type { After } from '../timer.ts';
import { type BringingParts, bringIn, type Ended } from './bring-in.ts';
import { type HeldBatch, type HeldBatches, isOver } from './held-batches.ts';
import type { HeldItem } from './held-item.ts';

/** What things are run with. */
export interface RunnerParts extends BringingParts {
  readonly after: After;
  /** A host is left alone for so many milliseconds between two of its pages. */
  readonly pause: number;
}

/** So many things are brought in at once: whoever brings in something by hand meanwhile finds a reader free. */
const AT_ONCE = 2;

/** Files are read one after the other, as if they came from one host. */
const FILES = 'files';

const laneOf = ({ kind, name }: HeldItem): string =>
  kind === 'file' || !URL.canParse(name) ? FILES : new URL(name).host;

/** Brings in what waits in the batches that go on, one after the other from each host. */
export class Runner {
  readonly #parts: RunnerParts;
  readonly #batches: HeldBatches;
  readonly #running = new Map<string, { readonly calledOff: AbortController; readonly done: Promise<void> }>();
  readonly #busy = new Set<string>();
  #isClosed = false;

  constructor(parts: RunnerParts, batches: HeldBatches) {
    this.#parts = parts;
    this.#batches = batches;
  }

  /** Takes up what may be taken up now. */
  next(): void {
    void this.#takeUp().catch(this.#parts.report);
  }

  /** Stops bringing in something: it waits again, or is called off for good. */
  stop(item: string, why: 'waiting' | 'called-off'): void {
    this.#running.get(item)?.calledOff.abort(why);
  }

  /** Whether any of these is being brought in. */
  isRunning(items: Iterable<string>): boolean {
    return [...items].some((id) => this.#running.has(id));
  }

  /** Begins nothing more; what is being brought in waits until it is begun again. */
  async close(): Promise<void> {
    this.#isClosed = true;
    for (const id of this.#running.keys()) this.stop(id, 'waiting');
    await Promise.all([...this.#running.values()].map(({ done }) => done));
  }

  async #takeUp(): Promise<void> {
    for (const held of await this.#batches.all()) {
      if (held.batch.state !== 'going') continue;
      for (const item of held.items.values()) {
        if (this.#isClosed || this.#running.size >= AT_ONCE) return;
        const isFree = item.state === 'waiting' && !this.#busy.has(laneOf(item)) && !this.#running.has(item.id);
        if (isFree) this.#run(held, item);
      }
    }
  }

  #run(held: HeldBatch, item: HeldItem): void {
    const lane = laneOf(item);
    const calledOff = new AbortController();
    this.#busy.add(lane);
    const done = this.#bringIn(held, item, calledOff.signal)
      .catch(this.#parts.report)
      .finally(() => {
        this.#running.delete(item.id);
        this.#leave(lane);
      });
    this.#running.set(item.id, { calledOff, done });
  }

  /** Files follow at once, the next page of a host after a pause. */
  #leave(lane: string): void {
    const free = (): void => {
      this.#busy.delete(lane);
      if (!this.#isClosed) this.next();
    };
    if (lane !== FILES) this.#parts.after(this.#parts.pause, free);
    else free();
    if (!this.#isClosed) this.next();
  }

  async #bringIn(held: HeldBatch, item: HeldItem, signal: AbortSignal): Promise<void> {
    await this.#batches.putItem(held, { ...item, state: 'reading' });
    const ended = await bringIn(this.#parts, item, held.batch.reviewer, signal).catch((error): Ended => {
      if (!signal.aborted) throw error;
      return { state: signal.reason === 'called-off' ? 'called-off' : 'waiting' };
    });
    await this.#batches.putItem(held, { ...item, ...ended });
    if (isOver(held)) await this.#batches.change(held.batch.id, (now) => this.#batches.endIfOver(now));
  }
}
