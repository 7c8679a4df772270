import { ratingOfVerdict, STALE, staleness } from '../../../shared/outcome.ts';
import type { Verdict } from '../../../shared/verdict.ts';
import { withdrawVerdict } from '../../commands.ts';
import { t } from '../../strings/index.ts';
import { moment } from '../../times.ts';
import { focusCard } from './focusing.ts';
import { useWorkspace } from './here.ts';

/** A verdict that stands: its rating, who gave it when and why, and whether it still holds (T8). */
export const GivenVerdict = ({ verdict, isOwn }: { readonly verdict: Verdict; readonly isOwn: boolean }) => {
  const workspace = useWorkspace();
  const article = workspace.article.value;
  if (!article) return null;
  const rating = ratingOfVerdict(article, verdict);
  const stale = staleness(article, verdict);
  const withdraw = withdrawVerdict(verdict.id);
  return (
    <div class="given">
      <p class="given-head">
        {rating && <span class={`outcome look-${rating.tone}`}>{rating.label}</span>}
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
      {stale && <p class="hint">{STALE[stale]}</p>}
      {!isOwn && verdict.rationale && (
        <p class="say" dir="auto">
          {verdict.rationale}
        </p>
      )}
    </div>
  );
};
