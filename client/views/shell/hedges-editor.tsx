import { useId } from 'preact/hooks';
import type { HedgeRule, Reach } from '../../../shared/hedge-rule.ts';
import { numberInWords, t } from '../../strings/index.ts';

interface Parts {
  readonly rule: HedgeRule;
  readonly onInput: (rule: HedgeRule) => void;
}

const WORDS = ['below', 'near', 'above'] as const satisfies readonly (keyof Reach)[];

/** A figure by which the desk sees what its rule means. */
const EXAMPLE = 80;

const reaches = (word: keyof Reach, off: number): { readonly from: string; readonly to: string } => ({
  from: numberInWords(word === 'above' ? EXAMPLE : EXAMPLE - off),
  to: numberInWords(word === 'below' ? EXAMPLE : EXAMPLE + off),
});

/** How far a figure may be off under words such as "almost": in percent of the figure, and of percentages in points where the desk wants that. */
export const HedgesEditor = ({ rule, onInput }: Parts) => {
  const { points } = rule;
  const inPoints = { below: 2, near: 3, above: 5 };
  const { points: _, ...without } = rule;
  return (
    <fieldset class="settings-part">
      <legend>{t('field.setting.hedges')}</legend>
      <p class="hint">{t('settings.hedgesMean')}</p>
      <Reaches
        reach={rule}
        per={(off) => (EXAMPLE * off) / 100}
        unit="%"
        onInput={(reach) => onInput({ ...rule, ...reach })}
      />
      <label class="setting-choice">
        <input
          type="checkbox"
          checked={points !== undefined}
          onChange={(event) => onInput(event.currentTarget.checked ? { ...rule, points: inPoints } : without)}
        />
        <span>
          <strong>{t('settings.hedgesInPoints')}</strong>
        </span>
      </label>
      {points && (
        <Reaches
          reach={points}
          per={(off) => off}
          unit={t('settings.points')}
          onInput={(reach) => onInput({ ...rule, points: { ...points, ...reach } })}
        />
      )}
    </fieldset>
  );
};

interface ReachesParts {
  readonly reach: Reach;
  /** How far it reaches from the example. */
  readonly per: (off: number) => number;
  readonly unit: string;
  readonly onInput: (reach: Partial<Reach>) => void;
}

const Reaches = ({ reach, per, unit, onInput }: ReachesParts) => {
  const id = useId();
  return (
    <>
      {WORDS.map((word) => (
        <p key={word} class="hedge-reach">
          <label for={`${id}-${word}`}>{t(`settings.hedges.${word}`)}</label>
          <input
            class="input"
            id={`${id}-${word}`}
            type="number"
            min={0}
            max={100}
            step="any"
            value={reach[word]}
            onInput={({ currentTarget }) => {
              if (currentTarget.value !== '') onInput({ [word]: currentTarget.valueAsNumber });
            }}
          />
          <span>{unit}</span>
          <span class="meta">{t('settings.hedgesReach', reaches(word, per(reach[word])))}</span>
        </p>
      ))}
    </>
  );
};
