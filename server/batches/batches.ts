import { BATCH_LIMITS, type Batch, type BatchItem, countsOf } from '../../shared/batch.ts';
import { wrong } from '../../shared/parsing.ts';
import type { Clock } from '../clock.ts';
import { readerOfFile } from '../import/reader.ts';
import type { BatchStore } from '../storage/batch-store.ts';
import type { Turns } from '../storage/turns.ts';
import { endsOf, type Upload } from '../uploads.ts';
import { unsupported } from './bring-in.ts';
import { type HeldBatch, HeldBatches } from './held-batches.ts';
import { type HeldItem, keyOfAddress, keyOfFile, seenItem } from './held-item.ts';
import { Runner, type RunnerParts } from './runner.ts';

/** What batches are kept and brought in with. */
export interface BatchesParts extends RunnerParts {
  readonly store: BatchStore;
  readonly clock: Clock;
  /** Which server goes on with a batch. */
  readonly turns: Turns;
  /** The articles that the desk has of addresses, by the address. */
  readonly knownAddresses: (addresses: readonly string[]) => Promise<ReadonlyMap<string, string>>;
}

/** A file as it was sent. */
export interface GivenFile {
  readonly name: string;
  readonly mediaType: string;
  readonly upload: Upload;
}

/** A batch with all its things. */
export interface WholeBatch extends Batch {
  readonly items: readonly BatchItem[];
}

/** What came of adding things: those that were added, and how many the batch has already. */
export interface Added {
  readonly items: readonly BatchItem[];
  readonly twice: number;
}

type Given = Omit<HeldItem, 'id' | 'batch' | 'nth' | 'state'>;

const isTriedAgain = ({ state }: BatchItem): boolean => state === 'failed' || state === 'called-off';

/**
 * Batches of files and addresses, each to become an article. How far they are is kept, so that a server that ends goes on where it was, and
 * nothing is brought in twice: a thing's id is its article's, and a batch has the same bytes or the same address once.
 */
export class Batches {
  readonly #parts: BatchesParts;
  readonly #held: HeldBatches;
  readonly #runner: Runner;

  constructor(parts: BatchesParts) {
    this.#parts = parts;
    this.#held = new HeldBatches(parts.store);
    this.#runner = new Runner(parts, this.#held);
  }

  /** Goes on with what was going on when the server ended, or another that is gone. */
  async start(): Promise<void> {
    const used = new Set((await this.#held.all()).map(({ batch }) => batch.id));
    for (const { id } of await this.#parts.store.in('going')) {
      if (used.has(id) || !(await this.#parts.turns.take(`batch ${id}`))) continue;
      await this.#held.change(id, async (held) => {
        for (const item of held.items.values())
          if (item.state === 'reading' && !this.#runner.isRunning([item.id]))
            held.items.set(item.id, { ...item, state: 'waiting' });
      });
    }
    this.#runner.next();
  }

  /** An article was erased: what it was made from is a thing of no batch any more. */
  forgetItem(article: string): Promise<void> {
    return this.#held.forgetItem(article);
  }

  /** Stops bringing in, to go on when the server is there again. */
  async close(): Promise<void> {
    await this.#runner.close();
    await this.#held.settled();
  }

  /** Begins a batch that is to have so many things. */
  async begin(reviewer: string, name: string, expected: number): Promise<WholeBatch> {
    const { newId, clock } = this.#parts;
    const id = newId();
    await this.#parts.turns.take(`batch ${id}`);
    return whole(await this.#held.add({ id, name, reviewer, at: clock.now(), state: 'going', expected }));
  }

  /** The newest, at most `limit`, beginning after `before`. */
  async list(limit: number, before?: Pick<Batch, 'at' | 'id'>): Promise<readonly Batch[]> {
    const stored = await this.#parts.store.newest(limit, before);
    const all = await Promise.all(stored.map(({ id }) => this.#held.look(id)));
    return all.flatMap((each) => (each ? [{ ...each.batch, counts: countsOf([...each.items.values()]) }] : []));
  }

  /** A batch as it stands; nothing when there is none. */
  async of(id: string): Promise<WholeBatch | undefined> {
    const held = await this.#held.look(id);
    return held && whole(held);
  }

  /** Adds addresses. */
  async addAddresses(id: string, addresses: readonly string[]): Promise<Added | undefined> {
    const articles = await this.#parts.knownAddresses(addresses);
    const given = addresses.map((name): Given => {
      const known = articles.get(name);
      return { kind: 'address', key: keyOfAddress(name), name, ...(known && { known }) };
    });
    return this.#add(id, given.length, async () => given);
  }

  /** Adds a file; its bytes are kept before that (T1), unless nobody reads its kind. */
  async addFile(id: string, { name, mediaType, upload }: GivenFile): Promise<Added | undefined> {
    const { sha256, size } = upload;
    const given = { kind: 'file', key: keyOfFile(sha256), name, size, mediaType } as const;
    return this.#add(id, 1, async () => {
      if (size === 0) return [{ ...given, trouble: { reason: 'invalid', ...emptyFile() } }];
      const format = readerOfFile({ name, mediaType, bytes: await endsOf(upload) });
      if (!format) return [{ ...given, trouble: unsupported(`A file of this kind (${name.slice(-40)})`) }];
      return [{ ...given, sha256: await this.#parts.captureStore.putFile(upload) }];
    });
  }

  /** Stops a batch, or has it go on; or says anew how many things it is to have. */
  async turn(
    id: string,
    { state, expected }: { readonly state?: 'going' | 'stopped'; readonly expected?: number },
  ): Promise<WholeBatch | undefined> {
    return this.#change(id, async (held) => {
      await this.#held.put(held, {
        ...held.batch,
        ...(state && { state }),
        ...(expected !== undefined && { expected }),
      });
      if (state === 'stopped') for (const item of held.items.keys()) this.#runner.stop(item, 'waiting');
    });
  }

  /** Has what failed or was called off tried again: one thing, or all that failed. */
  async again(id: string, item?: string): Promise<WholeBatch | undefined> {
    return this.#change(id, async (held) => {
      const chosen = [...held.items.values()].filter((each) =>
        item === undefined ? each.state === 'failed' : each.id === item && isTriedAgain(each),
      );
      for (const { trouble: _, known: __, ...each } of chosen)
        await this.#held.putItem(held, { ...each, state: 'waiting' });
      if (chosen.length > 0) await this.#held.put(held, { ...held.batch, state: 'going' });
    });
  }

