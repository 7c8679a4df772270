import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { Fields, ValuesOf } from '../../../shared/fields.ts';
import { t } from '../../strings/index.ts';

interface Parts {
  /** Whether one of the fields says something. */
  readonly isFilled: boolean;
  readonly children: ComponentChildren;
}

/** What most records do without: it opens by itself when something stands there, and is not closed under who empties it. */
export const MoreFields = ({ isFilled, children }: Parts) => {
  const [wanted, want] = useState(false);
  return (
    <details class="more-fields" open={wanted || isFilled} onToggle={(event) => want(event.currentTarget.open)}>
      <summary>{t('fields.more')}</summary>
      {children}
    </details>
  );
};

/** Whether one of these fields of a record says something. */
export const isFilled = <F extends Fields>(
  fields: F,
  values: Partial<ValuesOf<F>>,
  names: readonly (keyof F & string)[],
): boolean =>
  names.some((name) => {
    const empty = fields[name]?.empty;
    return JSON.stringify(values[name] ?? empty) !== JSON.stringify(empty);
  });
