import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

const folder = join(import.meta.dirname, '../../../shared/material');

/** Where a file or folder of the reference material is, which lies beside the repository and not in it. */
export const material = (path: string): string => join(folder, path);

/** A `describe` that says aloud that it was skipped where the reference material is not there. */
export const describeWith = (path: string, says: string, tests: () => void): void => {
  if (existsSync(material(path))) describe(says, tests);
  else describe(says, () => void it(`SKIPPED: ${path} is not beside the repository`));
};

/** A file of the reference material as text, unpacked when its name ends in `.gz`. */
export const readMaterial = (path: string): string => {
  const bytes = readFileSync(material(path));
  return (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
};

/** Whether a file or folder of the reference material is there. */
export const hasMaterial = (path: string): boolean => existsSync(material(path));
