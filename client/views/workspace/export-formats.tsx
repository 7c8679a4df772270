import { byPurpose, namesOf, type Offered } from '../../export-formats.ts';
import { t } from '../../strings/index.ts';
import { isNarrow } from './narrow.ts';

interface Parts {
  readonly formats: readonly Offered[];
  readonly chosen: string;
  readonly onChoose: (format: string) => void;
}

/** The formats by what they are for; on a phone as a list that takes one line. */
export const ExportFormats = (parts: Parts) => (isNarrow.value ? <AsList {...parts} /> : <AsGroups {...parts} />);

const AsGroups = ({ formats, chosen, onChoose }: Parts) => (
  <div class="export-formats">
    {byPurpose(formats).map(([purpose, some]) => (
      <fieldset key={purpose}>
        <legend>{t(`export.purpose.${purpose}`)}</legend>
        {some.map((each) => (
          <label key={each.format} class="export-format">
            <input
              type="radio"
              name="export-format"
              value={each.format}
              checked={each.format === chosen}
              onChange={() => onChoose(each.format)}
            />
            {namesOf(each)[0]}
          </label>
        ))}
      </fieldset>
    ))}
  </div>
);

const AsList = ({ formats, chosen, onChoose }: Parts) => (
  <label class="field">
    <span class="label">{t('export.format')}</span>
    <select class="input" value={chosen} onChange={(event) => onChoose(event.currentTarget.value)}>
      {byPurpose(formats).map(([purpose, some]) => (
        <optgroup key={purpose} label={t(`export.purpose.${purpose}`)}>
          {some.map((each) => (
            <option key={each.format} value={each.format}>
              {namesOf(each)[0]}
            </option>
          ))}
        </optgroup>
      ))}
    </select>
  </label>
);
