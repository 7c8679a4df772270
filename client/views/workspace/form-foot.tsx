import { t } from '../../strings/index.ts';

interface Parts {
  readonly onCancel: () => void;
  /** Absent while something else has to be decided before it can be saved. */
  readonly canSave?: boolean;
}

/** The last row of a form in a card: save what was typed, or leave it. */
export const FormFoot = ({ onCancel, canSave = true }: Parts) => (
  <p class="row">
    {canSave && (
      <button type="submit" class="button small primary">
        {t('form.save')}
      </button>
    )}
    <button type="button" class="button small quiet" onClick={onCancel}>
      {t('form.cancel')}
    </button>
  </p>
);
