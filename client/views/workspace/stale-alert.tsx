import { type Article, wordsToJudge } from '../../../shared/article.ts';
import type { Claim } from '../../../shared/claim.ts';
import { type Outcome, ratingOfVerdict, verdictBy } from '../../../shared/outcome.ts';
import { giveVerdict } from '../../commands.ts';
import { ratingWords } from '../../scale-words.ts';
import { t } from '../../strings/index.ts';
import { wordDiff } from '../../word-diff.ts';
import { decideOutcome } from '../../work-commands.ts';
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

/** How it is said that it still holds: a decision by deciding so again, else by one's own verdict, or by joining the newest. */
const holding = (article: Article, { rating, by, verdict }: Outcome, reviewer: string) => {
  if (by === 'decision') return { rating, again: decideOutcome(verdict.claim, rating.id, verdict.rationale) };
  const own = verdictBy(article, verdict.claim, reviewer) ?? verdict;
  const given = ratingOfVerdict(article, own) ?? rating;
  return { rating: given, again: giveVerdict(verdict.claim, given.id) };
};

interface Parts {
  readonly claim: Claim;
  readonly outcome: Outcome;
  readonly isOpen: boolean;
}

/** Says that the words, the evidence or the answers changed after the verdict (T8), and lets it be given again. */
export const StaleAlert = ({ claim, outcome, isOpen }: Parts) => {
  const workspace = useWorkspace();
  const article = workspace.article.value;
  if (!article) return null;
  const words = wordsToJudge(article, claim.id);
  const changed = pairs(outcome.verdict.judged.words, words).slice(0, 3).join(', ');
  const { rating, again } = holding(article, outcome, workspace.reviewer.value.id);
  return (
    <div class="alert">
      <p>
        {outcome.stale !== 'words' && outcome.stale !== undefined
          ? t(`stale.${outcome.stale}`)
          : words === ''
            ? t('stale.gone')
            : t('stale.words', { changed })}{' '}
        {t('stale.again')}
      </p>
      {isOpen && outcome.by !== 'parts' && workspace.can(again) && (
        <button type="button" class="button small" onClick={() => workspace.run(again, 'card')}>
          {t('stale.holds', { rating: ratingWords(outcome.verdict.scale, rating.label) })}
        </button>
      )}
    </div>
  );
};
