import { t } from '../../strings/index.ts';

interface Parts {
  readonly onCancel: () => void;
  /** What saving is called here, when it is not called so. */
  readonly save?: string;
  /** Absent while something else has to be decided before it can be saved. */
  readonly canSave?: boolean;
  /** Whether it is being saved. */
  readonly isUnderWay?: boolean;
  /** Why it could not be saved. */
  readonly error?: string | undefined;
}

/** The end of a form in a card: save what was typed, or leave it. */
export const FormFoot = ({ onCancel, save = t('form.save'), canSave = true, isUnderWay = false, error }: Parts) => (
  <div class="form-foot">
    {error !== undefined && (
      <p class="error" role="alert">
        {error}
      </p>
    )}
    <p class="row">
      {canSave && (
        <button type="submit" class="button small primary" aria-disabled={isUnderWay}>
          {save}
        </button>
      )}
      <button type="button" class="button small quiet" onClick={onCancel}>
        {t('form.cancel')}
      </button>
    </p>
  </div>
);
