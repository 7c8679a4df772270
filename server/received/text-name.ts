import { canonicalJson } from '../../shared/canonical.ts';
import type { Digest } from '../../shared/log.ts';
import type { Reading } from '../import/reading.ts';

/** What names the text that a reader made of something: equal names are equal texts. */
export const textName = (digest: Digest, { title, blocks }: Pick<Reading, 'title' | 'blocks'>): string =>
  digest(canonicalJson([title, blocks]));
