import { type Article, articleToJson } from '../../../shared/article.ts';
import type { Digest } from '../../../shared/log.ts';
import { ApartFailed, runApart } from '../../run-apart.ts';
import { bytesOf, type SentBytes, sizeOf } from '../../uploads.ts';
import type { ArrivalWay } from '../arrivals.ts';
import type { FaultyFile } from './annotation-file.ts';
import type { ToBring } from './bring-apart.ts';
import type { BringingParts } from './bringing.ts';
import type { BroughtFile } from './brought.ts';
import { broughtFrom } from './brought-from.ts';

/** Files of more bytes, and articles of more positions, are read in a process of their own: nobody waits for them but who asked. */
const LARGE = 100_000;

const APART = new URL('./bring-apart.ts', import.meta.url);

/** In milliseconds and MB. */
const LIMITS = { patience: 60_000, memory: 700 } as const;

const tooMuch = (why: string): FaultyFile => ({
  faults: [{ where: '', what: `reading it ${why}: send it in parts`, section: 'Touchstone' }],
});

/** What a file of annotations comes to in an article as somebody sees it, or why nothing of it is brought; rejects when it is called off. */
export const bringFile = async (
  sent: string | SentBytes,
  article: Article,
  parts: BringingParts & { readonly digest: Digest },
  { signal, told }: ArrivalWay,
): Promise<BroughtFile | FaultyFile> => {
  const size = typeof sent === 'string' ? sent.length : sizeOf(sent);
  if (size <= LARGE && article.doc.content.size <= LARGE) {
    const text = typeof sent === 'string' ? sent : new TextDecoder().decode(await bytesOf(sent));
    return broughtFrom(text, article, parts);
  }
  const given: ToBring = { sent, article: articleToJson(article), address: parts.address };
  const limits = { ...LIMITS, signal, told: (done: number) => told?.({ step: 'reading', done }) };
  try {
    return await runApart<BroughtFile | FaultyFile>(APART, given, limits);
  } catch (error) {
    if (!(error instanceof ApartFailed) || error.why === 'threw') throw error;
    return tooMuch(error.why === 'too-slow' ? 'takes too long' : 'takes too much memory');
  }
};
