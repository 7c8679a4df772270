import { useState } from 'preact/hooks';
import { pairsOn } from '../../../shared/agreement.ts';
import { wordsToJudge } from '../../../shared/article.ts';
import type { Claim } from '../../../shared/claim.ts';
import { decisionOf, isUndecided, outcomeOf, staleness, verdictsOf } from '../../../shared/outcome.ts';
import { offered } from '../../../shared/scale.ts';
import { settingsOf } from '../../../shared/settings.ts';
import { isBlindTo } from '../../../shared/sight.ts';
import type { Decision } from '../../../shared/verdict.ts';
import { outcomeWords } from '../../outcome-words.ts';
import { standingOf } from '../../standing.ts';
import { t } from '../../strings/index.ts';
import { moment } from '../../times.ts';
import { wordDiff } from '../../word-diff.ts';
import { decideOutcome, undecideOutcome } from '../../work-commands.ts';
import { Runs } from './changes.tsx';
import { DecideForm } from './decide-form.tsx';
import { focusCard } from './focusing.ts';
import { useWorkspace } from './here.ts';

/** What the verdicts come to and by which rule, the lead's decision, and for a lead the way to decide. Silent while one verdict says it all. */
export const OutcomeRow = ({ claim }: { readonly claim: Claim }) => {
  const workspace = useWorkspace();
  const [deciding, setDeciding] = useState(false);
  const article = workspace.article.value;
  const outcome = article && outcomeOf(article, claim.id);
  if (!article || !outcome) return null;
  const decision = decisionOf(article, claim.id);
  const { scale, rule } = settingsOf(article);
  const says =
    decision !== undefined || outcome.by === 'parts' || rule === 'lead' || verdictsOf(article, claim.id).length > 1;
  const mayDecide = workspace.can(decideOutcome(claim.id, offered(scale)[0]?.id ?? '', ''));
  const wanted = isUndecided(outcome) || outcome.stale !== undefined;
  // What one's own verdicts alone come to is no outcome.
  if (!says || isBlindTo(article)) return null;
  const pairs = pairsOn(article, claim.id);
  const { look } = standingOf(article, claim.id);
  return (
    <section class="outcome-row" aria-label={t('outcome.title')}>
      <h3 class="heading-small">{t('outcome.title')}</h3>
      <p class="given-head">
        <span class={`outcome look-${look} ${outcome.stale ? 'is-stale' : ''}`}>{outcomeWords(outcome)}</span>
        <span class="meta">{t(`outcome.by.${outcome.by}`)}</span>
        <span class="spacer" />
        {mayDecide && !deciding && (
          <button
            type="button"
            data-begins="decide"
            class={`button small ${wanted ? '' : 'quiet'}`}
            onClick={() => setDeciding(true)}
          >
            {t(decision ? 'outcome.decideAgain' : 'outcome.decide')}
          </button>
        )}
      </p>
      {pairs.all > 0 && <p class="meta">{t('agreement.claim', { same: pairs.same, count: pairs.all })}</p>}
      {decision && <Decided decision={decision} />}
      {deciding && <DecideForm claim={claim} onClose={() => setDeciding(false)} />}
    </section>
  );
};

/** Who decided when and why, whether it still holds, and the way to take it back. */
const Decided = ({ decision }: { readonly decision: Decision }) => {
  const workspace = useWorkspace();
  const article = workspace.article.value;
  if (!article) return null;
  const undecide = undecideOutcome(decision.id);
  const stale = staleness(article, decision);
  return (
    <div class="given">
      <p class="given-head">
        <span class="meta">
          <span dir="auto">{workspace.company.nameOf(decision.reviewer)}</span> ·{' '}
          <time dateTime={decision.givenAt}>{moment(decision.givenAt)}</time>
        </span>
        <span class="spacer" />
        {workspace.can(undecide) && (
          <button
            type="button"
            class="button quiet small"
            onClick={() => workspace.run(undecide, 'card') && focusCard(decision.claim)}
          >
            {t('outcome.undecide')}
          </button>
        )}
      </p>
      {stale && (
        <p class="hint">
          {t(`outcome.stale.${stale}`)}{' '}
          {stale === 'words' && <Runs runs={wordDiff(decision.judged.words, wordsToJudge(article, decision.claim))} />}
        </p>
      )}
      {decision.rationale && (
        <p class="say" dir="auto">
          {decision.rationale}
        </p>
      )}
    </div>
  );
};
