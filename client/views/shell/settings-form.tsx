import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { isOrdered, offered, type Scale } from '../../../shared/scale.ts';
import { BLIND, CHECKS, LOOKS, RULES, type Rule, type Settings } from '../../../shared/settings.ts';
import { scaleInWords } from '../../scale-words.ts';
import { t } from '../../strings/index.ts';
import { HedgesEditor } from './hedges-editor.tsx';
import { TypesEditor } from './types-editor.tsx';

interface Parts {
  readonly settings: Settings;
  /** Those that there are to choose from. */
  readonly scales: readonly Scale[];
  readonly onInput: (settings: Partial<Settings>) => void;
  /** Stands below the choice of the scale. */
  readonly children?: ComponentChildren;
}

/** What is decided for a desk or for one article: every row of the table of settings. */
export const SettingsForm = ({ settings, scales, onInput, children }: Parts) => (
  <>
    <Choice
      legend={t('field.setting.scale')}
      values={scales
        .map(scaleInWords)
        .map((scale) => ({ value: scale.id, label: scale.name, hint: <Ratings scale={scale} /> }))}
      chosen={settings.scale.id}
      onChoose={(id) => {
        const scale = scales.find((each) => each.id === id);
        if (scale) onInput({ scale });
      }}
    />
    {children}
    <Choice
      legend={t('field.setting.rule')}
      values={(Object.keys(RULES) as Rule[]).map((rule) => ({
        value: rule,
        label: t(`field.setting.rule.${rule}`),
        hint: rule === 'mean' && !isOrdered(settings.scale) ? t('rule.mean.unordered') : t(`rule.${rule}.means`),
      }))}
      chosen={settings.rule}
      onChoose={(rule) => onInput({ rule: rule as Rule })}
    />
    <Choice
      legend={t('field.setting.checks')}
      values={Object.keys(CHECKS).map((checks) => ({
        value: checks,
        label: t(`field.setting.checks.${checks as '0'}`),
        hint: t(`checks.${checks as '0'}.means`),
      }))}
      chosen={String(settings.checks)}
      onChoose={(checks) => onInput({ checks: Number(checks) as Settings['checks'] })}
    />
    <Choice
      legend={t('field.setting.blind')}
      values={(Object.keys(BLIND) as (keyof typeof BLIND)[]).map((blind) => ({
        value: blind,
        label: t(`field.setting.blind.${blind}`),
        hint: t(`blind.${blind}.means`),
      }))}
      chosen={settings.blind}
      onChoose={(blind) => onInput({ blind: blind as Settings['blind'] })}
    />
    <Choice
      legend={t('field.setting.looks')}
      values={(Object.keys(LOOKS) as (keyof typeof LOOKS)[]).map((looks) => ({
        value: looks,
        label: t(`field.setting.looks.${looks}`),
        hint: t(`looks.${looks}.means`),
      }))}
      chosen={settings.looks}
      onChoose={(looks) => onInput({ looks: looks as Settings['looks'] })}
    />
    <fieldset class="settings-part">
      <legend>{t('field.setting.copies')}</legend>
      <label class="setting-choice">
        <input
          type="checkbox"
          checked={settings.copies}
          onChange={(event) => onInput({ copies: event.currentTarget.checked })}
        />
        <span>
          <strong>{t('settings.copies')}</strong>
          <span class="hint">{t('settings.copiesMean')}</span>
        </span>
      </label>
    </fieldset>
    <HedgesEditor rule={settings.hedges} onInput={(hedges) => onInput({ hedges })} />
    <TypesEditor types={settings.types} onInput={(types) => onInput({ types })} />
    <fieldset class="settings-part">
      <legend>{t('field.setting.suggestions')}</legend>
      <label class="setting-choice">
        <input
          type="checkbox"
          checked={settings.suggestions}
          onChange={(event) => onInput({ suggestions: event.currentTarget.checked })}
        />
        <span>
          <strong>{t('settings.suggestions')}</strong>
          <span class="hint">{t('settings.suggestionsMean')}</span>
        </span>
      </label>
    </fieldset>
  </>
);

interface Choices {
  readonly legend: string;
  readonly values: readonly { readonly value: string; readonly label: string; readonly hint: ComponentChildren }[];
  readonly chosen: string;
  readonly onChoose: (value: string) => void;
}

const Choice = ({ legend, values, chosen, onChoose }: Choices) => {
  const name = useId();
  return (
    <fieldset class="settings-part">
      <legend>{legend}</legend>
      {values.map(({ value, label, hint }) => (
        <label key={value} class="setting-choice">
          <input type="radio" name={name} value={value} checked={chosen === value} onChange={() => onChoose(value)} />
          <span>
            <strong dir="auto">{label}</strong>
            <span class="hint">{hint}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
};

const Ratings = ({ scale }: { readonly scale: Scale }) => (
  <span class="scale-ratings">
    {offered(scale).map(({ id, label, tone }) => (
      <span key={id} class={`outcome look-${tone}`} dir="auto">
        {label}
      </span>
    ))}
  </span>
);
