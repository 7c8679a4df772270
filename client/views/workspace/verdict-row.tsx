import type { Claim } from '../../../shared/claim.ts';
import { verdictBy, verdictsOf } from '../../../shared/outcome.ts';
import { offered, scaleName } from '../../../shared/scale.ts';
import { settingsOf } from '../../../shared/settings.ts';
import { isBlindTo } from '../../../shared/sight.ts';
import { giveVerdict } from '../../commands.ts';
import { scaleInWords } from '../../scale-words.ts';
import { t } from '../../strings/index.ts';
import { GivenVerdict } from './given-verdict.tsx';
import { useWorkspace } from './here.ts';
import { OwnReason } from './own-reason.tsx';
import { Rationale } from './rationale.tsx';

/** The ratings of the scale in a row, one's own verdict with its reasons, and the verdicts of the others. */
export const VerdictRow = ({ claim }: { readonly claim: Claim }) => {
  const workspace = useWorkspace();
  const article = workspace.article.value;
  if (!article) return null;
  const scale = scaleInWords(settingsOf(article).scale);
  const ratings = offered(scale);
  const verdicts = verdictsOf(article, claim.id);
  const own = verdictBy(article, claim.id, workspace.reviewer.value.id);
  const mayJudge = workspace.can(giveVerdict(claim.id, ratings[0]?.id ?? ''));
  if (!mayJudge && verdicts.length === 0 && !article.rationales.has(claim.id)) return null;
  return (
    <section class="verdict" aria-label={t('verdict.title')}>
      <h3 class="heading-small">{t(own ? 'verdict.yours' : 'verdict.title')}</h3>
      {mayJudge && (
        <fieldset class="scale" aria-label={scale.name}>
          {ratings.map(({ id, label, tone }, index) => (
            <button
              key={id}
              type="button"
              class={`look-${tone}`}
              aria-pressed={own?.rating === id && own.scale === scaleName(scale)}
              title={t('verdict.key', { label, key: index + 1 })}
              onClick={() => {
                if (workspace.run(giveVerdict(claim.id, id), 'card')) workspace.form.value = 'rationale';
              }}
            >
              {label}
            </button>
          ))}
        </fieldset>
      )}
      {!isBlindTo(article) ? <Rationale claim={claim} own={own} /> : own && <OwnReason own={own} />}
      {[...verdicts].reverse().map((verdict) => (
        <GivenVerdict key={verdict.reviewer} verdict={verdict} isOwn={verdict === own} />
      ))}
      {isBlindTo(article) && <p class="hint">{t('blind.yours')}</p>}
    </section>
  );
};
