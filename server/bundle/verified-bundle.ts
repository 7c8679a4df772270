import { createHash } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { canonicalJson } from '../../shared/canonical.ts';
import type { Capture } from '../../shared/capture.ts';
import { parseCaptures } from '../../shared/capture-file.ts';
import { BUNDLE, keptAt, type Manifest, parseManifest } from '../../shared/export/bundle.ts';
import type { Archive, Part } from '../../shared/export/format.ts';
import type { Zip } from '../import/zip.ts';
import { zipped } from '../zipped.ts';
import { firstDifference } from './first-difference.ts';
import { Broken, type Holds, verifiedJson } from './verified.ts';

/** A bundle that holds. */
export interface BundleHolds extends Holds {
  readonly captures: readonly Capture[];
  /** The SHA-256 of the bytes of copies, their texts and originals. */
  readonly kept: readonly string[];
}

/** Hears how many bytes of a bundle have been looked at. */
export type Told = (bytes: number) => void;

/** A bundle: its parts, and its bytes as they are. */
export interface Bundle {
  readonly zip: Zip;
  readonly bytes: () => AsyncIterable<Uint8Array>;
}

const read = async (zip: Zip, path: string): Promise<Buffer> => {
  try {
    return await buffer(zip.file(path));
  } catch {
    throw new Broken(path, 'it is missing, or cannot be read');
  }
};

const parsed = <T>(path: string, bytes: Buffer, parse: (value: unknown) => T): T => {
  try {
    return parse(JSON.parse(bytes.toString()));
  } catch (error) {
    throw new Broken(path, error instanceof Error ? error.message : String(error));
  }
};

const hashOf = async (zip: Zip, path: string, told: Told): Promise<string> => {
  const hash = createHash('sha256');
  try {
    for await (const chunk of zip.file(path)) {
      hash.update(chunk);
      told(chunk.length);
    }
  } catch {
    throw new Broken(path, 'it is missing, or cannot be read');
  }
  return hash.digest('hex');
};

const checkParts = async (zip: Zip, { parts }: Manifest, told: Told): Promise<void> => {
  for (const { path, sha256 } of parts)
    if ((await hashOf(zip, path, told)) !== sha256)
      throw new Broken(path, 'its SHA-256 is not the one in the manifest');
  const listed = new Set([BUNDLE.manifest, ...parts.map(({ path }) => path)]);
  const stranger = zip.names.find((name) => !listed.has(name));
  if (stranger !== undefined) throw new Broken(stranger, 'it is not in the manifest');
};

const keptIn = ({ parts }: Manifest): readonly string[] =>
  parts.flatMap(({ path, sha256 }) => (path === BUNDLE.article || path === BUNDLE.captures ? [] : sha256));

const checkCopies = (captures: readonly Capture[], kept: readonly string[]): void => {
  const there = new Set(kept);
  for (const { id, kept: copy } of captures)
    for (const sha256 of [copy?.sha256, copy?.text])
      if (sha256 !== undefined && !there.has(sha256))
        throw new Broken(`the copy "${id}"`, `its bytes (SHA-256 ${sha256}) are not in the bundle`);
};

/** What is packed around the parts: every byte of it is as it would be written now. */
const checkFrame = async ({ zip, bytes }: Bundle, manifest: Manifest, told: Told): Promise<void> => {
  const part = async (path: string): Promise<Part> => ({ path, content: await read(zip, path) });
  const parts = [
    ...(await Promise.all([BUNDLE.manifest, BUNDLE.article, BUNDLE.captures].map(part))),
    ...keptIn(manifest).map((kept): Part => ({ path: keptAt(kept), kept })),
  ];
  const archive: Archive = { stored: true, parts };
  const again = zipped(archive, (sha256) => read(zip, keptAt(sha256)));
  const at = await firstDifference(again, bytes(), told);
  if (at !== undefined)
    throw new Broken(`byte ${at + 1} of the archive`, 'it is not what was written around the parts');
};

/**
 * Checks a bundle: what it holds in JSON, every part by its SHA-256, that the bytes of every copy are there, and every byte around them.
 * Throws `Broken` with the first that is not what was written.
 */
export const verifiedBundle = async (bundle: Bundle, told: Told = () => {}): Promise<BundleHolds> => {
  const { zip } = bundle;
  const manifest = parsed(BUNDLE.manifest, await read(zip, BUNDLE.manifest), parseManifest);
  const holds = verifiedJson(await read(zip, BUNDLE.article));
  await checkParts(zip, manifest, told);
  const written = await read(zip, BUNDLE.captures);
  const captures = parsed(BUNDLE.captures, written, (value) => parseCaptures(value, ''));
  if (canonicalJson(captures) !== written.toString())
    throw new Broken(BUNDLE.captures, 'it says more than is known of copies');
  const kept = keptIn(manifest);
  checkCopies(captures, kept);
  await checkFrame(bundle, manifest, told);
  return { ...holds, captures, kept };
};
