import type { Article } from '../shared/article.ts';
import { type Look, TRIES } from '../shared/look.ts';
import { evidenceFrom } from '../shared/outcome.ts';

/**
 * What there is to say of the last look at a source besides its findings: that nothing counts which changed; that the page
 * changed, but no evidence says which words of it count, or its words cannot be read; or that it failed, at once to who asked for it, else after some tries.
 */
export const lookSaid = (article: Article, look: Look): 'same' | 'unpinned' | 'unread' | 'failed' | undefined => {
  const { source, address, came, by, failed, findings } = look;
  if (article.sources.get(source)?.url !== address) return undefined;
  if (came === 'failed') return failed >= TRIES || by !== '' ? 'failed' : undefined;
  if (came === 'unread') return 'unread';
  if (came === 'gone' || findings.length > 0) return undefined;
  const isHeld = evidenceFrom(article, source).some(({ pin, passage }) => pin !== '' || passage.trim() !== '');
  return came === 'other' && !isHeld ? 'unpinned' : 'same';
};
