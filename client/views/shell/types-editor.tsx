import type { OwnType } from '../../../shared/settings.ts';
import { newType } from '../../desk.ts';
import { t } from '../../strings/index.ts';
import { Icon } from './icon.tsx';

interface Parts {
  readonly types: readonly OwnType[];
  readonly onInput: (types: readonly OwnType[]) => void;
}

/** The desk's own types of claims: their labels, and whether such claims can be checked. */
export const TypesEditor = ({ types, onInput }: Parts) => {
  const revise = (id: string, change: Partial<OwnType>): void =>
    onInput(types.map((each) => (each.id === id ? { ...each, ...change } : each)));
  return (
    <fieldset class="settings-part">
      <legend>{t('field.setting.types')}</legend>
      <p class="hint">{t('settings.typesMean')}</p>
      {types
        .filter(({ retired }) => !retired)
        .map(({ id, label, checkable }) => (
          <div key={id} class="own-type">
            <input
              class="input"
              dir="auto"
              maxLength={40}
              aria-label={t('settings.typeLabel')}
              placeholder={t('settings.typeLabel')}
              value={label}
              onInput={(event) => revise(id, { label: event.currentTarget.value })}
            />
            <label class="inline">
              <input
                type="checkbox"
                checked={checkable}
                onChange={(event) => revise(id, { checkable: event.currentTarget.checked })}
              />
              {t('settings.checkable')}
            </label>
            <button
              type="button"
              class="button quiet icon"
              aria-label={t('settings.removeType', { label: label || t('settings.typeLabel') })}
              onClick={() => onInput(types.filter((each) => each.id !== id))}
            >
              <Icon name="close" />
            </button>
          </div>
        ))}
      <p>
        <button type="button" class="button small" onClick={() => onInput([...types, newType(types)])}>
          {t('settings.addType')}
        </button>
      </p>
    </fieldset>
  );
};
