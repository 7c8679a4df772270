import type { Kept } from '../../shared/capture.ts';
import { ApartFailed, runApart } from '../run-apart.ts';
import { decoded, isHtml } from './readable-text.ts';
import { safePage } from './safe-page.ts';

/** Pages of more characters are made harmless in a process of their own, so that nobody waits for them but who asked. */
const LARGE = 300_000;

const APART = new URL('./page-apart.ts', import.meta.url);

/** The page of a copy as something to look at; nothing where it is not of a page, or takes more than one may. */
export const pageToLookAt = async (
  { mediaType, charset = '' }: Kept,
  bytes: Uint8Array,
): Promise<string | undefined> => {
  if (!isHtml(mediaType)) return undefined;
  const html = decoded(mediaType, charset, bytes);
  if (html.length <= LARGE) return safePage(html);
  try {
    return await runApart<string>(APART, html, { patience: 20_000, memory: 600 });
  } catch (error) {
    if (error instanceof ApartFailed) return undefined;
    throw error;
  }
};
