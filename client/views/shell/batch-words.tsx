import type { Batch, BatchCounts } from '../../../shared/batch.ts';
import type { WholeBatch } from '../../batches.ts';
import { t } from '../../strings/index.ts';

/** What a batch is called; one of files that lay in no folder, or of addresses, after what it holds. */
export const nameOfBatch = (batch: Batch | WholeBatch): string => {
  if (batch.name !== '') return batch.name;
  const isOfFiles = 'items' in batch && batch.items.some(({ kind }) => kind === 'file');
  return 'items' in batch && batch.items.length > 0
    ? t(isOfFiles ? 'batch.ofFiles' : 'batch.ofAddresses')
    : t('batches.title');
};

/** What became of its things, in numbers. */
export const Counts = ({ counts }: { readonly counts: BatchCounts }) => (
  <p class="meta batch-counts">
    <span>{t('batch.done', { count: counts.done })}</span>
    {counts.failed > 0 && <span class="is-late">{t('batch.failed', { count: counts.failed })}</span>}
    {counts['called-off'] > 0 && <span>{t('batch.calledOff', { count: counts['called-off'] })}</span>}
  </p>
);
