import { keysOf, withModifiers } from '../../chords.ts';
import { commandOf } from '../../command-register.ts';
import type { CommandRow } from '../../command-row.ts';
import { singleKeys } from '../../single-keys.ts';

/** The keys of a command as they are to be pressed now: those to be pressed alone only while single keys are on. */
export const chordsOf = ({ key, chord }: Pick<CommandRow, 'key' | 'chord'>): readonly string[] => [
  ...(key === undefined ? [] : [singleKeys.value ? key : withModifiers(key)]),
  ...(chord === undefined ? [] : [chord]),
];

/** Keys to be pressed together, as they are printed on a keyboard. */
export const KeyCaps = ({ chord }: { readonly chord: string }) => (
  <span class="key-caps" aria-hidden="true">
    {keysOf(chord).map((key) => (
      <kbd key={key}>{key}</kbd>
    ))}
  </span>
);

/** The first keys of a command as they are to be pressed now; while the text is edited, a key alone writes. */
export const CommandKeys = ({ of, editing = false }: { readonly of: string; readonly editing?: boolean }) => {
  const row = commandOf(of);
  const chord = editing && row.key !== undefined ? withModifiers(row.key) : chordsOf(row)[0];
  return chord === undefined ? null : <KeyCaps chord={chord} />;
};
