import { createHash } from 'node:crypto';
import { createReadStream, openAsBlob } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { basename, join, relative } from 'node:path';
import { pipeline } from 'node:stream/promises';

/** A file that is to come in. */
export interface GivenFile {
  readonly path: string;
  /** With the folders below the one that was named. */
  readonly name: string;
  readonly size: number;
}

/** Something that is to come in: a file, or what stands at an address. */
export type Given = GivenFile | { readonly address: string };

const isAddress = (word: string): boolean => /^https?:\/\//i.test(word);

const isHidden = (path: string): boolean => path.split('/').some((part) => part.startsWith('.'));

const filesIn = async (folder: string): Promise<readonly GivenFile[]> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const seen = files.filter((path) => !isHidden(relative(folder, path))).sort();
  return Promise.all(seen.map(async (path) => ({ path, name: relative(folder, path), size: (await stat(path)).size })));
};

/** What words name, in order; of a folder every file that is not hidden. Rejects where something cannot be opened. */
export const givenBy = async (words: readonly string[]): Promise<readonly Given[]> => {
  const all = await Promise.all(
    words.map(async (word): Promise<readonly Given[]> => {
      if (isAddress(word)) return [{ address: word }];
      const found = await stat(word);
      return found.isDirectory() ? filesIn(word) : [{ path: word, name: basename(word), size: found.size }];
    }),
  );
  return all.flat();
};

/** The name that something is told by. */
export const nameOf = (given: Given): string => ('address' in given ? given.address : given.name);

/** A file to send; its bytes stay on the disk until they go out. */
export const fileOf = async ({ path, name }: GivenFile): Promise<File> =>
  new File([await openAsBlob(path)], basename(name));

/** A key that is the same for the same things, by their bytes: what was asked with it is not done twice. */
export const keyFor = async (purpose: string, given: readonly Given[]): Promise<string> => {
  const all = createHash('sha256').update(purpose);
  for (const each of given) {
    all.update(`\n${nameOf(each)}\n`);
    if ('address' in each) continue;
    const bytes = createHash('sha256');
    await pipeline(createReadStream(each.path), bytes);
    all.update(bytes.digest('hex'));
  }
  return all.digest('base64url');
};
