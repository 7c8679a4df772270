import { capturesOf, copySource, loadCaptures, newestOf } from './captures.ts';
import { t } from './strings/index.ts';
import { toast } from './toasts.ts';

/** Has the addresses of those of some sources copied that have no copy and get none just now. */
export const copyMissing = async (article: string, sources: readonly string[]): Promise<void> => {
  const hasNone = (source: string): boolean =>
    !['kept', 'fetching'].includes(newestOf(capturesOf(article, source))?.state ?? '');
  const missing = sources.filter(hasNone);
  if (missing.length === 0) toast(t('capture.allKept'));
  for (const source of missing) {
    const answer = await copySource(article, source);
    if ('problem' in answer) toast(answer.problem.words, { tone: 'error' });
  }
  if (missing.length > 0) void loadCaptures(article);
};
