import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Manner } from '../../shared/api/asked.ts';
import { Refused } from '../../shared/api/failures.ts';
import { BATCH_LIMITS } from '../../shared/batch.ts';
import { type AtServer, atServer, failed, SERVER_OPTIONS, wordsOf } from './at-server.ts';
import { type Around, type Came, type Command, EXIT, Misused, textOf } from './command.ts';
import { fileOf, type Given, type GivenFile, givenBy, keyFor, nameOf } from './given.ts';
import { bringInBatch } from './import-batch.ts';
import { isIn, type Outcome } from './outcome.ts';

/** How it is brought in. */
interface Way extends AtServer {
  readonly around: Around;
  /** Part of each key: another makes the same things anew. */
  readonly purpose: string;
}

/** The JSON of a lossless export, which is sent as it is; nothing for another file. */
const exportIn = async ({ path }: GivenFile): Promise<object | undefined> => {
  if (!/\.json$/i.test(path)) return undefined;
  const words = await readFile(path, 'utf8');
  try {
    const value: unknown = JSON.parse(words);
    return typeof value === 'object' && value !== null && 'exported' in value ? value : undefined;
  } catch {
    return undefined;
  }
};

/** Whether it is a lossless export, which never comes in with a batch. */
const isExport = async (given: Given): Promise<boolean> => {
  if ('address' in given) return false;
  if (!/\.zip$/i.test(given.path)) return (await exportIn(given)) !== undefined;
  const { isBundle } = await import('../bundle/bundle-file.ts');
  return isBundle(given.path);
};

const made = async ({ client, around, purpose }: Way, given: Given): Promise<{ readonly id: string }> => {
  const key = await keyFor(purpose, [given]);
  if ('address' in given) return client.makeArticle({ json: { url: given.address } }, { key, signal: around.signal });
  const json = await exportIn(given);
  const told: Manner['told'] = (sent) => around.progress(Math.min(sent, given.size), given.size);
  const manner = { key, signal: around.signal };
  if (json) return client.makeArticle({ json: { json } }, manner);
  return client.makeArticle({ form: { file: await fileOf(given) } }, { ...manner, told });
};

const bringInOne = async (way: Way, given: Given): Promise<Outcome> => {
  try {
    const { id } = await made(way, given);
    return { name: nameOf(given), state: 'done', article: id, address: `${way.url}/articles/${id}` };
  } catch (error) {
    if (!(error instanceof Refused) || [401, 403].includes(error.problem.status)) throw error;
    return { name: nameOf(given), state: 'failed', why: wordsOf(error) };
  }
};

const told = (outcomes: readonly Outcome[], { print, say }: Around, asJson: boolean): Came => {
  const out = outcomes.filter((each) => !isIn(each));
  if (asJson) print(JSON.stringify({ articles: outcomes }, null, 2));
  else for (const { address } of outcomes) if (address !== undefined) print(address);
  for (const { name, why = 'Called off.' } of out) say(`${name}: ${why}`);
  for (const { name, state, address } of outcomes) if (state === 'known') say(`${name}: is here already: ${address}`);
  return { code: out.length > 0 ? EXIT.failed : EXIT.done };
};

/** Brings articles in. */
export const importCommand: Command = {
  usage: 'import FILE|FOLDER|ADDRESS…',
  says: 'brings articles in: files, all files of a folder, pages; prints the addresses of the articles',
  words: [1, Number.MAX_SAFE_INTEGER],
  options: [
    ...SERVER_OPTIONS,
    { name: 'name', value: 'NAME', says: 'what a batch of several is called at the desk' },
    { name: 'again', says: 'makes articles anew of what the same command brought in within a day' },
    { name: 'json', says: 'prints what became of each as JSON' },
  ],
  more: `Several come in together as a batch, which the server works on; a lossless export (JSON or bundle) comes back
entry for entry.
Called again within a day with the same files, it goes on where it was broken off, and makes no article twice.

  TOUCHSTONE_TOKEN=tst_… touchstone import --server https://desk.example drafts/ https://paper.example/moon

Exit codes: 0 all came in, or are at the desk already; 1 some did not, each with why; 2 called wrongly, or a file
cannot be opened; 4 the server does not answer; 130 called off.`,
  run: async (called, around) => {
    const at = await atServer(called, around);
    const given = await givenBy(called.words);
    if (given.length === 0) throw new Misused('There is nothing to bring in there.');
    const purpose = called.options.again === true ? randomUUID() : 'import';
    const way = { ...at, around, purpose };
    try {
      const alone = given.length === 1 ? given : await filtered(given, isExport);
      const together = given.filter((each) => !alone.includes(each));
      if (together.length > BATCH_LIMITS.items) {
        throw new Misused(`At most ${BATCH_LIMITS.items} come in at once, and these are ${together.length}.`);
      }
      const outcomes: Outcome[] = [];
      for (const each of alone) outcomes.push(await bringInOne(way, each));
      const name = textOf(called, 'name') ?? '';
      if (together.length > 0) outcomes.push(...(await bringInBatch(way, together, name)));
      return told(outcomes, around, called.options.json === true);
    } catch (error) {
      return failed(error, around);
    }
  },
};

const filtered = async <T>(all: readonly T[], fits: (each: T) => Promise<boolean>): Promise<readonly T[]> => {
  const fit = await Promise.all(all.map(fits));
  return all.filter((_, index) => fit[index]);
};
