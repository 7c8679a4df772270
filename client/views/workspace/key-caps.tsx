import { keysOf, withModifiers } from '../../chords.ts';
import type { CommandRow } from '../../command-row.ts';
import { singleKeys } from '../../single-keys.ts';

/** The keys of a command as they are to be pressed now: those to be pressed alone only while single keys are on. */
export const chordsOf = ({ key, chord }: Pick<CommandRow, 'key' | 'chord'>): readonly string[] => [
  ...(key === undefined ? [] : [singleKeys.value ? key : withModifiers(key)]),
  ...(chord === undefined ? [] : [chord]),
];

/** Keys to be pressed together, as they are printed on a keyboard. */
export const KeyCaps = ({ chord }: { readonly chord: string }) => (
  <span class="key-caps">
    {keysOf(chord).map((key) => (
      <kbd key={key}>{key}</kbd>
    ))}
  </span>
);
