import type { Fields, ValuesOf } from '../../../shared/fields.ts';
import { FieldInput } from './field-input.tsx';

interface Parts<F extends Fields> {
  readonly fields: F;
  readonly values: Partial<ValuesOf<F>>;
  readonly onInput: (values: Partial<ValuesOf<F>>) => void;
  /** Fields that are asked for elsewhere. */
  readonly except?: readonly (keyof F)[];
}

/** A form for a record, drawn from its table: a new field needs nothing here. */
export const RecordFields = <F extends Fields>({ fields, values, onInput, except = [] }: Parts<F>) => (
  <div class="record-fields">
    {Object.entries(fields)
      .filter(([name]) => !except.includes(name))
      .map(([name, field]) => (
        <FieldInput
          key={name}
          name={name}
          field={field}
          value={values[name] ?? field.empty}
          onInput={(value) => onInput({ [name]: value } as Partial<ValuesOf<F>>)}
        />
      ))}
  </div>
);
