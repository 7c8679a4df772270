import { useComputed } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { shortName } from '../../account.ts';
import { t } from '../../strings/index.ts';
import { useWorkspace } from './here.ts';

interface Parts {
  readonly id: string;
  /** What stands there before anybody has checked. */
  readonly children: ComponentChildren;
}

/** The work on a claim, once somebody has begun with it. */
const useWork = (id: string) => {
  const { standings } = useWorkspace();
  return useComputed(() => standings.value.get(id)?.work).value;
};

/** In the head of a card: who signed or checked the claim last, in green while that holds. */
export const CheckedMark = ({ id, children }: Parts) => {
  const { company } = useWorkspace();
  const { state, first, second, signed } = useWork(id) ?? {};
  const by = (signed ?? second ?? first)?.reviewer;
  if (by === undefined || (state !== 'first' && state !== 'second' && state !== 'signed')) return <>{children}</>;
  const name = company.nameOf(by);
  return (
    <span class="checked-mark" title={name}>
      ✓ {t(`work.mark.${state}`, { name: shortName(name) })}
    </span>
  );
};

/** Whether a claim that was ready, checked or signed is open again. */
export const useReopened = (id: string): boolean => useWork(id)?.state === 'reopened';
