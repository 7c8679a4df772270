import type { ComponentChildren } from 'preact';
import { useId, useState } from 'preact/hooks';
import type { Field, Input } from '../../../shared/fields.ts';
import { Invalid } from '../../../shared/parsing.ts';
import type { Visibility } from '../../../shared/visibility.ts';
import { addressTyped } from '../../address-typed.ts';
import { wrongWords } from '../../wrong-words.ts';
import { afterClick } from './after-click.ts';
import type { Asked, Asking } from './asked.ts';
import { ClaimPicker } from './claim-picker.tsx';
import { ReviewerPicker } from './reviewer-picker.tsx';
import { TextsInput } from './texts-input.tsx';
import { VisibilityChoice } from './visibility-choice.tsx';

const asLine =
  (inputMode: 'text' | 'url', placeholder = '') =>
  ({ id, name, text, field, invalid, onInput }: Asked) => (
    <input
      class="input"
      id={id}
      name={name}
      type="text"
      inputMode={inputMode}
      dir="auto"
      value={text}
      placeholder={placeholder || field.hint || ''}
      aria-invalid={invalid}
      onInput={(event) => onInput(event.currentTarget.value)}
    />
  );

/** How each way of asking is drawn; a chain of claimants, a pinned place, a calculation, what a source comes from and what a desk decides have forms of their own. */
const ASKS: Readonly<Record<Input, (asked: Asked) => ComponentChildren>> = {
  line: asLine('text'),
  language: asLine('text'),
  date: asLine('text', '2015-10-22'),
  time: asLine('text'),
  address: asLine('url', 'https://'),
  paragraph: ({ id, name, text, field, onInput }) => (
    <textarea
      class="input"
      id={id}
      name={name}
      dir="auto"
      rows={2}
      value={text}
      placeholder={field.hint ?? ''}
      onInput={(event) => onInput(event.currentTarget.value)}
    />
  ),
  choice: ({ id, name, text, field, onInput }) => (
    <select class="input" id={id} name={name} value={text} onChange={(event) => onInput(event.currentTarget.value)}>
      <option value="">–</option>
      {Object.entries(field.choices ?? {}).map(([value, label]) => (
        <option key={value} value={value}>
          {label}
        </option>
      ))}
    </select>
  ),
  texts: (asked) => <TextsInput {...asked} />,
  reviewer: (asked) => <ReviewerPicker {...asked} />,
  claim: (asked) => <ClaimPicker {...asked} />,
  attribution: () => null,
  switch: () => null,
  scale: () => null,
  types: () => null,
  hedges: () => null,
  pin: () => null,
  visibility: ({ id, name, field, value, onInput }) => (
    <VisibilityChoice
      id={id}
      name={name}
      usual={field.empty}
      hint={field.hint}
      value={value as Visibility}
      onInput={onInput}
    />
  ),
  sources: () => null,
  calculation: () => null,
};

/** Asks for one field as its row in the table says, and says what is wrong when it is left. */
export const FieldInput = (parts: Asking) => {
  const id = useId();
  const [error, setError] = useState<string>();
  const { field, value, name, onInput } = parts;
  const check = (now: unknown): void => setError(errorOf(field, now, name));
  const leave = (): void => {
    const left = field.input === 'address' ? addressTyped(String(value ?? '')) : value;
    if (left !== value) onInput(left);
    afterClick(() => check(left));
  };
  const type = (now: unknown): void => {
    onInput(now);
    if (error !== undefined) check(now); // what is mended is not wrong any more
  };
  const asked = ASKS[field.input]({
    ...parts,
    onInput: type,
    id,
    text: String(value ?? ''),
    invalid: error !== undefined,
  });
  if (asked === null) return null;
  return (
    <div class={`field input-${field.input}`} onFocusOut={leave}>
      <label for={id}>{field.label}</label>
      {asked}
      {error !== undefined && <p class="error">{error}</p>}
    </div>
  );
};

// biome-ignore lint/suspicious/noExplicitAny: as above.
const errorOf = (field: Field<any>, value: unknown, name: string): string | undefined => {
  try {
    field.parse(value, '');
    return undefined;
  } catch (error) {
    if (error instanceof Invalid) return wrongWords(error);
    throw new Error(`the field ${name} cannot be read`, { cause: error });
  }
};
