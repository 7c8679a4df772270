import { type Entry, fromBuffer, open, type ZipFile } from 'yauzl';
import { wrong } from '../../shared/parsing.ts';

/** What an archive may come to: so many files, and so many bytes unpacked of all that is read from it. */
const ZIP_LIMITS: ZipLimits = { files: 5_000, bytes: 200_000_000 };

export interface ZipLimits {
  readonly files: number;
  readonly bytes: number;
}

/** The files of an archive by their paths. */
export interface Zip {
  readonly names: readonly string[];
  /** Unpacks a file piece by piece, so that whoever reads it may stop; throws `Invalid` when there is none or it unpacks to too much. */
  readonly file: (name: string) => AsyncIterable<Uint8Array>;
  /** Lets go of the file that it lies in. */
  readonly close: () => void;
}

const broken = (): Error => wrong('', 'broken-file');

/** How yauzl opens an archive. */
type Opens = (told: (error: Error | null, zip?: ZipFile) => void) => void;

const directoryOf = (
  opens: Opens,
  limits: ZipLimits,
): Promise<{ readonly zip: ZipFile; readonly entries: Map<string, Entry> }> =>
  new Promise((resolve, reject) => {
    opens((error, zip) => {
      if (error || !zip) return reject(broken());
      const entries = new Map<string, Entry>();
      if (zip.entryCount > limits.files) return reject(wrong('', 'too-large-unpacked'));
      zip.on('error', () => reject(broken()));
      zip.on('end', () => resolve({ zip, entries }));
      zip.on('entry', (entry: Entry) => {
        if (!entries.has(entry.fileName)) entries.set(entry.fileName, entry);
        zip.readEntry();
      });
      zip.readEntry();
    });
  });

/** Opens an archive; throws `Invalid` when it is none, or is locked with a password. */
export const openZip = (bytes: Uint8Array, limits = ZIP_LIMITS): Promise<Zip> =>
  opened((told) => {
    fromBuffer(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), { lazyEntries: true }, told);
  }, limits);

/** Opens an archive that lies in a file, of which only what is asked for is read. */
export const openZipFile = (path: string, limits = ZIP_LIMITS): Promise<Zip> =>
  opened((told) => open(path, { lazyEntries: true, autoClose: false }, told), limits);

const opened = async (opens: Opens, limits: ZipLimits): Promise<Zip> => {
  const { zip, entries } = await directoryOf(opens, limits);
  let left = limits.bytes;
  const streamOf = (entry: Entry): Promise<NodeJS.ReadableStream> =>
    new Promise((resolve, reject) => {
      zip.openReadStream(entry, (error, stream) => (error || !stream ? reject(broken()) : resolve(stream)));
    });
  async function* file(name: string): AsyncIterable<Uint8Array> {
    const entry = entries.get(name);
    if (!entry) throw broken();
    if (entry.isEncrypted()) throw wrong('', 'locked-file');
    if (entry.uncompressedSize > left) throw wrong('', 'too-large-unpacked');
    const stream = await streamOf(entry);
    try {
      for await (const chunk of stream) {
        const piece = chunk as Uint8Array;
        left -= piece.length;
        if (left < 0) throw wrong('', 'too-large-unpacked');
        yield piece;
      }
    } catch (error) {
      throw error instanceof Error && 'where' in error ? error : broken();
    }
  }
  return { names: [...entries.keys()], file, close: () => zip.close() };
};
