import { useEffect, useRef } from 'preact/hooks';
import type { Claim } from '../../../shared/claim.ts';
import { ratingOfVerdict, STALE, staleness, verdictsOf } from '../../../shared/outcome.ts';
import { TRUTH_SCALE } from '../../../shared/scale.ts';
import type { Verdict } from '../../../shared/verdict.ts';
import { giveVerdict, withdrawVerdict } from '../../commands.ts';
import { t } from '../../strings/index.ts';
import { moment } from '../../times.ts';
import { focusCard } from './focusing.ts';
import { FormFoot } from './form-foot.tsx';
import { useWorkspace } from './here.ts';
import { useRevision } from './use-revision.ts';

/** The ratings of the scale in a row, one's own verdict with its reasons, and the verdicts of the others. */
export const VerdictRow = ({ claim }: { readonly claim: Claim }) => {
  const workspace = useWorkspace();
  const article = workspace.article.value;
  if (!article) return null;
  const verdicts = verdictsOf(article, claim.id);
  const own = verdicts.findLast((each) => each.reviewer === workspace.reviewer.value.id);
  const mayJudge = workspace.can(giveVerdict(claim.id, TRUTH_SCALE.ratings[0]?.id ?? ''));
  if (!mayJudge && verdicts.length === 0) return null;
  return (
    <section class="verdict" aria-label={t('verdict.title')}>
      <h3 class="heading-small">{t(own ? 'verdict.yours' : 'verdict.title')}</h3>
      {mayJudge && (
        <fieldset class="scale" aria-label={TRUTH_SCALE.name}>
          {TRUTH_SCALE.ratings.map(({ id, label, tone }, index) => (
            <button
              key={id}
              type="button"
              class={`look-${tone}`}
              aria-pressed={own?.rating === id}
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
      {own && <Rationale claim={claim} verdict={own} />}
      {[...verdicts].reverse().map((verdict) => (
        <Given key={verdict.id} verdict={verdict} isOwn={verdict === own} />
      ))}
    </section>
  );
};

const Rationale = ({ claim, verdict }: { readonly claim: Claim; readonly verdict: Verdict }) => {
  const workspace = useWorkspace();
  const form = useRevision<Verdict>(`${claim.id} rationale`, verdict);
  const area = useRef<HTMLTextAreaElement>(null);
  const asked = workspace.form.value === 'rationale';
  const isOpen = asked || form.isOpen;
  useEffect(() => {
    if (isOpen) area.current?.focus({ preventScroll: true });
  }, [isOpen]);
  const edit = (): void => form.begin({ rationale: verdict.rationale });
  if (!isOpen)
    return verdict.rationale ? (
      <div class="say" dir="auto">
        <span>{verdict.rationale}</span>
        <button type="button" class="button quiet small reveal" onClick={edit}>
          {t('form.edit')}
        </button>
      </div>
    ) : (
      <button type="button" class="button quiet small" onClick={edit}>
        + {t('verdict.why')}
      </button>
    );
  const text = form.values.rationale ?? verdict.rationale;
  const close = (how: () => void): void => {
    how();
    workspace.form.value = undefined;
    focusCard(claim.id);
  };
  const save = (): void => {
    const said = text.trim();
    if (said !== verdict.rationale && !workspace.run(giveVerdict(claim.id, verdict.rating, said), 'card')) return;
    close(form.clear);
  };
  return (
    <form
      class="rationale"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <textarea
        class="input"
        ref={area}
        dir="auto"
        rows={3}
        aria-label={t('verdict.why')}
        placeholder={t('verdict.whyHint')}
        value={text}
        onInput={(event) => form.input({ rationale: event.currentTarget.value })}
        onKeyDown={(event) => {
          if (event.key === 'Escape') close(form.putAside);
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) save();
        }}
      />
      <FormFoot onCancel={() => close(form.clear)} />
    </form>
  );
};

const Given = ({ verdict, isOwn }: { readonly verdict: Verdict; readonly isOwn: boolean }) => {
  const workspace = useWorkspace();
  const article = workspace.article.value;
  const rating = ratingOfVerdict(verdict);
  const stale = article && staleness(article, verdict);
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
