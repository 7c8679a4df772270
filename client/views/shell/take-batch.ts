import type { Answer } from '../../api.ts';
import { dropDraft } from '../../article-draft.ts';
import { beginWithFiles } from '../../batch-sending.ts';
import { beginBatch, type WholeBatch } from '../../batches.ts';
import { type GivenFile, nameOfAddresses } from '../../files-given.ts';
import { navigate } from '../../router.ts';
import { toast } from '../../toasts.ts';

const goTo = (begun: Answer<WholeBatch>): void => {
  if ('value' in begun) navigate(`/batches/${encodeURIComponent(begun.value.id)}`);
  else toast(begun.problem.words, { tone: 'error' });
};

/** Has files brought in together, and shows how far they are. */
export const takeFiles = async (files: readonly GivenFile[]): Promise<void> => goTo(await beginWithFiles(files));

/** Has pages brought in together, and shows how far they are. */
export const takeAddresses = async (addresses: readonly string[]): Promise<void> => {
  const begun = await beginBatch({ name: nameOfAddresses(addresses), addresses });
  if ('value' in begun) dropDraft();
  goTo(begun);
};
