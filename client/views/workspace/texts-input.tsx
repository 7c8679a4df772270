import { useState } from 'preact/hooks';
import type { Asked } from './asked.ts';

/** The texts of a line, with commas between them: each once, none empty. */
const textsIn = (line: string): readonly string[] => [
  ...new Set(
    line
      .split(/[,;،、，\n]/)
      .map((each) => each.trim())
      .filter((each) => each !== ''),
  ),
];

/** Asks for several short texts in one line, with commas between them. */
export const TextsInput = ({ id, name, field, value, invalid, onInput }: Asked) => {
  const texts = (value ?? []) as readonly string[];
  const [line, setLine] = useState(texts.join(', '));
  // What is typed stays as it is typed, unless the value is another one altogether.
  const shown = textsIn(line).join() === texts.join() ? line : texts.join(', ');
  return (
    <input
      class="input"
      id={id}
      name={name}
      type="text"
      dir="auto"
      autocomplete="off"
      value={shown}
      placeholder={field.hint ?? ''}
      aria-invalid={invalid}
      onInput={(event) => {
        setLine(event.currentTarget.value);
        onInput(textsIn(event.currentTarget.value));
      }}
    />
  );
};
