import { Invalid, own } from '../../shared/parsing.ts';

/** A file of a backup. */
export interface KeptFile {
  readonly path: string;
  /** In bytes. */
  readonly size: number;
  /** Of its bytes, in hex. */
  readonly sha256: string;
}

/** What is in a backup, in its file `manifest.json`. */
export interface Manifest {
  readonly format: 'touchstone-backup';
  readonly form: 1;
  /** When it was made; UTC as `Date.toISOString` writes it. */
  readonly at: string;
  /** The version of the tables: a program that knows fewer cannot restore it. */
  readonly tables: number;
  readonly articles: number;
  readonly entries: number;
  /** Whether the frozen copies are in it; else they are kept elsewhere, and saved there. */
  readonly hasCaptures: boolean;
  readonly files: readonly KeptFile[];
}

export const MANIFEST = 'manifest.json';

export const DATABASE = 'touchstone.db';

const PATH = /^(touchstone\.db|captures\/[0-9a-f]{2}\/[0-9a-f]{64})$/;

type Fields = Readonly<Record<string, unknown>>;

const isFile = (each: unknown): each is KeptFile => {
  if (typeof each !== 'object' || each === null) return false;
  const [path, size, sha256] = ['path', 'size', 'sha256'].map((key) => own(each as Fields, key));
  return (
    typeof path === 'string' &&
    PATH.test(path) &&
    Number.isSafeInteger(size) &&
    typeof sha256 === 'string' &&
    /^[0-9a-f]{64}$/.test(sha256)
  );
};

/** The manifest that a text says; `Invalid` where it is none, or one of a newer program. */
export const parseManifest = (text: string): Manifest => {
  let json: Fields;
  try {
    json = JSON.parse(text);
  } catch {
    throw new Invalid(MANIFEST, 'it is not JSON');
  }
  if (typeof json !== 'object' || json === null || own(json, 'format') !== 'touchstone-backup')
    throw new Invalid(MANIFEST, 'it is not that of a backup of Touchstone');
  if (own(json, 'form') !== 1) throw new Invalid(MANIFEST, 'it was written by a newer Touchstone');
  const files = own(json, 'files');
  if (!Array.isArray(files) || !files.every(isFile))
    throw new Invalid(`${MANIFEST}.files`, 'it is not a list of files');
  return { ...(json as unknown as Manifest), files };
};
