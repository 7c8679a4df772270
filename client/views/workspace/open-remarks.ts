import { isUnanswered } from '../../../shared/correction.ts';
import { isOpenThread } from '../../../shared/thread.ts';
import type { Workspace } from '../../workspace.ts';

/** How many threads and corrections wait for somebody. */
export const openRemarks = ({ article }: Workspace): number => {
  const { value } = article;
  if (!value) return 0;
  const threads = [...value.threads.values()].filter((thread) => isOpenThread(value, thread));
  return threads.length + [...value.corrections.values()].filter(isUnanswered).length;
};
