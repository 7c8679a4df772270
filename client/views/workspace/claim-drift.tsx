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

const nameOf = ({ attribution }: Claim, place: Place): string =>
  typeof place === 'number' ? (attribution[place]?.name ?? '') : t(`drift.${place}`);

const passingOf = (claim: Claim, { from, to }: Step): string => `${nameOf(claim, from)} → ${nameOf(claim, to)}`;

/** The heaviest of all steps in one line. Of several steps it says which is which: what one loses, the next may bring back. */
const briefly = (claim: Claim, steps: readonly Step[]): string => {
  const all = steps.flatMap((step) => heavyIn(step).map((drift) => ({ step, drift }))).slice(0, SHOWN);
  const isOne = all.every(({ step }) => step === all[0]?.step);
  return all
    .map(({ step, drift }, index) =>
      isOne || step === all[index - 1]?.step ? told(drift) : `${passingOf(claim, step)}: ${told(drift)}`,
    )
    .join(' · ');
};

const heavyIn = ({ drifts }: Step): readonly Drift[] => drifts.filter(({ kind }) => DRIFTS[kind] === 'heavy');

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
  const heavy = steps.flatMap(heavyIn);
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
              {briefly(claim, steps)}
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

const Passing = ({ claim, step }: { readonly claim: Claim; readonly step: Step }) => (
  <div class="passing">
    <p class="meta" dir="auto">
      {passingOf(claim, step)}
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
