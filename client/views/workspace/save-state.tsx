import type { Exchange } from '../../exchange.ts';
import { t } from '../../strings/index.ts';
import { useWorkspace } from './here.ts';

const wordsOf = ({ state, waiting, fault, trouble }: Exchange): readonly [string, string] => {
  const count = waiting.value;
  if (fault.value) return ['off', t(`fault.${fault.value.fault}`)];
  if (state.value === 'offline') return ['off', count > 0 ? t('save.offlineWaiting', { count }) : t('save.offline')];
  if (state.value === 'reconnecting')
    return ['off', count > 0 ? t('save.reconnectingWaiting', { count }) : t('save.reconnecting')];
  if (trouble.value && count > 0) return ['off', t('save.storingWaiting', { count })];
  return count > 0 ? ['busy', t('save.saving')] : ['saved', t('save.saved')];
};

/** Whether all that was done here is stored; that the line is gone, and back, is announced elsewhere. */
export const SaveState = () => {
  const [kind, words] = wordsOf(useWorkspace().exchange);
  return (
    <span class={`save-state ${kind}`}>
      <i aria-hidden="true" />
      <span>{words}</span>
    </span>
  );
};
