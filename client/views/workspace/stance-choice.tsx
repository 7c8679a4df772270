import { useId } from 'preact/hooks';
import { STANCES, type Stance } from '../../../shared/evidence.ts';
import { t } from '../../strings/index.ts';

interface Parts {
  readonly stance: Stance | '' | undefined;
  readonly onInput: (stance: Stance) => void;
}

/** What a piece of evidence does for the claim, one of three; none is chosen for whoever asks. */
export const StanceChoice = ({ stance: chosen, onInput }: Parts) => {
  const name = useId();
  return (
    <div class="stances" role="radiogroup" aria-label={t('field.evidence.stance')}>
      {(Object.keys(STANCES) as Stance[]).map((stance) => (
        <label key={stance} class={`stance ${stance}`}>
          <input type="radio" name={name} checked={chosen === stance} onChange={() => onInput(stance)} />
          {t(`field.evidence.stance.${stance}`)}
        </label>
      ))}
    </div>
  );
};
