import type { Batch, BatchState } from '../../shared/batch.ts';
import type { BatchStore } from '../storage/batch-store.ts';
import { type HeldItem, heldItem, storedItem } from './held-item.ts';

/** A batch with its things, as they stand in the store. */
export interface HeldBatch {
  batch: Omit<Batch, 'counts'>;
  readonly items: Map<string, HeldItem>;
}

/** Whether all it has has come to an end; more may still be sent. */
export const isOver = ({ items }: HeldBatch): boolean =>
  [...items.values()].every(({ state }) => state !== 'waiting' && state !== 'reading');

/** The batches that are in use, each once in memory, and each change of them in the store before it is seen. */
export class HeldBatches {
  readonly #store: BatchStore;
  readonly #all = new Map<string, Promise<HeldBatch | undefined>>();
  /** What is done to each batch, in order. */
  readonly #lines = new Map<string, Promise<unknown>>();

  constructor(store: BatchStore) {
    this.#store = store;
  }

  /** Those in use. */
  async all(): Promise<readonly HeldBatch[]> {
    return (await Promise.all(this.#all.values())).filter((each) => each !== undefined);
  }

  /** A batch to be looked at. */
  async look(id: string): Promise<HeldBatch | undefined> {
    return this.#all.get(id) ?? this.#load(id);
  }

  /** A batch to be used from now on. */
  use(id: string): Promise<HeldBatch | undefined> {
    const used = this.#all.get(id) ?? this.#load(id);
    this.#all.set(id, used);
    const forget = (): boolean => this.#all.delete(id);
    used.then((held) => held ?? forget(), forget);
    return used;
  }

  /** Does something to a batch when all is done that was begun before; nothing where there is no such batch. */
  async change<T>(id: string, act: (held: HeldBatch) => Promise<T>): Promise<T | undefined> {
    const before = this.#lines.get(id) ?? Promise.resolve();
    const turn = before
      .catch(() => {})
      .then(async () => {
        const held = await this.use(id);
        return held && act(held);
      });
    this.#lines.set(id, turn);
    const leave = (): void => {
      if (this.#lines.get(id) === turn) this.#lines.delete(id);
    };
    turn.then(leave, leave);
    return turn;
  }

  async add(batch: HeldBatch['batch']): Promise<HeldBatch> {
    const held = { batch, items: new Map() };
    await this.put(held, batch);
    this.#all.set(batch.id, Promise.resolve(held));
    return held;
  }

  async put(held: HeldBatch, batch: HeldBatch['batch']): Promise<void> {
    const { id, at, state, ...body } = batch;
    await this.#store.put({ id, at, state, body: JSON.stringify(body) });
    held.batch = batch;
  }

  /** False, and nothing is changed, when the batch has the same already. */
  async addItem(held: HeldBatch, item: HeldItem): Promise<boolean> {
    const isNew = await this.#store.add(storedItem(item));
    if (isNew) held.items.set(item.id, item);
    return isNew;
  }

  async putItem(held: HeldBatch, item: HeldItem): Promise<void> {
    await this.#store.putItem(storedItem(item));
    held.items.set(item.id, item);
  }

  /** Says of a batch that goes on that it is at its end, once it is. */
  async endIfOver(held: HeldBatch): Promise<void> {
    if (held.batch.state !== 'going' || held.items.size === 0 || !isOver(held)) return;
    await this.put(held, { ...held.batch, state: 'ended' });
    this.forget(held.batch.id);
  }

  /** A batch is not used any more; what comes of it is in the store. */
  forget(id: string): void {
    this.#all.delete(id);
  }

  /** Has no batch in use a thing any more. */
  async forgetItem(id: string): Promise<void> {
    for (const { batch } of await this.all()) await this.change(batch.id, async ({ items }) => items.delete(id));
  }

  /** Resolves when nothing is being changed. */
  async settled(): Promise<void> {
    await Promise.allSettled(this.#lines.values());
  }

  async #load(id: string): Promise<HeldBatch | undefined> {
    const stored = await this.#store.batch(id);
    if (!stored) return undefined;
    const { at, state, body } = stored;
    const items = (await this.#store.items(id)).map(heldItem);
    return {
      batch: { id, at, state: state as BatchState, ...JSON.parse(body) },
      items: new Map(items.map((item) => [item.id, item])),
    };
  }
}
