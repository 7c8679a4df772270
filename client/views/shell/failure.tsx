import { useEffect } from 'preact/hooks';
import type { Problem } from '../../api.ts';
import { t } from '../../strings/index.ts';
import { DeedButton } from './deed-button.tsx';

interface Parts {
  readonly problem: Problem;
  /** The sentence, when it is another than the problem's own. */
  readonly words?: string | undefined;
  readonly onRetry: () => unknown;
}

/** Something did not come about: why, and another try, made by itself when the network comes back. */
export const Failure = ({ problem, words = problem.words, onRetry }: Parts) => {
  useEffect(() => {
    if (problem.kind !== 'offline') return undefined;
    const again = (): void => void onRetry();
    addEventListener('online', again);
    return () => removeEventListener('online', again);
  }, [problem.kind, onRetry]);
  return (
    <div class="notice" role="alert">
      <span>{words}</span>
      <span class="spacer" />
      <DeedButton class="button small" onDo={onRetry}>
        {t('app.tryAgain')}
      </DeedButton>
    </div>
  );
};
