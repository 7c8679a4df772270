import { readFile } from 'node:fs/promises';
import { counted } from '../../shared/export/losses.ts';
import { isArchive, verifiedBundleFile } from '../bundle/bundle-file.ts';
import { Broken, type Holds, verifiedJson } from '../bundle/verified.ts';
import type { BundleHolds } from '../bundle/verified-bundle.ts';
import type { Command } from './command.ts';

/** A file that is looked at may be as large as a disk; what is read at once is one part of it. */
const LIMITS = { files: 1_000_000, bytes: Number.MAX_SAFE_INTEGER };

const inWords = (path: string, holds: Holds | BundleHolds): string =>
  [
    `${path} holds.`,
    holds.export
      ? `${counted(holds.entries, 'entry', 'entries')}, each sealed to the one before, and the state they replay to.`
      : 'It is not the whole article: it is as it was written, and its seals prove nothing.',
    ...('kept' in holds
      ? [
          `${counted(holds.captures.length, 'frozen copy', 'frozen copies')}; ${counted(holds.kept.length, 'file')}, each what its SHA-256 says.`,
        ]
      : []),
    ...(holds.isSealed
      ? []
      : ['It was written before a file said what its head and its names are: those were not checked.']),
  ].join('\n');

/** Exit codes: 0 when it holds, 1 when something in it is not what was written, 3 when it is as written but not the whole article. */
export const verify: Command = {
  usage: 'verify FILE',
  says: 'checks an exported JSON or bundle, offline; names the first thing that is not what was written',
  run: async ([path = ''], { progress }) => {
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
