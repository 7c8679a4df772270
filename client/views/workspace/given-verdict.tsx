import { wordsToJudge } from '../../../shared/article.ts';
import { ratingOfVerdict, staleness } from '../../../shared/outcome.ts';
import { isReworded, rationaleOf, rationaleWords } from '../../../shared/rationale.ts';
import type { Verdict } from '../../../shared/verdict.ts';
import { withdrawVerdict } from '../../commands.ts';
import { ratingWords } from '../../scale-words.ts';
import { t } from '../../strings/index.ts';
import { moment } from '../../times.ts';
import { wordDiff } from '../../word-diff.ts';
import { Runs } from './changes.tsx';
import { focusCard } from './focusing.ts';
import { useWorkspace } from './here.ts';

/** A verdict that stands: its rating, who gave it when and why, and whether it still holds (T8). */
export const GivenVerdict = ({ verdict, isOwn }: { readonly verdict: Verdict; readonly isOwn: boolean }) => {
  const workspace = useWorkspace();
  const article = workspace.article.value;
  if (!article) return null;
  const rating = ratingOfVerdict(article, verdict);
  const stale = staleness(article, verdict);
  const withdraw = withdrawVerdict(verdict.claim);
  return (
    <div class="given">
      <p class="given-head">
        {rating && <span class={`outcome look-${rating.tone}`}>{ratingWords(verdict.scale, rating.label)}</span>}
        <span class="meta">
          {isOwn ? t('verdict.you') : workspace.nameOf(verdict.reviewer)} ·{' '}
          <time dateTime={verdict.givenAt}>{moment(verdict.givenAt)}</time>
        </span>
        <span class="spacer" />
        {isOwn && workspace.can(withdraw) && (
          <button
            type="button"
            class="button quiet small"
            onClick={() => workspace.run(withdraw, 'card') && focusCard(verdict.claim)}
          >
            {t('verdict.withdraw')}
          </button>
        )}
      </p>
      {stale && (
        <p class="hint" dir="auto">
          {t(`staleBy.${stale}`)}
          {stale === 'words' && ': '}
          {stale === 'words' && <Runs runs={wordDiff(verdict.judged.words, wordsToJudge(article, verdict.claim))} />}
        </p>
      )}
      <Signed verdict={verdict} />
    </div>
  );
};

/** The words it was signed with: one's own, or what has become of those that all write. */
const Signed = ({ verdict }: { readonly verdict: Verdict }) => {
  const article = useWorkspace().article.value;
  if (!verdict.shared)
    return verdict.rationale === '' ? null : (
      <p class="say" dir="auto">
        {verdict.rationale}
      </p>
    );
  if (!article || !isReworded(article.rationales, verdict)) return null;
  if (verdict.rationale === '') return <p class="hint">{t('rationale.before')}</p>;
  const now = rationaleWords(rationaleOf(article.rationales, verdict.claim));
  return (
    <details class="reworded">
      <summary class="hint">{t('rationale.reworded')}</summary>
      <p class="changes" dir="auto">
        <Runs runs={wordDiff(verdict.rationale, now)} />
      </p>
    </details>
  );
};
