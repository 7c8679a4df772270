import { useState } from 'preact/hooks';
import type { Problem } from '../../api.ts';

/** A form on its way to the server. */
export interface Form {
  readonly busy: boolean;
  /** What is wrong with a field, or with the whole when no field is named. */
  readonly errorOf: (field?: string) => string | undefined;
  readonly onSubmit: (event: SubmitEvent) => void;
}

type Errors = Readonly<Record<string, string>>;

/**
 * Sends a form: `missing` says by field what is not filled in, `send` answers with what was wrong. What was typed stays in the
 * fields, and the first wrong one gets the focus. A button with a name says by its value which one sent it.
 */
export const useForm = (
  fields: readonly string[],
  missing: (values: Readonly<Record<string, string>>) => Errors,
  send: (values: Readonly<Record<string, string>>) => Promise<Problem | undefined>,
): Form => {
  const [busy, setBusy] = useState(false);
  const [errors, setErrors] = useState<Errors>({});

  const submit = async (form: HTMLFormElement, by: HTMLElement | null): Promise<void> => {
    const data = new FormData(form, by);
    const values = Object.fromEntries(fields.map((name) => [name, String(data.get(name) ?? '').trim()]));
    const lacking = missing(values);
    if (Object.keys(lacking).length > 0) return refuse(form, lacking);
    setBusy(true);
    setErrors({});
    const problem = await send(values);
    setBusy(false);
    if (problem) refuse(form, { [fields.includes(problem.where ?? '') ? String(problem.where) : '']: problem.words });
  };
  const refuse = (form: HTMLFormElement, wrong: Errors): void => {
    setErrors(wrong);
    const first = fields.find((name) => Object.hasOwn(wrong, name)) ?? fields[0];
    const field = first === undefined ? null : form.elements.namedItem(first);
    // The answer may come when somebody has gone on to something else on the page.
    const isElsewhere = document.activeElement !== document.body && !form.contains(document.activeElement);
    if (field instanceof HTMLElement && !isElsewhere) field.focus();
  };

  return {
    busy,
    errorOf: (field = '') => (Object.hasOwn(errors, field) ? errors[field] : undefined),
    onSubmit: (event) => {
      event.preventDefault();
      if (!busy) void submit(event.currentTarget as HTMLFormElement, event.submitter);
    },
  };
};
