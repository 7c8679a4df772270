import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { type Fields, parseSome, type ValuesOf } from '../../../shared/fields.ts';
import { Invalid } from '../../../shared/parsing.ts';
import { picked } from '../../revising.ts';
import { type TableName, worded } from '../../strings/worded.ts';
import { wrongField } from '../../wrong-words.ts';
import { FormFoot } from './form-foot.tsx';
import { formKeys } from './form-keys.ts';
import { Overtaken } from './overtaken.tsx';
import { RecordFields } from './record-fields.tsx';
import type { useRevision } from './use-revision.ts';

/** What a form of a record holds, as `useRevision` keeps it. */
export type Revising<F extends Fields> = ReturnType<typeof useRevision<ValuesOf<F>>>;

interface Parts<F extends Fields> {
  readonly table: TableName;
  readonly fields: F;
  /** The record as it stands; for a new one the fields as they are when nothing is filled in. */
  readonly record: ValuesOf<F> & { readonly id: string };
  readonly form: Revising<F>;
  readonly except?: readonly (keyof F & string)[];
  readonly save: string;
  /** Saves what says something else than the record; why it cannot be, or nothing. */
  readonly onSave: (changed: Partial<ValuesOf<F>>) => string | undefined;
  /** The form is gone. */
  readonly onClose?: () => void;
  readonly children?: ComponentChildren;
}

/** A form for a record of a table: Ctrl Enter saves, Escape puts it aside; what others changed meanwhile is asked about. */
export const RecordForm = <F extends Fields>(parts: Parts<F>) => {
  const { table, fields, record, form, except = [], save, onSave, onClose, children } = parts;
  const [error, setError] = useState<string>();
  const element = useRef<HTMLFormElement>(null);
  const labelled = worded(table, fields);
  useLayoutEffect(() => {
    element.current?.scrollIntoView({ block: 'nearest' });
    element.current?.querySelector<HTMLElement>('input, select, textarea')?.focus();
  }, []);
  const close = (how: () => void): void => {
    how();
    onClose?.();
  };
  const submit = (): void => {
    try {
      const problem = onSave(parseSome(fields)(picked(form.values, form.changed), ''));
      setError(problem);
      if (problem === undefined) close(form.clear);
    } catch (error) {
      if (!(error instanceof Invalid)) throw error;
      setError(wrongField(labelled, error));
    }
  };
  const isOvertaken = form.overtaken.length > 0;
  return (
    <form
      class="record-form"
      ref={element}
      {...formKeys(
        () => isOvertaken || submit(),
        (event) => {
          event.stopPropagation();
          close(form.putAside);
        },
      )}
    >
      {children}
      <RecordFields fields={labelled} except={except} values={{ ...record, ...form.values }} onInput={form.input} />
      <Overtaken
        fields={labelled}
        record={record}
        names={form.overtaken}
        isLabelled
        onTheirs={() => form.drop(form.overtaken)}
        onMine={submit}
      />
      <FormFoot save={save} error={error} canSave={!isOvertaken} onCancel={() => close(form.clear)} />
    </form>
  );
};