  /** Calls off one thing that waits or is being read, or all of them. */
  async callOff(id: string, item?: string): Promise<WholeBatch | undefined> {
    return this.#change(id, async (held) => {
      for (const each of [...held.items.values()].filter((one) => item === undefined || one.id === item)) {
        if (each.state === 'waiting') await this.#held.putItem(held, { ...each, state: 'called-off' });
        this.#runner.stop(each.id, 'called-off');
      }
    });
  }

  async #add(id: string, count: number, given: () => Promise<readonly Given[]>): Promise<Added | undefined> {
    const items: BatchItem[] = [];
    const changed = await this.#change(id, async (held) => {
      const would = held.items.size + count;
      if (would > BATCH_LIMITS.items) throw wrong('', 'too-many', { most: BATCH_LIMITS.items, given: would });
      for (const each of await given()) {
        const item = await this.#added(held, each);
        if (item) items.push(seenItem(item));
      }
      const { batch } = held;
      if (items.length > 0 && batch.state === 'ended') await this.#held.put(held, { ...batch, state: 'going' });
    });
    return changed && { items, twice: count - items.length };
  }

  /** What the desk has already is told of, and comes in only when somebody says so. */
  async #added(held: HeldBatch, given: Given): Promise<HeldItem | undefined> {
    const { store, newId } = this.#parts;
    const known = given.known ?? (await store.known(given.key, 'done'))?.id;
    const state = given.trouble ? 'failed' : known === undefined ? 'waiting' : 'called-off';
    const place = { id: newId(), batch: held.batch.id, nth: held.items.size, state } as const;
    const item: HeldItem = { ...given, ...place, ...(known !== undefined && { known }) };
    return (await this.#held.addItem(held, item)) ? item : undefined;
  }

  async #change(id: string, act: (held: HeldBatch) => Promise<void>): Promise<WholeBatch | undefined> {
    const changed = await this.#held.change(id, async (held) => {
      await act(held);
      await this.#held.endIfOver(held);
      const isAtRest = held.batch.state !== 'going' && !this.#runner.isRunning(held.items.keys());
      if (isAtRest) this.#held.forget(id);
      return whole(held);
    });
    this.#runner.next();
    return changed;
  }
}

const emptyFile = (): { readonly detail: string; readonly wrong: NonNullable<ReturnType<typeof wrong>['wrong']> } => {
  const { message, wrong: why } = wrong('', 'empty');
  return { detail: message, wrong: why ?? { name: 'empty', values: {} } };
};

const whole = ({ batch, items }: HeldBatch): WholeBatch => {
  const seen = [...items.values()].map(seenItem);
  return { ...batch, counts: countsOf(seen), items: seen };
};
