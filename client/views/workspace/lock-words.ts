import { t } from '../../strings/index.ts';
import { dayOf } from '../../times.ts';
import type { Workspace } from '../../workspace.ts';

/** Whether the text of an article is locked, in two or three words. */
export const lockWords = ({ article }: Workspace): string => {
  const lock = article.value?.lock;
  return lock ? t('lock.locked', { day: dayOf(lock.at) }) : t('lock.open');
};
