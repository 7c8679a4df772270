/** A file with its name below what was chosen or dropped: `drafts/moon.docx`. */
export interface GivenFile {
  readonly path: string;
  readonly file: File;
}

/** What systems put into folders for themselves. */
const OF_THE_SYSTEM = /(?:^|\/)(?:\.[^/]*|Thumbs\.db|desktop\.ini|__MACOSX(?:\/.*)?|~\$[^/]*)$/i;

const readable = (files: readonly GivenFile[]): readonly GivenFile[] =>
  files
    .filter(({ path }) => !OF_THE_SYSTEM.test(path))
    .toSorted((one, other) => one.path.localeCompare(other.path, undefined, { numeric: true }));

/** The files of a field, in the order of their names; those of a folder with its name before theirs. */
export const filesChosen = (files: Iterable<File>): readonly GivenFile[] =>
  readable([...files].map((file) => ({ path: file.webkitRelativePath || file.name, file })));

const entriesIn = async (folder: FileSystemDirectoryEntry): Promise<readonly FileSystemEntry[]> => {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    // It gives a hundred at a time.
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (some.length === 0) return all;
    all.push(...some);
  }
};

const filesOf = async (entry: FileSystemEntry): Promise<readonly GivenFile[]> => {
  if (entry.isFile) {
    const file = await new Promise<File>((resolve, reject) => (entry as FileSystemFileEntry).file(resolve, reject));
    return [{ path: entry.fullPath.replace(/^\//, ''), file }];
  }
  const entries = await entriesIn(entry as FileSystemDirectoryEntry);
  return (await Promise.all(entries.map(filesOf))).flat();
};

/** What was dropped. It has to be taken at once: after the event it is not told any more. */
export interface Dropped {
  readonly entries: readonly FileSystemEntry[];
  readonly files: readonly File[];
}

/** The files that were dropped, those in folders too. */
export const filesDropped = async ({ entries, files }: Dropped): Promise<readonly GivenFile[]> => {
  if (entries.every(({ isFile }) => isFile)) return filesChosen(files);
  return readable((await Promise.all(entries.map(filesOf))).flat());
};

/** The longest name that a batch is given, in UTF-16 units. */
const NAME = 120;

const inOne = (names: readonly string[]): string => {
  const all = [...new Set(names)].join(', ');
  return all.length > NAME ? `${all.slice(0, NAME).toWellFormed()}…` : all;
};

/** What files that were given together are called: the folder they are in, or their own names. */
export const nameOfFiles = (files: readonly GivenFile[]): string =>
  inOne(files.map(({ path }) => path.split('/')[0] ?? path));

/** What addresses that were given together are called: the sites they are of. */
export const nameOfAddresses = (addresses: readonly string[]): string =>
  inOne(addresses.map((address) => (URL.canParse(address) ? new URL(address).host : address)));

/** The addresses in a text that is a list of them, one a line; none where it is anything else. */
export const addressesIn = (text: string): readonly string[] => {
  const lines = text.split(/\r?\n/).map((line) => line.trim());
  const filled = lines.filter((line) => line !== '');
  return filled.length > 1 && filled.every((line) => /^https?:\/\/[^\s/]+\.[^\s]+$/i.test(line)) ? filled : [];
};
