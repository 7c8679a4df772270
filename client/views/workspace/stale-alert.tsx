import { wordsOf } from '../../../shared/article.ts';
import type { Claim } from '../../../shared/claim.ts';
import type { Outcome } from '../../../shared/outcome.ts';
import { giveVerdict } from '../../commands.ts';
import { t } from '../../strings/index.ts';
import { wordDiff } from '../../word-diff.ts';
import { useWorkspace } from './here.ts';

/** The replaced words as pairs: “two weeks” → “three weeks”. */
const pairs = (before: string, after: string): readonly string[] => {
  const runs = wordDiff(before, after);
  return runs.flatMap((run, index) => {
    const next = runs[index + 1];
    const words = run.text.trim();
    if (run.kind === 'out')
      return next?.kind === 'in'
        ? [t('stale.pair', { before: words, after: next.text.trim() })]
        : [t('stale.taken', { words })];
    return run.kind === 'in' && runs[index - 1]?.kind !== 'out' ? [t('stale.brought', { words })] : [];
  });
};

interface Parts {
  readonly claim: Claim;
  readonly outcome: Outcome;
  readonly isOpen: boolean;
}

/** Says that the words or the evidence changed after the verdict (T8), and lets it be given again. */
export const StaleAlert = ({ claim, outcome, isOpen }: Parts) => {
  const workspace = useWorkspace();
  const article = workspace.article.value;
  if (!article) return null;
  const words = wordsOf(article, claim.id);
  const changed = pairs(outcome.verdict.judged.words, words).slice(0, 3).join(', ');
  const again = giveVerdict(claim.id, outcome.rating.id);
  return (
    <div class="alert">
      <p>
        {outcome.stale === 'evidence'
          ? t('stale.evidence')
          : words === ''
            ? t('stale.gone')
            : t('stale.words', { changed })}{' '}
        {t('stale.again')}
      </p>
      {isOpen && workspace.can(again) && (
        <button type="button" class="button small" onClick={() => workspace.run(again, 'card')}>
          {t('stale.holds', { rating: outcome.rating.label })}
        </button>
      )}
    </div>
  );
};
