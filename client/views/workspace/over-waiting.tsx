import { useEffect } from 'preact/hooks';
import { t } from '../../strings/index.ts';
import { toast } from '../../toasts.ts';
import type { Meanwhile } from '../shell/later.tsx';
import { useWorkspace } from './here.ts';

/** Over the workspace, until what is to lie there has been fetched; where that fails it is said, and the workspace is there again. */
export const OverWaiting = ({ failed, onRetry: run, onClose }: Meanwhile) => {
  const workspace = useWorkspace();
  useEffect(() => {
    if (!failed) return;
    const action = run && { action: { label: t('app.tryAgain'), run } };
    toast(t('problem.offline'), { tone: 'error', article: workspace.id, ...action });
    workspace.travel(undefined);
    workspace.board.value = false;
    onClose?.();
  }, [failed]);
  return (
    <section class="over past" aria-busy="true">
      <p class="past-note" role="status">
        {t('app.loading')}
      </p>
    </section>
  );
};
