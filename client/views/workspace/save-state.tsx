import { useEffect, useState } from 'preact/hooks';
import type { Exchange } from '../../exchange.ts';
import { t } from '../../strings/index.ts';
import { useWorkspace } from './here.ts';

/** Milliseconds for which nothing waits before it is said: with each key as it is typed, the words would go to and fro. */
const REST = 300;

/** Whether something waits, or did a moment ago. */
const useBusy = (waits: boolean): boolean => {
  const [was, setWas] = useState(waits);
  useEffect(() => {
    if (waits) return setWas(true);
    const rest = setTimeout(() => setWas(false), REST);
    return () => clearTimeout(rest);
  }, [waits]);
  return waits || was;
};

const wordsOf = ({ state, waiting, fault, trouble }: Exchange, isBusy: boolean): readonly [string, string] => {
  const count = waiting.value;
  if (fault.value) return ['off', t(`fault.${fault.value.fault}`)];
  if (state.value === 'offline') return ['off', count > 0 ? t('save.offlineWaiting', { count }) : t('save.offline')];
  if (state.value === 'reconnecting')
    return ['off', count > 0 ? t('save.reconnectingWaiting', { count }) : t('save.reconnecting')];
  if (trouble.value && count > 0) return ['off', t('save.storingWaiting', { count })];
  return isBusy ? ['busy', t('save.saving')] : ['saved', t('save.saved')];
};

/** Whether all that was done here is stored; that the line is gone, and back, is announced elsewhere. */
export const SaveState = () => {
  const { exchange } = useWorkspace();
  const isBusy = useBusy(exchange.waiting.value > 0);
  const [kind, words] = wordsOf(exchange, isBusy);
  return (
    <span class={`save-state ${kind}`}>
      <i aria-hidden="true" />
      <span>{words}</span>
    </span>
  );
};
