import { useId } from 'preact/hooks';
import { OFFERED, offered, type Rating, type Scale, TONES, type Tone } from '../../../shared/scale.ts';
import { newRating } from '../../desk.ts';
import { t } from '../../strings/index.ts';
import { Icon } from './icon.tsx';

interface Parts {
  readonly scale: Scale;
  readonly onInput: (scale: Scale) => void;
}

/** The ratings of a scale in the order of their keys: what each is called, how it is drawn, and its number where it has one. */
export const ScaleEditor = ({ scale, onInput }: Parts) => {
  const name = useId();
  const now = offered(scale);
  const before = scale.ratings.filter(({ retired }) => retired);
  const put = (ratings: readonly Rating[]): void => onInput({ ...scale, ratings: [...ratings, ...before] });
  const revise = (id: string, change: Partial<Rating>): void =>
    put(now.map((each) => (each.id === id ? { ...each, ...change } : each)));
  const number = (rating: Rating, typed: string): void => {
    const { number: _, ...without } = rating;
    const value = Number(typed.replace('−', '-'));
    const changed = typed.trim() === '' || !Number.isInteger(value) ? without : { ...without, number: value };
    put(now.map((each) => (each.id === rating.id ? changed : each)));
  };
  return (
    <div class="scale-editor">
      <div class="field">
        <label for={name}>{t('scale.name')}</label>
        <input
          class="input"
          id={name}
          dir="auto"
          maxLength={80}
          value={scale.name}
          onInput={(event) => onInput({ ...scale, name: event.currentTarget.value })}
        />
      </div>
      <ol class="rating-rows">
        {now.map((rating, index) => (
          <li key={rating.id} class={`rating-row look-${rating.tone}`}>
            <kbd>{index + 1}</kbd>
            <input
              class="input"
              dir="auto"
              maxLength={40}
              aria-label={t('scale.label')}
              placeholder={t('scale.label')}
              value={rating.label}
              onInput={(event) => revise(rating.id, { label: event.currentTarget.value })}
            />
            <select
              class="input"
              aria-label={t('scale.toneOf', { label: rating.label })}
              value={rating.tone}
              onChange={(event) => revise(rating.id, { tone: event.currentTarget.value as Tone })}
            >
              {TONES.map((tone) => (
                <option key={tone} value={tone}>
                  {t(`tone.${tone}`)}
                </option>
              ))}
            </select>
            <input
              class="input number"
              inputMode="numeric"
              aria-label={t('scale.numberOf', { label: rating.label })}
              placeholder={t('scale.noNumber')}
              value={rating.number ?? ''}
              onChange={(event) => number(rating, event.currentTarget.value)}
            />
            <button
              type="button"
              class="button quiet icon"
              aria-label={t('scale.retire', { label: rating.label })}
              disabled={now.length <= OFFERED.least}
              onClick={() => put(now.filter(({ id }) => id !== rating.id))}
            >
              <Icon name="close" />
            </button>
          </li>
        ))}
      </ol>
      <p class="row">
        {now.length < OFFERED.most && (
          <button type="button" class="button small" onClick={() => put([...now, newRating(scale)])}>
            {t('scale.add')}
          </button>
        )}
        <span class="hint">{t('scale.versions')}</span>
      </p>
    </div>
  );
};
