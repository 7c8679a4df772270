import { useEffect } from 'preact/hooks';
import type { Problem } from '../../api.ts';
import { t } from '../../strings/index.ts';

interface Parts {
  readonly problem: Problem;
  /** The sentence, when it is another than the problem's own. */
  readonly words?: string | undefined;
  readonly onRetry: () => void;
}

/** Something did not come about: why, and another try, made by itself when the network comes back. */
export const Failure = ({ problem, words = problem.words, onRetry }: Parts) => {
  useEffect(() => {
    if (problem.kind !== 'offline') return undefined;
    addEventListener('online', onRetry);
    return () => removeEventListener('online', onRetry);
  }, [problem.kind, onRetry]);
  return (
    <div class="notice" role="alert">
      <span>{words}</span>
      <span class="spacer" />
      <button type="button" class="button small" onClick={onRetry}>
        {t('app.tryAgain')}
      </button>
    </div>
  );
};
