import type { Answer } from '../../api.ts';
import { draft, dropDraft } from '../../article-draft.ts';
import { beginWithFiles } from '../../batch-sending.ts';
import { beginBatch, type WholeBatch } from '../../batches.ts';
import { type GivenFile, nameOfAddresses } from '../../files-given.ts';
import { t } from '../../strings/index.ts';
import { toast } from '../../toasts.ts';
import { goOnTo } from './go-on-to.ts';

const goTo = (begun: Answer<WholeBatch>, from: string): void => {
  const isAwaited = location.pathname === from;
  if ('value' in begun) goOnTo(`/batches/${encodeURIComponent(begun.value.id)}`, isAwaited, t('newArticle.batchBegun'));
  else toast(begun.problem.words, { tone: 'error' });
};

/** Has files brought in together, and shows how far they are. */
export const takeFiles = async (files: readonly GivenFile[]): Promise<void> => {
  const from = location.pathname;
  goTo(await beginWithFiles(files), from);
};

/** Has pages brought in together, and shows how far they are. */
export const takeAddresses = async (addresses: readonly string[]): Promise<void> => {
  const [from, pasted] = [location.pathname, draft.peek()];
  const begun = await beginBatch({ name: nameOfAddresses(addresses), addresses });
  if ('value' in begun && draft.peek() === pasted) dropDraft();
  goTo(begun, from);
};
