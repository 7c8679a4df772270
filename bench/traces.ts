import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { project } from './server-process.ts';

/** What a writer did at once: so many characters taken away at an offset of the plain text, others put there. */
export type Patch = readonly [offset: number, taken: number, brought: string];

/** One change of a real writing session. */
export interface Keystroke {
  /** Milliseconds since the first. */
  readonly at: number;
  readonly patches: readonly Patch[];
}

interface Recorded {
  readonly txns: readonly { readonly time: string; readonly patches: readonly Patch[] }[];
}

const FILE = join(project, '../shared/material/01-traces/open/json-crdt-blog-post.json.gz');

/**
 * A writing session as it was recorded, key by key with its times (josephg/editing-traces, CC BY 4.0); nothing where the reference
 * material is not beside the repository.
 */
export const recordedSession = (): readonly Keystroke[] | undefined => {
  if (!existsSync(FILE)) return undefined;
  const { txns } = JSON.parse(gunzipSync(readFileSync(FILE)).toString()) as Recorded;
  const start = Date.parse(txns[0]?.time ?? '');
  return txns.map(({ time, patches }) => ({ at: Date.parse(time) - start, patches }));
};
