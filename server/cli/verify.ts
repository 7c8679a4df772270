import { readFile } from 'node:fs/promises';
import type { Command } from './command.ts';

/** A file that is looked at may be as large as a disk; what is read at once is one part of it. */
const LIMITS = { files: 1_000_000, bytes: Number.MAX_SAFE_INTEGER };

/** Holds every byte of an export against what would be written. */
export const verify: Command = {
  usage: 'verify FILE',
  says: 'checks an exported JSON or bundle, offline; names the first thing that is not what was written',
  words: [1, 1],
  options: [],
  more: `No server is asked. What it proves is that a file is as it was written, not who wrote it.

Exit codes: 0 it holds; 1 it is broken, and what is broken is named; 2 called wrongly, or it cannot be opened;
3 it is as it was written, but not the whole article.`,
  run: async ({ words: [path = ''] }, { progress }) => {
    // Much is needed to replay an article, and other commands need none of it.
    const { isArchive, verifiedBundleFile } = await import('../bundle/bundle-file.ts');
    const { inWords } = await import('./holds-in-words.ts');
    const { Broken, verifiedJson } = await import('../bundle/verified.ts');
    try {
      const holds = (await isArchive(path))
        ? await verifiedBundleFile(path, LIMITS, progress)
        : verifiedJson(await readFile(path));
      return { code: holds.export ? 0 : 3, words: inWords(path, holds) };
    } catch (error) {
      if (!(error instanceof Broken)) throw error;
      return { code: 1, words: `${path} is broken.\n${error.where}: ${error.message}.` };
    }
  },
};
