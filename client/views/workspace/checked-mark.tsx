import { useComputed } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { workOf } from '../../../shared/work-now.ts';
import { shortName } from '../../account.ts';
import { t } from '../../strings/index.ts';
import { useWorkspace } from './here.ts';

interface Parts {
  readonly id: string;
  /** What stands there before anybody has checked. */
  readonly children: ComponentChildren;
}

/** In the head of a card: who signed or checked the claim last, in green while that holds. */
export const CheckedMark = ({ id, children }: Parts) => {
  const { article, company } = useWorkspace();
  const state = useComputed(() => (article.value ? workOf(article.value, id).state : 'open')).value;
  const by = useComputed(() => {
    const work = article.value && workOf(article.value, id);
    return (work?.signed ?? work?.second ?? work?.first)?.reviewer;
  }).value;
  if (by === undefined || (state !== 'first' && state !== 'second' && state !== 'signed')) return <>{children}</>;
  const name = company.nameOf(by);
  return (
    <span class="checked-mark" title={name}>
      ✓ {t(`work.mark.${state}`, { name: shortName(name) })}
    </span>
  );
};

/** Whether a claim that was ready, checked or signed is open again. */
export const useReopened = (id: string): boolean => {
  const { article } = useWorkspace();
  return useComputed(() => article.value !== undefined && workOf(article.value, id).state === 'reopened').value;
};
