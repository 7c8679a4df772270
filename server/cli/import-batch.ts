import { setTimeout as after } from 'node:timers/promises';
import type { Client } from '../../shared/api/client.ts';
import type { BatchItem, WholeBatch } from '../../shared/api/records/batch.ts';
import { endedOf } from '../../shared/batch.ts';
import type { Around } from './command.ts';
import { fileOf, type Given, keyFor, nameOf } from './given.ts';
import type { Outcome } from './outcome.ts';

/** Where to, and how. */
export interface BatchWay {
  readonly client: Client;
  readonly url: string;
  readonly around: Around;
  readonly purpose: string;
}

/** The server is asked so often how far it is, in milliseconds. */
const PAUSE = 300;

const outcomeOf = (url: string, { id, name, state, known, trouble }: BatchItem): Outcome => {
  const at = (article: string) => ({ article, address: `${url}/articles/${article}` });
  if (state === 'done') return { name, state, ...at(id) };
  if (known !== undefined) return { name, state: 'known', ...at(known) };
  const why = trouble && { why: trouble.detail };
  return { name, state: state === 'failed' ? 'failed' : 'called-off', ...why };
};

/** The batch that these make, as it stands: the same one when they were given before. */
const begun = async ({ client, around, purpose }: BatchWay, given: readonly Given[], name: string) => {
  const key = await keyFor(`${purpose} ${name}`, given);
  const { signal } = around;
  const { id } = await client.beginBatch({ json: { name, expected: given.length } }, { key, signal });
  return client.showBatch({ id }, { signal });
};

/** Sends what the batch has not got. */
const sendRest = async ({ client, around }: BatchWay, batch: WholeBatch, given: readonly Given[]): Promise<void> => {
  const { id } = batch;
  const { signal } = around;
  const has = new Set(batch.items.map((item) => item.name));
  const rest = given.filter((each) => !has.has(nameOf(each)));
  const addresses = rest.flatMap((each) => ('address' in each ? [each.address] : []));
  const files = rest.flatMap((each) => ('address' in each ? [] : [each]));
  let twice = 0;
  if (addresses.length > 0) twice += (await client.addToBatch({ id, json: { addresses } }, { signal })).twice;
  for (const [index, each] of files.entries()) {
    around.progress(index, files.length);
    const form = { file: await fileOf(each), path: each.name };
    twice += (await client.addToBatch({ id, form }, { signal })).twice;
  }
  // The batch has what stands in it twice once, and is not to wait for the rest.
  if (twice > 0) await client.turnBatch({ id, json: { expected: given.length - twice } }, { signal });
};

const ended = async ({ client, around }: BatchWay, id: string): Promise<WholeBatch> => {
  for (;;) {
    const batch = await client.showBatch({ id }, { signal: around.signal });
    const done = endedOf(batch.counts);
    around.progress(done, batch.items.length);
    if (done === batch.items.length) return batch;
    await after(PAUSE, undefined, { signal: around.signal });
  }
};

/** Brings several things in as a batch, goes on with one that was broken off, and waits for its end. */
export const bringInBatch = async (
  way: BatchWay,
  given: readonly Given[],
  name: string,
): Promise<readonly Outcome[]> => {
  const { client, around, url } = way;
  const batch = await begun(way, given, name);
  const { id, counts, state } = batch;
  const { signal } = around;
  if (batch.items.length > 0) around.say(`Going on with the batch ${id}.`);
  if (state === 'stopped') await client.turnBatch({ id, json: { state: 'going' } }, { signal });
  await sendRest(way, batch, given);
  if (counts.failed > 0) await client.turnItems({ id, json: { state: 'waiting' } }, { signal });
  const { items } = await ended(way, id);
  return items.map((item) => outcomeOf(url, item));
};
