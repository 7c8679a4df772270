import type { Claim } from '../../../shared/claim.ts';
import { DRIFTS, type Drift } from '../../../shared/drift/finding.ts';
import { driftsOf, type Place, type Step } from '../../../shared/drift.ts';
import { settingsOf } from '../../../shared/settings.ts';
import { language, t } from '../../strings/index.ts';
import { wordDiff } from '../../word-diff.ts';
import { Runs } from './changes.tsx';
import { useWorkspace } from './here.ts';

const SHOWN = 3;

const told = ({ kind, before, after, share }: Drift): string => {
  const words = t(kind === 'hedge-lost' && after !== '' ? 'drift.hedge-dropped' : `drift.${kind}`, { before, after });
  if (share === undefined) return words;
  return `${words} (${share.toLocaleString(language(), { style: 'percent', maximumFractionDigits: 1 })})`;
};

/** How the wording of a claim drifted from what it rests on to what is said in the end; nothing where it did not, or nobody's words are known. */
export const ClaimDrift = ({ claim, words }: { readonly claim: Claim; readonly words: string }) => {
  const { article } = useWorkspace();
  const steps = driftsOf(
    claim,
    words,
    article.value?.origin.language,
    article.value && settingsOf(article.value).hedges,
  ).filter(({ drifts }) => drifts.length > 0);
  const all = steps.flatMap(({ drifts }) => drifts);
  const heavy = all.filter(({ kind }) => DRIFTS[kind] === 'heavy');
  if (all.length === 0) return null;
  return (
    <details class="claim-drift">
      <summary>
        {heavy.length === 0 ? (
          <span class="meta">{t('drift.light', { count: all.length })}</span>
        ) : (
          <>
            <span class="tag warn">{t('drift.title')}</span>{' '}
            <span dir="auto">
              {heavy.slice(0, SHOWN).map(told).join(' · ')}
              {heavy.length > SHOWN && ` ${t('drift.more', { count: heavy.length - SHOWN })}`}
            </span>
          </>
        )}
      </summary>
      {steps.map((step) => (
        <Passing key={`${step.from} ${step.to}`} claim={claim} step={step} />
      ))}
    </details>
  );
};

const Passing = ({ claim, step }: { readonly claim: Claim; readonly step: Step }) => {
  const nameOf = (place: Place): string =>
    typeof place === 'number' ? (claim.attribution[place]?.name ?? '') : t(`drift.${place}`);
  return (
    <div class="passing">
      <p class="meta" dir="auto">
        {nameOf(step.from)} → {nameOf(step.to)}
      </p>
      <p class="passing-words" dir="auto">
        <Runs runs={wordDiff(step.before, step.after)} />
      </p>
      <ul>
        {step.drifts.map((drift) => (
          <li key={told(drift)} class={DRIFTS[drift.kind] === 'heavy' ? 'is-heavy' : ''} dir="auto">
            {told(drift)}
          </li>
        ))}
      </ul>
    </div>
  );
};
