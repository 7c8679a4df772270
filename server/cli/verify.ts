import { readFile } from 'node:fs/promises';
import { Invalid } from '../../shared/parsing.ts';
import type { Tombstone } from '../storage/erasure-store.ts';
import { type Command, EXIT, Misused, textOf } from './command.ts';

/** A file that is looked at may be as large as a disk; what is read at once is one part of it. */
const LIMITS = { files: 1_000_000, bytes: Number.MAX_SAFE_INTEGER };

const tombstoneIn = async (path: string): Promise<Tombstone> => {
  const { parseTombstone } = await import('../bundle/against-tombstone.ts');
  try {
    return parseTombstone(JSON.parse(await readFile(path, 'utf8')));
  } catch (error) {
    if (error instanceof Invalid || error instanceof SyntaxError)
      throw new Misused(`${path} is no tombstone: ${error.message}`);
    throw error;
  }
};

/** Holds every byte of an export against what would be written. */
export const verify: Command = {
  usage: 'verify FILE',
  says: 'checks an exported JSON or bundle, or the export of a desk, offline; names the first thing that is not what was written',
  words: [1, 1],
  options: [
    {
      name: 'tombstone',
      value: 'TOMBSTONE',
      says: 'a file with what stays of the article that was deleted: holds the entries against the log that was there',
    },
  ],
  more: `No server is asked. What it proves is that a file is as it was written, not who wrote it. TOMBSTONE is what deleting the
article answered, or what the server answers now where it stood (410).

Exit codes: 0 it holds; 1 it is broken, and what is broken is named; 2 called wrongly, or it cannot be opened;
3 it is as it was written, but not the whole article or desk.`,
  run: async (called, { progress }) => {
    const {
      words: [path = ''],
    } = called;
    // Much is needed to replay an article, and other commands need none of it.
    const { isArchive, verifiedBundleFile } = await import('../bundle/bundle-file.ts');
    const { isDeskExport, verifiedDeskFile } = await import('../bundle/verified-desk.ts');
    const { againstInWords, deskInWords, inWords } = await import('./holds-in-words.ts');
    const { againstTombstone } = await import('../bundle/against-tombstone.ts');
    const { Broken, verifiedJson } = await import('../bundle/verified.ts');
    try {
      if ((await isArchive(path)) && (await isDeskExport(path))) {
        const holds = await verifiedDeskFile(path, LIMITS, progress);
        return { code: holds.blind + holds.partial > 0 ? EXIT.partial : EXIT.done, words: deskInWords(path, holds) };
      }
      const holds = (await isArchive(path))
        ? await verifiedBundleFile(path, LIMITS, progress)
        : verifiedJson(await readFile(path));
      const tombstone = textOf(called, 'tombstone');
      if (tombstone === undefined || !holds.export) return { code: holds.export ? 0 : 3, words: inWords(path, holds) };
      const against = againstTombstone(holds.export, await tombstoneIn(tombstone));
      return { code: 0, words: `${inWords(path, holds)}\n${againstInWords(against)}` };
    } catch (error) {
      if (!(error instanceof Broken)) throw error;
      return { code: 1, words: `${path} is broken.\n${error.where}: ${error.message}.` };
    }
  },
};
